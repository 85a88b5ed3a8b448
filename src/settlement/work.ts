import type { DayNumber } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import { broughtForward, countingDays } from './achieve/brought-forward.ts';
import { kindsBehind, type OrderOfWork, orderOfWork, outcomesOf } from './achieve/order-of-work.ts';
import { type RestsOn, restsOnOf } from './achieve/rests-on.ts';
import { type WantedFacts, wantedFacts } from './achieve/wanted-facts.ts';
import { knownDaysOf } from './admit/admit.ts';
import { admitOthers } from './admit/admit-others.ts';
import { type Admitted, chainsIn } from './admit/admitted.ts';
import type { SeenFact } from './admit/seen-fact.ts';
import { bitsOf } from './admit/standing-rows.ts';
import { type Timely, timelyBy } from './admit/timely.ts';
import { factsSeen, viewOf } from './admit/view.ts';
import type { AsAt, Unread } from './as-at.ts';
import { type Discount, discountsOf } from './pay/discount.ts';
import { kindsRead } from './plan/kinds-read.ts';
import type { GroupPlan, OutcomePlan, Plan } from './plan/plan.ts';
import { type BoundPlans, boundPlans } from './whose/bound-plans.ts';
import { leavingDays } from './whose/leaving.ts';

/** An outcome as one group's terms have it, its place on the page, and what it asks for. */
export type PlacedOutcome = Readonly<{
  outcome: OutcomePlan;
  order: number;
  wanted: WantedFacts;
  restsOn: RestsOn;
}>;

/** What is the same for every participant of one settlement, worked out once. */
export type Work = Readonly<{
  plan: Plan;
  /** The versions that bind each provider. */
  bound: BoundPlans;
  asAt: AsAt;
  unread: readonly Unread[];
  /** Outcomes by name, each after those it rests on. */
  order: OrderOfWork;
  /** Every kind of fact on which each can rest. */
  kindsBehind: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every kind of fact on which any can rest. */
  kindsThatCount: ReadonlySet<string>;
  /** Every kind that a settlement may read. */
  kindsRead: ReadonlySet<string>;
  /** Those that more evidence can only bring forward. */
  broughtForward: ReadonlySet<string>;
  /** Those of these that count days and nothing else. */
  countsDays: ReadonlySet<string>;
  /** The bits of every state in which a fact can count today. */
  statesThatCount: number;
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
  const brought = broughtForward(plan, order);
  const timely = timelyBy(plan);
  const sighting = { plan, asAt, timely };
  const completes = admitOthers(rest.others.filter(isComplete), sighting);
  const knownOn = asksForRecords ? knownDaysOf(chainsIn(completes), asAt.knownBy) : [];
  return {
    plan,
    bound: boundPlans(plan, rest.others, asAt),
    asAt,
    unread: rest.unread,
    order,
    kindsBehind: behind,
    kindsThatCount: new Set([...behind.values()].flatMap((kinds) => [...kinds])),
    kindsRead: kindsRead(plan),
    broughtForward: brought,
    countsDays: countingDays(plan, order, brought),
    statesThatCount: bitsOf(['verified', ...outcomesOf(plan).flatMap(({ states }) => states)]),
    findOutcome: finderOf(plan),
    completesAt: completesByDay(completes, { asAt, knownOn }),
    completesKnownOn: knownOn,
    restsOnRecords,
    discounts: discountsOf(rest.others, sighting),
    timely,
    looksAtAll: looksAtAll(plan),
    deductedKinds: deductedKinds(plan),
    leftOn: leavingDays(rest.others, sighting),
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

function finderOf(plan: Plan): Work['findOutcome'] {
  const placed = new Map<GroupPlan, ReadonlyMap<string, PlacedOutcome>>();
  const wantedBy = wantedFacts();
  for (const group of plan.versions.flatMap((version) => [...version.groups.values()])) {
    const entries = group.outcomes.map((outcome, index) => {
      const { name, order = index } = outcome;
      return [
        name,
        { outcome, order, wanted: wantedBy(outcome), restsOn: restsOnOf(outcome) },
      ] as const;
    });
    placed.set(group, new Map(entries));
  }
  return (group, name) => placed.get(group)?.get(name);
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
