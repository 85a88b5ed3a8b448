import {
  countDays,
  cut,
  type DayNumber,
  intersect,
  type Span,
  subtract,
} from '../../calendar/index.ts';
import { fraction, one } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { countedDays } from '../admit/counted-facts.ts';
import type { Achievement, Take } from './achievement.ts';
import { completeDays, daysThatCanCount } from './counting-days.ts';
import type { Asking } from './question.ts';
import { daysOf, isEnoughReached, type Run, runsOf } from './runs.ts';

/** So many days in a state, in one go or in total, as often as they are reached. */
export function lasts(asking: Asking<'lasts'>, take: Take): void {
  const { length } = asking.condition;
  const runs = runsFor(asking);
  let isReached = asking.served.times > 0;
  const takeOne = (from: DayNumber, day: DayNumber) => {
    isReached = true;
    return take({ from, day, certainOn: day, quantity: one });
  };
  for (const run of runs) if (isEnoughReached(run, length, takeOne)) return;
  const partial = isReached ? undefined : partialOf(runs, asking);
  if (partial) take(partial);
}

/** The days that count, in the runs in which they are counted: in total, they are all one run. */
export function runsFor(asking: Asking<'lasts'>): readonly Run[] {
  const { condition, served } = asking;
  const all = daysThatCount(asking);
  const left = { first: served.until + 1, last: Number.POSITIVE_INFINITY };
  const days = served.times > 0 ? cut(all, left) : all;
  if (condition.how === 'in one go') return runsOf(days, asking.paused, condition.gapMax);
  const isFixed = condition.length.unit === 'day' || condition.length.unit === 'week';
  assert(isFixed, 'what lasts in total is counted in days or weeks');
  return days.length > 0 ? [days] : [];
}

/**
 * Days in any of the kinds, once, less those excluded and those paused. Where the exclusions rest
 * on a complete record, only days of which it is complete.
 */
export function daysThatCount(asking: Asking<'lasts' | 'each day'>): readonly Span[] {
  const { view, wanted, condition, paused } = asking;
  const { less, lessCompleteSource } = condition;
  const isEveryDay = condition.is === 'each day' && condition.everyDay === true;
  const inState = isEveryDay ? daysSoFar(asking) : countedDays(view, wanted.counted);
  let days = daysThatCanCount(inState, asking);
  if (days.length === 0) return days;
  if (less.length > 0) days = subtract(days, countedDays(view, wanted.less));
  if (lessCompleteSource !== undefined && view.reading !== 'hopeful') {
    days = intersect(days, completeDays(asking, lessCompleteSource, less));
  }
  return paused.length === 0 ? days : subtract(days, paused);
}

function daysSoFar({ span, view }: Asking<'lasts' | 'each day'>): readonly Span[] {
  const last = Math.min(span.last, view.horizon);
  return last < span.first ? [] : [{ first: span.first, last }];
}

/** What fell short, once the window has closed: the longest run, the earliest among equals. */
function partialOf(runs: readonly Run[], asking: Asking<'lasts'>): Achievement | undefined {
  const { outcome, condition, window, view } = asking;
  if (outcome.partialFrom === undefined || window.last > view.horizon) return undefined;
  const longest = longestOf(runs);
  const from = longest?.[0]?.first;
  const day = longest?.at(-1)?.last;
  if (longest === undefined || from === undefined || day === undefined) return undefined;
  const counted = countDays(longest);
  if (counted < daysOf(from, outcome.partialFrom)) return undefined;
  const quantity = fraction(counted, daysOf(from, condition.length));
  return { from, day, certainOn: Math.max(day, window.last), quantity, isPartial: true };
}

/** The run with most days that count, and the first such among equals. */
export function longestOf(runs: readonly Run[]): Run | undefined {
  let longest: Run | undefined;
  for (const run of runs) {
    if (longest === undefined || countDays(run) > countDays(longest)) longest = run;
  }
  return longest;
}
