import {
  countDays,
  cut,
  type DayNumber,
  type Length,
  lastDayOf,
  type Span,
} from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import type { Days } from '../admit/day-rows.ts';
import type { Condition } from '../plan/plan.ts';

/** Counted days that belong together: no gap between them is longer than is permitted. */
export type Run = Days;

/** How days are put together: in one go, with what may lie between them, or in total. */
export type Joining = Readonly<{
  condition: Pick<Extract<Condition, { is: 'lasts' }>, 'how' | 'gapMax' | 'length'>;
  paused: readonly Span[];
}>;

/** The run of days that begins with a row: in total, they are all one run. */
export function runOf(days: Days, from: number, joining: Joining): Run {
  return { rows: days.rows, from, to: endOfRun(days, from, joining) };
}

/** The row after the last of a run that begins with a row. */
export function endOfRun({ rows, to }: Days, from: number, joining: Joining): number {
  const { how, gapMax, length } = joining.condition;
  if (how === 'in total') {
    assert(daysInEach(length) > 0, 'what lasts in total is counted in days or weeks');
    return to;
  }
  // Days stand apart: without anything that may lie between them each row is a run.
  if (gapMax === undefined && joining.paused.length === 0) return from + 1;
  let end = from + 1;
  for (; end < to; end += 1) {
    const gap = {
      first: (rows.last[end - 1] as number) + 1,
      last: (rows.first[end] as number) - 1,
    };
    if (!isPassedOver(gap, joining.paused, gapMax)) break;
  }
  return end;
}

/** All runs of days, one after the other. */
export function runsOf(days: Days, joining: Joining): readonly Run[] {
  const runs: Run[] = [];
  for (let from = days.from; from < days.to; ) {
    const run = runOf(days, from, joining);
    runs.push(run);
    from = run.to;
  }
  return runs;
}

/**
 * Step 2, in one go. Days that are not paused and do not count are a gap; one no longer than is
 * permitted neither breaks the run nor counts. Paused days neither count nor break.
 */
function isPassedOver(gap: Span, paused: readonly Span[], gapMax: Length | undefined): boolean {
  const pausedDays = paused.length === 0 ? 0 : countDays(cut(paused, gap));
  const missing = gap.last - gap.first + 1 - pausedDays;
  return missing === 0 || (gapMax !== undefined && missing <= daysOf(gap.first, gapMax));
}

/** Takes what lasted from a first day until that on which it was enough; says whether to go on. */
export type TakeDay = (from: DayNumber, day: DayNumber) => boolean;

/** Whether a length was reached within a run; and whether as often as anybody asks for. */
export type Reach = 'not at all' | 'reached' | 'enough';

/**
 * Tells each time the length is reached within a run, from its first counted day to the day on
 * which it was, until that is enough. A day serves one repeat, and repeats follow each other; the
 * months of a repeat are reckoned from its own first day.
 */
export function tellReached({ rows, from: start, to }: Run, length: Length, take: TakeDay): Reach {
  let reach: Reach = 'not at all';
  let from = 0;
  let missing = 0;
  const days = daysInEach(length);
  for (let row = start; row < to; row += 1) {
    const last = rows.last[row] as number;
    let first = rows.first[row] as number;
    while (first <= last) {
      if (missing === 0) {
        from = first;
        missing = days > 0 ? days : daysOf(first, length);
      }
      const day = Math.min(first + missing - 1, last);
      missing -= day - first + 1;
      first = day + 1;
      if (missing > 0) continue;
      if (!take(from, day)) return 'enough';
      reach = 'reached';
    }
  }
  return reach;
}

/** How many days a length is, whenever it begins; 0 where that depends on its first day. */
export function daysInEach({ unit, count }: Length): number {
  if (unit === 'day') return count;
  return unit === 'week' ? 7 * count : 0;
}

/** How many days a length is that begins on this day. */
export function daysOf(first: DayNumber, length: Length): number {
  return lastDayOf(first, length) - first + 1;
}
