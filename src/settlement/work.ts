import type { DayNumber } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import { assert } from '../problem/index.ts';
import { broughtForward, countingDays } from './achieve/brought-forward.ts';
import {
  kindsBehind,
  type OrderOfWork,
  orderOfWork,
  outcomesOf,
  takingPart,
} from './achieve/order-of-work.ts';
import { type RestsOn, restsOnOf } from './achieve/rests-on.ts';
import { type WantedFacts, wantedFacts } from './achieve/wanted-facts.ts';
import { knownDaysOf } from './admit/admit.ts';
import { admitOthers } from './admit/admit-others.ts';
import { type Admitted, chainsIn } from './admit/admitted.ts';
import { type KindMarks, kindMarks, marksOf } from './admit/kind-marks.ts';
import type { SeenFact } from './admit/seen-fact.ts';
import { bitsOf } from './admit/standing-rows.ts';
import { type Timely, timelyBy } from './admit/timely.ts';
import { factsSeen, viewOf } from './admit/view.ts';
import type { AsAt, Unread } from './as-at.ts';
import { type Discount, discountsOf } from './pay/discount.ts';
import { kindsRead } from './plan/kinds-read.ts';
import type { GroupPlan, OutcomePlan, Plan } from './plan/plan.ts';
import { type StraightTerms, straightTerms } from './straight/straight-terms.ts';
import { type BoundPlans, boundPlans } from './whose/bound-plans.ts';
import { leavingDays } from './whose/leaving.ts';

/** An outcome as one group's terms have it, its place on the page, and what it asks for. */
export type PlacedOutcome = Readonly<{
  outcome: OutcomePlan;
  order: number;
  /** The place of its name among those that are worked out one after the other. */
  at: number;
  /** Its own number among the outcomes of all groups, from 0. */
  number: number;
  wanted: WantedFacts;
  restsOn: RestsOn;
  behind: Behind;
  /** Whether more evidence can only bring it forward. */
  isBroughtForward: boolean;
}>;

/** The kinds of fact on which an outcome can rest; one object for all that rest on the same. */
export type Behind = Readonly<{
  /** Those that say who took part are marked 2, all others 1. */
  marks: KindMarks;
  /** Whether it is so many days, whichever facts cover them. */
  countsDays: boolean;
}>;

/** A group with what it can earn, by the place of each outcome's name in the order of work. */
export type PlacedGroup = Readonly<{
  group: GroupPlan;
  outcomes: readonly (PlacedOutcome | undefined)[];
}>;

/** What is the same for every participant of one settlement, worked out once. */
export type Work = Readonly<{
  plan: Plan;
  /** The versions that bind each provider. */
  bound: BoundPlans;
  asAt: AsAt;
  unread: readonly Unread[];
  /** For each outcome, after those it rests on, the places of these and its own. */
  needs: readonly (readonly number[])[];
  /** Every kind of fact on which each can rest. */
  kindsBehind: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every kind of fact on which any can rest. */
  kindsThatCount: KindMarks;
  /** Every kind that a settlement may read. */
  kindsRead: ReadonlySet<string>;
  /** The bits of every state in which a fact can count today. */
  statesThatCount: number;
  findGroup: (group: GroupPlan) => PlacedGroup;
  findOutcome: (group: GroupPlan, name: string) => PlacedOutcome | undefined;
  /** Records of completeness that name no participant, and the days on which they became known. */
  completesAt: (knownBy: DayNumber) => readonly SeenFact[];
  completesKnownOn: readonly DayNumber[];
  /** Whether anything said of an outcome waits for a source to be recorded complete. */
  restsOnRecords: boolean;
  /** What each provider has taken off its prices. */
  discounts: ReadonlyMap<string, readonly Discount[]>;
  /** What is said of facts that come late, where anything is. */
  timely: Timely | undefined;
  /** Whether anything depends on all participants together: cohorts, bands, grants, payers. */
  looksAtAll: boolean;
  /** Kinds of fact for which something is deducted. */
  deductedKinds: readonly string[];
  /** The day on which each provider left that has. */
  leftOn: ReadonlyMap<string, DayNumber>;
  /** The terms by which one who was attached once is settled straight, where the page allows it. */
  straight: StraightTerms | undefined;
}>;

export function workOn(
  plan: Plan,
  asAt: AsAt,
  rest: Readonly<{ others: readonly Fact[]; unread: readonly Unread[] }>,
): Work {
  const isComplete = ({ kind, cohort }: Fact) =>
    cohort === undefined && (kind === 'complete' || kind === 'withdrawn');
  const restsOnRecords = outcomesOf(plan).some(restsOnRecord);
  const asksForRecords = restsOnRecords || measuresRestOnRecord(plan);
  const order = orderOfWork(plan);
  const behind = alikeOnce(kindsBehind(plan, order));
  const timely = timelyBy(plan);
  const sighting = { plan, asAt, timely };
  const completes = admitOthers(rest.others.filter(isComplete), sighting);
  const knownOn = asksForRecords ? knownDaysOf(chainsIn(completes), asAt.knownBy) : [];
  const { findGroup, findOutcome } = findersOf(plan, { order, behind });
  const bound = boundPlans(plan, rest.others, asAt);
  const discounts = discountsOf(rest.others, sighting);
  const deducted = deductedKinds(plan);
  const { unread } = rest;
  const said = { plan, bound, unread, restsOnRecords, discounts, timely, findGroup };
  return {
    plan,
    bound,
    asAt,
    unread,
    needs: needsIn(order),
    kindsBehind: behind,
    kindsThatCount: marksOf([...behind.values()].flatMap((kinds) => [...kinds])),
    kindsRead: kindsRead(plan),
    statesThatCount: bitsOf(['verified', ...outcomesOf(plan).flatMap(({ states }) => states)]),
    findGroup,
    findOutcome,
    completesAt: completesByDay(completes, { asAt, knownOn }),
    completesKnownOn: knownOn,
    restsOnRecords,
    discounts,
    timely,
    looksAtAll: looksAtAll(plan),
    deductedKinds: deducted,
    leftOn: leavingDays(rest.others, sighting),
    straight: straightTerms({ ...said, deductedKinds: deducted }),
  };
}

/** Sets of the same kinds as one set, so that what follows from them is worked out once for all. */
function alikeOnce(
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  const sets = [...kinds].map(([name, set]) => {
    const key = JSON.stringify([...set].sort());
    const same = known.get(key) ?? set;
    known.set(key, same);
    return [name, same] as const;
  });
  return new Map(sets);
}

function deductedKinds({ versions }: Plan): readonly string[] {
  const deductions = versions.flatMap(({ whole }) => whole?.deductions ?? []);
  return [...new Set(deductions.flatMap(({ kinds }) => kinds))];
}

/** Whether anything depends on all participants together. */
export function looksAtAll(plan: Plan): boolean {
  return (
    plan.versions.some(({ whole }) => whole !== undefined) ||
    outcomesOf(plan).some(({ price }) => price.bands !== undefined)
  );
}

/** Whether a source must be recorded complete before anything can be said of an outcome. */
export function restsOnRecord({ condition }: OutcomePlan): boolean {
  if (condition.is === 'absent') return !condition.presumed;
  const isCounted = condition.is === 'lasts' || condition.is === 'each day';
  return isCounted && condition.lessCompleteSource !== undefined;
}

/** Whether the number of any cohort waits for a source to be recorded complete. */
function measuresRestOnRecord({ versions }: Plan): boolean {
  const measures = versions.flatMap(({ whole }) => whole?.measures ?? []);
  return measures.some(({ core }) => 'completeSource' in core && core.completeSource !== undefined);
}

function needsIn(order: OrderOfWork): Work['needs'] {
  const names = [...order.keys()];
  return [...order.values()].map((chain) => chain.map((name) => names.indexOf(name)));
}

type Ordered = Readonly<{
  order: OrderOfWork;
  behind: ReadonlyMap<string, ReadonlySet<string>>;
}>;

function findersOf(plan: Plan, ordered: Ordered): Pick<Work, 'findGroup' | 'findOutcome'> {
  const names = [...ordered.order.keys()];
  const groups = new Map<GroupPlan, PlacedGroup>();
  const placed = placer(plan, ordered);
  for (const group of plan.versions.flatMap((version) => [...version.groups.values()])) {
    const own = group.outcomes.map(placed);
    const outcomes = names.map((_, at) => own.find((each) => each.at === at));
    groups.set(group, { group, outcomes });
  }
  const findGroup = (group: GroupPlan) => {
    const found = groups.get(group);
    assert(found, 'a group is one of the plan');
    return found;
  };
  return {
    findGroup,
    findOutcome: (group, name) => groups.get(group)?.outcomes[names.indexOf(name)],
  };
}

function placer(plan: Plan, { order, behind }: Ordered) {
  const names = [...order.keys()];
  const wantedBy = wantedFacts();
  const brought = broughtForward(plan, order);
  const counting = countingDays(plan, order, brought);
  const once = behindOnce();
  let count = 0;
  return (outcome: OutcomePlan, index: number): PlacedOutcome => {
    const { name, order: place = index } = outcome;
    const number = count;
    count += 1;
    return {
      outcome,
      order: place,
      at: names.indexOf(name),
      number,
      wanted: wantedBy(outcome),
      restsOn: restsOnOf(outcome),
      behind: once(behind.get(name) ?? new Set(), counting.has(name)),
      isBroughtForward: brought.has(name),
    };
  };
}

function behindOnce(): (kinds: ReadonlySet<string>, countsDays: boolean) => Behind {
  const known: { kinds: ReadonlySet<string>; behind: Behind }[] = [];
  return (kinds, countsDays) => {
    const same = known.find(
      (each) => each.kinds === kinds && each.behind.countsDays === countsDays,
    );
    if (same) return same.behind;
    const marks = [...kinds].map((kind) => [kind, takingPart.includes(kind) ? 2 : 1] as const);
    const behind = { marks: kindMarks(new Map(marks)), countsDays };
    known.push({ kinds, behind });
    return behind;
  };
}

/** Each day's records are looked up once, however many participants are asked about. */
function completesByDay(
  completes: Admitted,
  { asAt, knownOn }: Readonly<{ asAt: AsAt; knownOn: readonly DayNumber[] }>,
): Work['completesAt'] {
  const seen = new Map<DayNumber, readonly SeenFact[]>();
  const none: readonly SeenFact[] = [];
  if (knownOn.length === 0) return () => none;
  return (knownBy) => {
    const known = knownOn.findLast((day) => day <= knownBy);
    if (known === undefined) return none;
    const before = seen.get(known);
    if (before) return before;
    const sight = { knownBy: known, horizon: asAt.trueBy, reading: 'firm' } as const;
    const facts = factsSeen(viewOf(completes, sight), 'complete');
    const verified = facts.filter(({ states }) => states.every((state) => state === 'verified'));
    seen.set(known, verified);
    return verified;
  };
}
