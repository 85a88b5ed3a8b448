import {
  countDays,
  cut,
  type DayNumber,
  type Length,
  lastDayOf,
  type Span,
} from '../../calendar/index.ts';
import { never } from '../plan/open-days.ts';
import type { WindowPlan } from '../plan/plan.ts';

/**
 * Step 2, windows. `within N of X`: the day of X is the first day of N. `after X`: from the next
 * day. Both ends of `between M and N of X` are counted from X, so that it and `within M` meet. A
 * length is lengthened by the paused days in it; a last day that is a date is not. A window without
 * an end is open.
 */
export function windowFrom(
  anchor: DayNumber,
  plan: WindowPlan,
  paused: readonly Span[],
): Span | undefined {
  const start = plan.starts === 'on the day' ? anchor : anchor + 1;
  const endOf = (length: Length) =>
    lengthened({ first: start, last: lastDayOf(start, length, plan.working) }, paused);
  const opens = plan.opensAfter ? endOf(plan.opensAfter) + 1 : start;
  const closes = plan.length ? endOf(plan.length) : never;
  const first = Math.max(opens, plan.firstDay ?? opens);
  const last = Math.min(closes, plan.lastDay ?? closes);
  return first <= last ? { first, last } : undefined;
}

/** The last day of as many days that are not paused as the length has days. */
function lengthened(length: Span, paused: readonly Span[]): DayNumber {
  let { last } = length;
  if (paused.length === 0) return last;
  for (;;) {
    const days = countDays(cut(paused, { first: length.first, last }));
    if (length.last + days === last) return last;
    last = length.last + days;
  }
}
