import { assert } from '../problem/index.ts';
import type { DayNumber } from './civil.ts';

/** Days from the first to the last, both counted. */
export type Span = Readonly<{ first: DayNumber; last: DayNumber }>;

/**
 * The days of all the spans, as the fewest spans: sorted, apart from each other, and with at least
 * one day between one and the next. Every function here gives back spans in this form, and takes
 * them in any.
 */
export function union(spans: readonly Span[]): readonly Span[] {
  if (isInOrder(spans)) return spans;
  return joinSorted(
    [...spans].sort((a, b) => a.first - b.first || a.last - b.last),
    0,
  );
}

/** The days in both. */
export function intersect(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const left = union(a);
  const right = union(b);
  const days: Span[] = [];
  let at = 0;
  for (const span of left) {
    while (at < right.length && (right[at] as Span).last < span.first) at += 1;
    for (let next = at; next < right.length; next += 1) {
      const other = right[next] as Span;
      if (other.first > span.last) break;
      days.push({
        first: Math.max(span.first, other.first),
        last: Math.min(span.last, other.last),
      });
    }
  }
  return days;
}

/** The days of the first that are in none of the second. */
export function subtract(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const left = union(a);
  const right = union(b);
  if (left.length === 0 || right.length === 0) return left;
  const days: Span[] = [];
  let at = 0;
  for (const span of left) {
    while (at < right.length && (right[at] as Span).last < span.first) at += 1;
    let first = span.first;
    for (let next = at; next < right.length && first <= span.last; next += 1) {
      const other = right[next] as Span;
      if (other.first > span.last) break;
      if (other.first > first) days.push({ first, last: other.first - 1 });
      first = Math.max(first, other.last + 1);
    }
    if (first <= span.last) days.push({ first, last: span.last });
  }
  return days;
}

/** How many days the spans cover; a day counts once, however many spans cover it. */
export function countDays(spans: readonly Span[]): number {
  let days = 0;
  for (const span of union(spans)) days += span.last - span.first + 1;
  return days;
}

/** The days that lie in the window. */
export function cut(spans: readonly Span[], window: Span): readonly Span[] {
  const whole = union(spans);
  const [first] = whole;
  const last = whole[whole.length - 1];
  if (first === undefined || last === undefined) return whole;
  if (first.first >= window.first && last.last <= window.last) return whole;
  return window.first <= window.last ? intersect(whole, [window]) : [];
}

/** The days, and those of every gap of at most so many days between them. */
export function joinGaps(spans: readonly Span[], gapMax: number): readonly Span[] {
  return joinSorted(union(spans), gapMax);
}

/** Whether a day is in any of the spans, which are as `union` gives them. */
export function covers(spans: readonly Span[], day: DayNumber): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as Span;
    if (day < span.first) high = middle - 1;
    else if (day > span.last) low = middle + 1;
    else return true;
  }
  return false;
}

function isInOrder(spans: readonly Span[]): boolean {
  let isSorted = true;
  let before = -Infinity;
  for (const span of spans) {
    assert(span.first <= span.last, 'a span does not end before it begins');
    if (span.first <= before + 1) isSorted = false;
    before = span.last;
  }
  return isSorted;
}

function joinSorted(spans: readonly Span[], gapMax: number): readonly Span[] {
  const joined: Span[] = [];
  let current: Span | undefined;
  for (const span of spans) {
    if (current !== undefined && span.first <= current.last + gapMax + 1) {
      if (span.last > current.last) current = { first: current.first, last: span.last };
    } else {
      if (current !== undefined) joined.push(current);
      current = span;
    }
  }
  if (current !== undefined) joined.push(current);
  return joined;
}
