import { type DayNumber, intersect, type Span, subtract } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { countedDays, countedSpans } from '../admit/counted-facts.ts';
import {
  countOfDays,
  cutDays,
  type Days,
  daysOfSpans,
  firstOfDays,
  lastOfDays,
  spansOf,
} from '../admit/day-rows.ts';
import { never } from '../plan/open-days.ts';
import type { Achievement } from './achievement.ts';
import { completeDays } from './counting-days.ts';
import type { Asking } from './question.ts';
import { daysOf, type Run, runOf, runsOf, tellReached } from './runs.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOnDay, takeOne } from './taking.ts';

/** So many days in a state, in one go or in total, as often as they are reached. */
export function lasts(asking: Asking<'lasts'>, stage: Stage, taking: Taking): void {
  const { length } = asking.condition;
  let isReached = asking.served.times > 0;
  const days = daysLeft(asking, stage);
  const take = (from: DayNumber, day: DayNumber) => takeOnDay(taking, from, day);
  for (let from = days.from; from < days.to; ) {
    const run = runOf(days, from, asking);
    const reach = tellReached(run, length, take);
    if (reach === 'enough') return;
    if (reach === 'reached') isReached = true;
    from = run.to;
  }
  const partial = isReached ? undefined : partialOf(days, asking, stage);
  if (partial) takeOne(taking, partial);
}

/** The days that count, in the runs in which they are counted: in total, they are all one run. */
export function runsFor(asking: Asking<'lasts'>, stage: Stage): readonly Run[] {
  return runsOf(daysLeft(asking, stage), asking);
}

/** The days that count, but for those that served repeats under other terms. */
function daysLeft(asking: Asking<'lasts'>, stage: Stage): Days {
  const days = daysThatCount(asking, stage);
  const { times, until } = asking.served;
  return times > 0 ? cutDays(days, until + 1, never) : days;
}

/**
 * Days in any of the kinds, once, less those excluded and those paused. Where the exclusions rest
 * on a complete record, only days of which it is complete.
 */
export function daysThatCount(asking: Asking<'lasts' | 'each day'>, stage: Stage): Days {
  const { wanted, condition, paused, span, attached } = asking;
  const isEveryDay = condition.is === 'each day' && condition.everyDay === true;
  const { view } = stage;
  const inState = isEveryDay
    ? daysSoFar(asking, stage)
    : cutDays(countedDays(view, wanted.counted), span.first, span.last);
  const isPlain = condition.less.length === 0 && paused.length === 0 && attached === undefined;
  if (isPlain || inState.from === inState.to) return inState;
  return daysOfSpans(view.admitted.rows.days, lessened(spansOf(inState), asking, stage));
}

function lessened(
  inState: readonly Span[],
  asking: Asking<'lasts' | 'each day'>,
  stage: Stage,
): readonly Span[] {
  const { wanted, condition, paused, attached } = asking;
  const { less, lessCompleteSource } = condition;
  const { view } = stage;
  let days = attached ? intersect(inState, attached) : inState;
  if (less.length > 0) days = subtract(days, countedSpans(view, wanted.less));
  if (lessCompleteSource !== undefined && view.reading !== 'hopeful') {
    days = intersect(days, completeDays(stage, lessCompleteSource, less));
  }
  return paused.length === 0 ? days : subtract(days, paused);
}

function daysSoFar({ span }: Asking<'lasts' | 'each day'>, { view }: Stage): Days {
  const last = Math.min(span.last, view.horizon);
  return daysOfSpans(view.admitted.rows.days, [{ first: span.first, last }]);
}

/** What fell short, once the window has closed: the longest run, the earliest among equals. */
function partialOf(days: Days, asking: Asking<'lasts'>, { view }: Stage): Achievement | undefined {
  const { outcome, condition, window } = asking;
  if (outcome.partialFrom === undefined || window.last > view.horizon) return undefined;
  const longest = longestOf(runsOf(days, asking));
  if (longest === undefined) return undefined;
  const from = firstOfDays(longest);
  const day = lastOfDays(longest);
  const counted = countOfDays(longest);
  if (counted < daysOf(from, outcome.partialFrom)) return undefined;
  const quantity = fraction(counted, daysOf(from, condition.length));
  return { from, day, certainOn: Math.max(day, window.last), quantity, isPartial: true };
}

/** The run with most days that count, and the first such among equals. */
export function longestOf(runs: readonly Run[]): Run | undefined {
  let longest: Run | undefined;
  for (const run of runs) {
    if (longest === undefined || countOfDays(run) > countOfDays(longest)) longest = run;
  }
  return longest;
}
