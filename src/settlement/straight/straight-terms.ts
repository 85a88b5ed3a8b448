import { manyTimes } from '../achieve/keep.ts';
import { daysInEach, type Joining } from '../achieve/runs.ts';
import type { WantedDays } from '../admit/counted-facts.ts';
import { mayBeAsEarned } from '../columns/rows-as-earned.ts';
import { leastOver } from '../due/least-over.ts';
import type {
  Condition,
  GroupPlan,
  OutcomePlan,
  PricePlan,
  VersionPlan,
  WindowPlan,
} from '../plan/plan.ts';
import type { Behind, PlacedGroup, PlacedOutcome, Work } from '../work.ts';

/** An outcome as it is asked of somebody who was attached once: numbers, and no names. */
export type StraightOutcome = Readonly<{
  placed: PlacedOutcome;
  group: GroupPlan;
  /** Its order on the page. */
  order: number;
  /** How days are put together, where it lasts; else it happens on the day of a fact. */
  joining: Joining | undefined;
  /** The number of the facts that it counts, from 0; and of the kinds behind it. */
  wanted: number;
  behind: number;
  /** How often it can be achieved. */
  most: number;
  /** The places of those that it comes only after; `notEarned` of what the group cannot earn. */
  onlyAfter: readonly number[];
  window: StraightWindow | undefined;
  isPricedByItsDay: boolean;
  /** What the participant's own limits over it allow at most, in whole smallest units. */
  least: number;
}>;

/** The days on which an outcome must be. */
export type StraightWindow = Readonly<{
  plan: WindowPlan;
  /** From which day it is counted: of the contract, of the attachment, or of an outcome. */
  from: 'contract' | 'attachment' | 'outcome';
  /** The place of that outcome. */
  place: number;
  /** How many days it is open from its day on, where that is all it says; else 0. */
  days: number;
}>;

/** The place of an outcome that nobody in the group earns. */
export const notEarned = -1;

/** A group with what it can earn, by the place of each outcome's name in the order of work. */
export type StraightGroup = Readonly<{
  group: GroupPlan;
  outcomes: readonly (StraightOutcome | undefined)[];
}>;

/** Terms under which the lines of one who was attached once follow from days alone. */
export type StraightTerms = Readonly<{
  version: VersionPlan;
  groups: ReadonlyMap<string, StraightGroup>;
  /** The facts that outcomes count, and the kinds on which they rest, each once. */
  wanted: readonly WantedDays[];
  behinds: readonly Behind[];
}>;

/** What is asked of work to find these. */
type Ground = Pick<
  Work,
  | 'plan'
  | 'bound'
  | 'unread'
  | 'restsOnRecords'
  | 'discounts'
  | 'timely'
  | 'deductedKinds'
  | 'findGroup'
>;

/**
 * The terms of a page of one version that says nothing of when facts are late, who is set aside or
 * whose source ranks higher, and of which each outcome is a fact or so many days. Undefined of any
 * other page.
 */
export function straightTerms(work: Ground): StraightTerms | undefined {
  const [version, second] = work.plan.versions;
  if (version === undefined || second !== undefined) return undefined;
  const placed = [...version.groups].map(([name, group]) => {
    return [name, work.findGroup(group)] as const;
  });
  const outcomes = placed.flatMap(([, own]) => own.outcomes.filter((each) => each !== undefined));
  const isStraight =
    isPlainWork(work) &&
    isPlainVersion(version) &&
    mayBeAsEarned(work.plan) &&
    outcomes.every(({ outcome }) => isPlainOutcome(outcome) && isPlainPrice(outcome.price, work));
  if (!isStraight) return undefined;
  const kinds = {
    wanted: [...new Set(outcomes.map((each) => each.wanted.counted))],
    behinds: [...new Set(outcomes.map((each) => each.behind))],
  };
  const groups = new Map(placed.map(([name, own]) => [name, straightGroup(own, kinds)]));
  return { version, groups, ...kinds };
}

function isPlainWork(work: Ground): boolean {
  const { bound, unread, restsOnRecords, timely, deductedKinds } = work;
  const saysNothing = timely === undefined && deductedKinds.length === 0 && !restsOnRecords;
  return saysNothing && bound.plans.length === 1 && unread.length === 0;
}

function isPlainVersion({ setAsideBy, partEnds, ranks, whole }: VersionPlan): boolean {
  const isRanked = ranks !== undefined && ranks.size > 0;
  const takesAll = whole?.attachedHere === undefined;
  return setAsideBy.length === 0 && partEnds === undefined && !isRanked && takesAll;
}

function isPlainOutcome({ scope, window, ...rest }: OutcomePlan): boolean {
  const { condition, pausedBy, partialFrom, whileAttached } = rest;
  const isWhole = pausedBy.length === 0 && partialFrom === undefined && whileAttached !== true;
  const isDated = scope !== 'referral' && window?.anchor.is !== 'kind';
  return isWhole && isDated && isPlainCondition(condition);
}

/** Whether a price is the same of all in one year. */
function isPlainPrice(
  { rows, perUnit, discountFromYear }: PricePlan,
  { discounts }: Ground,
): boolean {
  const isOfAll = discountFromYear === undefined || discounts.size === 0;
  return isOfAll && !perUnit && rows.every(({ tier }) => tier === undefined);
}

function isPlainCondition(condition: Condition): boolean {
  if (condition.is === 'happens') return true;
  const isLasting = condition.is === 'lasts' && condition.less.length === 0;
  return isLasting && condition.atLeast === undefined;
}

type Kinds = Pick<StraightTerms, 'wanted' | 'behinds'>;

function straightGroup({ group, outcomes }: PlacedGroup, kinds: Kinds): StraightGroup {
  const placeOf = (name: string) => {
    const place = outcomes.findIndex((each) => each?.outcome.name === name);
    return place < 0 ? notEarned : place;
  };
  const least = leastOver();
  const straight = outcomes.map((placed): StraightOutcome | undefined => {
    if (placed === undefined) return undefined;
    const { name, condition, times, onlyAfter, window, price } = placed.outcome;
    return {
      placed,
      group,
      order: placed.order,
      joining: condition.is === 'lasts' ? { condition, paused: [] } : undefined,
      wanted: kinds.wanted.indexOf(placed.wanted.counted),
      behind: kinds.behinds.indexOf(placed.behind),
      most: times === 'any' ? manyTimes : times,
      onlyAfter: onlyAfter.map(placeOf),
      window: window && straightWindow(window, placeOf),
      isPricedByItsDay: price.yearOf === 'outcome',
      least: Number(least(group, name) ?? Number.POSITIVE_INFINITY),
    };
  });
  return { group, outcomes: straight };
}

function straightWindow(plan: WindowPlan, placeOf: (name: string) => number): StraightWindow {
  const { anchor, opensAfter, starts, firstDay, lastDay, length } = plan;
  const isFromDay = starts === 'on the day' && opensAfter === undefined;
  const isLength = isFromDay && firstDay === undefined && lastDay === undefined;
  return {
    plan,
    // Whom nobody referred is referred on the day of the attachment.
    from: anchor.is === 'contract' || anchor.is === 'outcome' ? anchor.is : 'attachment',
    place: anchor.is === 'outcome' ? placeOf(anchor.outcome) : notEarned,
    days: isLength && length !== undefined ? daysInEach(length) : 0,
  };
}
