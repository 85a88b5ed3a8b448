import type { DayNumber } from '../../calendar/index.ts';
import { numberIn } from '../../facts/index.ts';
import { type AttachedColumns, providerOf } from '../columns/attached-columns.ts';
import type { DrawnOn, Draws } from '../columns/draws.ts';
import { poolsBy } from '../pay/pools-by.ts';
import { periodOfDay } from '../plan/period-of-day.ts';
import type { Plan, VersionPlan } from '../plan/plan.ts';
import { yearsOf } from '../plan/year-in.ts';
import type { StraightOutcome } from './straight-terms.ts';

/** On what lines of people who were attached once draw, as far as it was asked for. */
export type StraightDraws = Readonly<{
  ofMany: DrawnOn;
  version: VersionPlan;
  attached: AttachedColumns;
  /** The number of days of one year and one period of each band, as lines of these draw alike. */
  timeOn: (day: DayNumber) => number;
  /** By the number of a provider, that of an outcome, and the time. */
  known: Draws[][][];
}>;

/** Under which terms lines are, and among which attachments theirs are. */
type Ground = Readonly<{ plan: Plan; version: VersionPlan; attached: AttachedColumns }>;

export function straightDraws(ofMany: DrawnOn, { plan, version, attached }: Ground): StraightDraws {
  return { ofMany, version, attached, timeOn: timesIn(plan, version), known: [] };
}

/** On what a line of an attachment draws. */
export function drawsOn(
  draws: StraightDraws,
  { placed, group }: StraightOutcome,
  { attachment, day }: Readonly<{ attachment: number; day: DayNumber }>,
): Draws {
  const { ofMany, version, attached, known } = draws;
  const provider = numberIn(attached.provider, attachment);
  const ofProvider = known[provider] ?? [];
  const ofOutcome = ofProvider[placed.number] ?? [];
  const time = draws.timeOn(day);
  const before = ofOutcome[time];
  if (before !== undefined) return before;
  const found = ofMany.drawsOf({
    outcome: placed.outcome,
    provider: providerOf(attached, attachment),
    day,
    version,
    group: group.group,
  });
  known[provider] = ofProvider;
  ofProvider[placed.number] = ofOutcome;
  ofOutcome[time] = found;
  return found;
}

/** Days on which lines may be beyond the contract's own are looked up each time. */
function timesIn(plan: Plan, { groups }: VersionPlan): (day: DayNumber) => number {
  const outcomes = [...groups.values()].flatMap((group) => group.outcomes);
  const overs = new Set(outcomes.flatMap(({ price: { bands } }) => (bands ? [bands.over] : [])));
  const periods = [...overs].map((over) => periodOfDay(plan, over));
  const yearOn = yearsOf(plan);
  let times = 0;
  const timeBy = poolsBy(() => {
    times += 1;
    return { number: times };
  });
  const lookUp = (day: DayNumber) =>
    timeBy([yearOn(day), ...periods.map((nameOf) => nameOf(day))]).number;
  const known = new Int32Array(plan.endsOn - plan.startsOn + 1);
  return (day) => {
    const before = known[day - plan.startsOn];
    if (before !== undefined && before > 0) return before;
    const time = lookUp(day);
    known[day - plan.startsOn] = time;
    return time;
  };
}
