import type { DayNumber } from '../../calendar/index.ts';
import { type Fraction, fraction, multiply } from '../../money/index.ts';
import type { AsAt } from '../as-at.ts';
import type { CountLimitPlan } from '../plan/money-plan.ts';
import type { Comer, Crowd } from '../whose/crowd.ts';
import { type Draft, payableOnOf } from './draft.ts';
import { inLine } from './place-in-line.ts';
import { roundedDown } from './rounding-of-total.ts';

/** A line's place in the queue of a count, and the day on which there was room for it. */
export type Queued = Readonly<{ clause: string; place: number; roomOn?: DayNumber }>;

/**
 * Step 5, counts. Lines of some outcomes are paid for no more than a share of those who came,
 * rounded down. The others wait in line, and are payable from the day on which there are people
 * enough. Lines come and are given back in place in line.
 */
export function applyCounts(
  drafts: readonly Draft[],
  { crowd, asAt }: Readonly<{ crowd: Crowd; asAt: AsAt }>,
): readonly Draft[] {
  const held = new Map<Draft, Draft>();
  for (const [limit, queue] of queues(drafts)) {
    const { per, of } = limit.plan;
    const people = crowd[of].filter(
      ({ provider }) => per === 'contract' || provider === limit.provider,
    );
    const days = daysOfRoom(people, limit.plan.share, asAt);
    let notBefore = Number.NEGATIVE_INFINITY;
    queue.forEach((draft, at) => {
      const now = held.get(draft) ?? draft;
      const room = days[at];
      notBefore = Math.max(notBefore, payableOnOf(now) ?? notBefore, room ?? notBefore);
      const { clause } = limit.plan;
      const own = { clause, place: at + 1, ...(room === undefined ? {} : { roomOn: room }) };
      const queued = { ...now, queued: [...(now.queued ?? []), own] };
      held.set(draft, room === undefined ? refused(queued, clause) : holdUntil(queued, notBefore));
    });
  }
  if (held.size === 0) return drafts;
  return inLine(drafts.map((draft) => held.get(draft) ?? draft));
}

type Queue = Readonly<{ plan: CountLimitPlan; provider: string }>;

/** The lines under each limit and, where each provider has its own, of each provider. */
function queues(drafts: readonly Draft[]): readonly (readonly [Queue, readonly Draft[]])[] {
  const found = new Map<string, readonly [Queue, Draft[]]>();
  for (const draft of drafts) {
    if (draft.refusal) continue;
    const { version, placed, attachment } = draft.earned;
    for (const plan of version.whole?.counts ?? []) {
      if (!plan.outcomes.includes(placed.outcome.name)) continue;
      const provider = plan.per === 'provider' ? attachment.provider : '';
      const key = JSON.stringify([plan.clause, provider]);
      const queue = found.get(key);
      if (queue) queue[1].push(draft);
      else found.set(key, [{ plan, provider }, [draft]]);
    }
  }
  return [...found.values()];
}

/** The day on which there was room for the first, the second ...: as many as there is room for. */
function daysOfRoom(
  people: readonly Comer[],
  share: Fraction,
  { trueBy, knownBy }: AsAt,
): readonly DayNumber[] {
  const came = people
    .map(({ day, knownOn }) => Math.max(day, knownOn))
    .filter((day) => day <= Math.min(trueBy, knownBy))
    .sort((a, b) => a - b);
  return came.flatMap((day, at) => {
    const before = allowed(share, at);
    const now = allowed(share, at + 1);
    return Array.from({ length: now - before }, () => day);
  });
}

function allowed(share: Fraction, people: number): number {
  return Number(roundedDown(multiply(share, fraction(people))));
}

function refused(draft: Draft, clause: string): Draft {
  return { ...draft, refusal: { reason: 'count', clause } };
}

function holdUntil(draft: Draft, day: DayNumber): Draft {
  return { ...draft, heldUntil: Math.max(day, draft.heldUntil ?? day) };
}
