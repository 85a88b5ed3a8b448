import type { DayNumber } from '../../calendar/index.ts';
import { type Fraction, fraction, multiply } from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { CountLimitPlan } from '../plan/money-plan.ts';
import type { Comer, Crowd } from '../whose/crowd.ts';
import { type Draft, payableOnOf, stepsInTime } from './draft.ts';
import { inLine, placeOf, sortedInLine } from './place-in-line.ts';
import { roundedDown } from './rounding-of-total.ts';

/** A line's place in the queue of a count, and the day on which there was room for it. */
export type Queued = Readonly<{ limit: CountLimitPlan; place: number; roomOn?: DayNumber }>;

/**
 * Step 5, counts. Lines of some outcomes are paid for no more than a share of those who came,
 * rounded down. The others wait in line, and are payable from the day on which there are people
 * enough; those for whom there are not are counted nowhere. Lines come and are given back in place
 * in line.
 */
export function applyCounts(drafts: readonly Draft[], crowd: Crowd): readonly Draft[] {
  const queues = new Map<string, Queue>();
  const known = new Map<Earned, Turn>();
  const held = byFirstStep(drafts).map((draft) => {
    const limits = draft.refusal ? [] : limitsOver(draft);
    if (limits.length === 0) return draft;
    const turn = known.get(draft.earned) ?? takeTurn(draft, { limits, queues, crowd });
    known.set(draft.earned, turn);
    return afterTurn(draft, turn);
  });
  return known.size === 0 ? drafts : inLine(held);
}

/** A line that grew waits where the first of it was earned: what was added takes nobody's room. */
function byFirstStep(drafts: readonly Draft[]): readonly Draft[] {
  return sortedInLine(drafts, (draft) => {
    const place = placeOf(draft);
    const earnedOn = stepsInTime(draft)[0]?.payableOn ?? payableOnOf(draft);
    if (earnedOn === undefined) return { payableOn: undefined, place };
    return { payableOn: Math.max(earnedOn, draft.heldUntil ?? earnedOn), place };
  });
}

/** Those who wait under a clause; versions may let through different shares of the same people. */
type Queue = {
  readonly roomsFor: (share: Fraction) => readonly DayNumber[];
  length: number;
  last: DayNumber;
};
type Turn = Readonly<{ queued: readonly Queued[]; heldUntil: DayNumber; refusedBy?: string }>;
type Waiting = Readonly<{
  limits: readonly CountLimitPlan[];
  queues: Map<string, Queue>;
  crowd: Crowd;
}>;

function limitsOver({ earned }: Draft): readonly CountLimitPlan[] {
  const { version, placed } = earned;
  const counts = version.whole?.counts ?? [];
  return counts.filter(({ outcomes }) => outcomes.includes(placed.outcome.name));
}

/** The next achievement in line takes its place in every queue, or in none. */
function takeTurn(draft: Draft, { limits, queues, crowd }: Waiting): Turn {
  const { provider } = draft.earned.attachment;
  const own = limits.map((plan) => ({ plan, queue: queueOf(plan, provider, { queues, crowd }) }));
  const queued = own.map(({ plan, queue }): Queued => {
    const roomOn = queue.roomsFor(plan.share)[queue.length];
    const place = queue.length + 1;
    return { limit: plan, place, ...(roomOn === undefined ? {} : { roomOn }) };
  });
  const full = queued.find(({ roomOn }) => roomOn === undefined);
  const days = queued.flatMap(({ roomOn }) => roomOn ?? []);
  const lasts = own.map(({ queue }) => queue.last);
  const heldUntil = Math.max(...days, ...lasts);
  if (full && !draft.isGiven) return { queued, heldUntil, refusedBy: full.limit.clause };
  for (const { queue } of own) {
    queue.length += 1;
    queue.last = heldUntil;
  }
  return { queued, heldUntil };
}

function queueOf(
  plan: CountLimitPlan,
  provider: string,
  { queues, crowd }: Omit<Waiting, 'limits'>,
): Queue {
  const whose = plan.per === 'provider' ? provider : undefined;
  const key = JSON.stringify([plan.clause, plan.outcomes, plan.of, whose ?? '']);
  const before = queues.get(key);
  if (before) return before;
  const people = crowd[plan.of].filter((each) => whose === undefined || each.provider === whose);
  const known = new Map<string, readonly DayNumber[]>();
  const roomsFor = (share: Fraction) => {
    const text = `${share.numerator}/${share.denominator}`;
    const rooms = known.get(text) ?? daysOfRoom(people, share);
    known.set(text, rooms);
    return rooms;
  };
  const queue = { roomsFor, length: 0, last: Number.NEGATIVE_INFINITY };
  queues.set(key, queue);
  return queue;
}

function afterTurn(draft: Draft, { queued, heldUntil, refusedBy }: Turn): Draft {
  if (draft.isGiven) return draft;
  if (refusedBy !== undefined) {
    return { ...draft, queued, refusal: { reason: 'count', clause: refusedBy } };
  }
  return { ...draft, queued, heldUntil: Math.max(heldUntil, draft.heldUntil ?? heldUntil) };
}

/** The day on which there was room for the first, the second ...: as many as there is room for. */
function daysOfRoom(people: readonly Comer[], share: Fraction): readonly DayNumber[] {
  const came = people.map(({ day, knownOn }) => Math.max(day, knownOn)).sort((a, b) => a - b);
  return came.flatMap((day, at) => {
    const before = allowed(share, at);
    const now = allowed(share, at + 1);
    return Array.from({ length: now - before }, () => day);
  });
}

function allowed(share: Fraction, people: number): number {
  return Number(roundedDown(multiply(share, fraction(people))));
}
