import {
  countDays,
  cut,
  type DayNumber,
  type Length,
  lastDayOf,
  type Span,
} from '../../calendar/index.ts';

/** Counted days that belong together: no gap between them is longer than is permitted. */
export type Run = readonly Span[];

/**
 * Step 2, in one go. Days that are not paused and do not count are a gap; one no longer than is
 * permitted neither breaks the run nor counts. Paused days neither count nor break.
 */
export function runsOf(
  days: readonly Span[],
  paused: readonly Span[],
  gapMax: Length | undefined,
): readonly Run[] {
  const runs: Span[][] = [];
  for (const span of days) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    const isJoined =
      before && isPassedOver({ first: before.last + 1, last: span.first - 1 }, paused, gapMax);
    if (run && isJoined) run.push(span);
    else runs.push([span]);
  }
  return runs;
}

function isPassedOver(gap: Span, paused: readonly Span[], gapMax: Length | undefined): boolean {
  const pausedDays = paused.length === 0 ? 0 : countDays(cut(paused, gap));
  const missing = gap.last - gap.first + 1 - pausedDays;
  return missing === 0 || (gapMax !== undefined && missing <= daysOf(gap.first, gapMax));
}

/**
 * Tells each time the length is reached within a run, by its first counted day and the day on which
 * it was, until that is enough. A day serves one repeat, and repeats follow each other; the months
 * of a repeat are reckoned from its own first day.
 */
export function isEnoughReached(
  run: Run,
  length: Length,
  take: (from: DayNumber, day: DayNumber) => boolean,
): boolean {
  let from = 0;
  let missing = 0;
  for (const span of run) {
    let { first } = span;
    while (first <= span.last) {
      if (missing === 0) {
        from = first;
        missing = daysOf(first, length);
      }
      const day = Math.min(first + missing - 1, span.last);
      missing -= day - first + 1;
      if (missing === 0 && !take(from, day)) return true;
      first = day + 1;
    }
  }
  return false;
}

/** How many days a length is that begins on this day. */
export function daysOf(first: DayNumber, length: Length): number {
  return lastDayOf(first, length) - first + 1;
}
