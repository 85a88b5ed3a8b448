import { countDays, cut, type DayNumber, lastDayOf, type Span } from '../calendar/index.ts';
import type { WindowPlan } from './plan.ts';

/**
 * Step 2, windows. `within N of X`: the day of X is the first day of N. `after X`: from the next
 * day. Both ends of `between M and N of X` are counted from X. A window without an end is open.
 */
export function windowFrom(
  anchor: DayNumber,
  plan: WindowPlan,
  paused: readonly Span[],
): Span | undefined {
  const start = plan.starts === 'on the day' ? anchor : anchor + 1;
  const opens = plan.opensAfter ? lastDayOf(start, plan.opensAfter, plan.working) + 1 : start;
  const first = Math.max(opens, plan.firstDay ?? opens);
  const ends = plan.length ? lastDayOf(start, plan.length, plan.working) : Number.POSITIVE_INFINITY;
  const latest = plan.lastDay ?? Number.POSITIVE_INFINITY;
  if (first > Math.min(ends, latest)) return undefined;
  const last = Number.isFinite(ends) ? lengthened({ first, last: ends }, paused) : ends;
  return { first, last: Math.min(last, latest) };
}

/**
 * A window is lengthened by the paused days in it, and so by those in what was added, until it has
 * as many days that are not paused as it was given. A last day that is a date does not move.
 */
function lengthened(window: Span, paused: readonly Span[]): DayNumber {
  let { last } = window;
  for (;;) {
    const days = countDays(cut(paused, { first: window.first, last }));
    if (window.last + days === last) return last;
    last = window.last + days;
  }
}
