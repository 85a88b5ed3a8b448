import { type NumberColumn, numberColumn, numberIn, putNumber } from '../../facts/index.ts';
import { sortByDay, sortByPayableDay } from '../columns/rows-in-line.ts';
import type { PlainLines } from './plain-lines.ts';

/** The days of the lines of all shards, one shard after the other. */
export type DaysOfAll = Readonly<Record<'day' | 'payableOn', NumberColumn>>;

/**
 * The rows of all shards, one shard after the other, as they stand in line. Each shard's own stand
 * by payable day already, and by participant on each: stretches of one payable day are brought
 * together, of which each is small beside all, and put in place by their days.
 */
export function shardsInLine(
  shards: readonly PlainLines[],
  { day, payableOn }: DaysOfAll,
): Int32Array {
  const { first, inLine, payable } = stretchesOf(shards, payableOn);
  const rows = new Int32Array(first[inLine.length] as number);
  let own = new Int32Array(0);
  let [at, from] = [0, 0];
  while (at < inLine.length) {
    const start = at;
    const onDay = numberIn(payable, inLine[at] as number);
    let count = 0;
    for (; at < inLine.length && numberIn(payable, inLine[at] as number) === onDay; at += 1) {
      const stretch = inLine[at] as number;
      count += (first[stretch + 1] as number) - (first[stretch] as number);
    }
    if (count > own.length) own = new Int32Array(2 * count);
    putRows(own, first, inLine.subarray(start, at));
    sortByDay(rows.subarray(from, from + count), day, own.subarray(0, count));
    from += count;
  }
  return rows;
}

function putRows(rows: Int32Array, first: Int32Array, stretches: Int32Array): void {
  let next = 0;
  for (const stretch of stretches) {
    const end = first[stretch + 1] as number;
    for (let row = first[stretch] as number; row < end; row += 1) {
      rows[next] = row;
      next += 1;
    }
  }
}

/**
 * Where stretches begin among the rows of all, their payable days, and their places by these. Each
 * ends where the next begins, the last one at the number that stands behind all beginnings.
 */
type Stretches = Readonly<{ first: Int32Array; payable: NumberColumn; inLine: Int32Array }>;

function stretchesOf(shards: readonly PlainLines[], payableOn: NumberColumn): Stretches {
  const count = shards.reduce((sum, { stretches }) => sum + stretches.length, 0);
  const first = new Int32Array(count + 1);
  const payable = numberColumn(count);
  let [at, before] = [0, 0];
  for (const { stretches, rows } of shards) {
    for (const start of stretches) {
      first[at] = before + start;
      putNumber(payable, at, numberIn(payableOn, before + start));
      at += 1;
    }
    before += rows;
  }
  first[count] = before;
  const inLine = new Int32Array(count);
  sortByPayableDay(
    inLine,
    payable,
    inLine.map((_, stretch) => stretch),
  );
  return { first, payable, inLine };
}

/** The rows, which stand by payable day, that have another than the one before. */
export function stretchesIn(payableOn: NumberColumn, rows: number): Int32Array {
  const starts: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row += 1) {
    const payable = numberIn(payableOn, row);
    if (payable !== last) starts.push(row);
    last = payable;
  }
  return Int32Array.from(starts);
}
