import type { DayNumber, Span } from '../../calendar/index.ts';

/** Days from one to another, a row each: one participant after the other uses the same rows. */
export type DayRows = {
  count: number;
  /** The row from which on days go on where others end. */
  begun: number;
  first: Int32Array;
  last: Int32Array;
};

/** Days in their order, apart from each other: some rows that stand one after the other. */
export type Days = Readonly<{ rows: DayRows; from: number; to: number }>;

const roomFirst = 16;

export function dayRows(): DayRows {
  const [first, last] = [new Int32Array(roomFirst), new Int32Array(roomFirst)];
  return { count: 0, begun: 0, first, last };
}

/** The rows that were put down since there were so many. */
export function daysSince(rows: DayRows, from: number): Days {
  return { rows, from, to: rows.count };
}

/** Begins days that stand apart from those before them, and gives the row of the first. */
export function beginDays(rows: DayRows): number {
  rows.begun = rows.count;
  return rows.count;
}

/**
 * Puts days down after those that have begun, which do not begin after they do: where they touch
 * the last of these, it goes on.
 */
export function addDays(rows: DayRows, first: DayNumber, last: DayNumber): void {
  if (first > last) return;
  const before = rows.count - 1;
  if (before >= rows.begun && first <= (rows.last[before] as number) + 1) {
    if (last > (rows.last[before] as number)) rows.last[before] = last;
    return;
  }
  putDays(rows, first, last);
}

/** Puts two days down as a row of their own, whatever stands before it. */
export function putDays(rows: DayRows, first: DayNumber, last: DayNumber): void {
  if (rows.count === rows.first.length) widen(rows);
  rows.first[rows.count] = first;
  rows.last[rows.count] = last;
  rows.count += 1;
}

function widen(rows: DayRows): void {
  const { first, last } = rows;
  rows.first = new Int32Array(2 * first.length);
  rows.last = new Int32Array(2 * last.length);
  rows.first.set(first);
  rows.last.set(last);
}

/** Those of the days that lie between two. */
export function cutDays(days: Days, first: DayNumber, last: DayNumber): Days {
  const { rows, from, to } = days;
  if (from === to) return days;
  if (first <= (rows.first[from] as number) && (rows.last[to - 1] as number) <= last) return days;
  const start = beginDays(rows);
  for (let row = from; row < to; row += 1) {
    const begin = Math.max(rows.first[row] as number, first);
    addDays(rows, begin, Math.min(rows.last[row] as number, last));
  }
  return daysSince(rows, start);
}

/** The same days as spans. */
export function spansOf({ rows, from, to }: Days): readonly Span[] {
  if (from === to) return noSpans;
  const spans: Span[] = [];
  for (let row = from; row < to; row += 1) {
    spans.push({ first: rows.first[row] as number, last: rows.last[row] as number });
  }
  return spans;
}

const noSpans: readonly Span[] = [];

/** Spans in their order, apart from each other, as rows. */
export function daysOfSpans(rows: DayRows, spans: readonly Span[]): Days {
  const start = beginDays(rows);
  for (const { first, last } of spans) addDays(rows, first, last);
  return daysSince(rows, start);
}

/** How many days there are. */
export function countOfDays({ rows, from, to }: Days): number {
  let count = 0;
  for (let row = from; row < to; row += 1) {
    count += (rows.last[row] as number) - (rows.first[row] as number) + 1;
  }
  return count;
}

/** The first of days of which there are any. */
export function firstOfDays({ rows, from }: Days): DayNumber {
  return rows.first[from] as number;
}

export function lastOfDays({ rows, to }: Days): DayNumber {
  return rows.last[to - 1] as number;
}
