import { type NumberColumn, numberColumn, numberIn, putNumber } from '../../facts/index.ts';
import type { LineColumns } from '../columns/line-columns.ts';
import { sortByDay, sortByPayableDay } from '../columns/rows-in-line.ts';

/** The days of the lines of all shards, one shard after the other. */
export type DaysOfAll = Readonly<Record<'day' | 'payableOn', NumberColumn>>;

/** A shard whose rows stand by payable day: how many, and where stretches of one day begin. */
export type ShardByDay = Readonly<{ rows: number; stretches: Int32Array }>;

/**
 * The rows of all shards, one shard after the other, by participant: each one's as they stand, by
 * payable day. A counting sort of each shard, which fits near memory.
 */
export function shardsByParticipant(
  { attachment, attached }: LineColumns,
  shards: readonly ShardByDay[],
): Int32Array {
  const all = new Int32Array(shards.reduce((sum, { rows }) => sum + rows, 0));
  const whose = (row: number) => numberIn(attached.participant, numberIn(attachment, row) - 1);
  let before = 0;
  for (const { rows } of shards) {
    const end = before + rows;
    let [least, most] = [2 ** 31 - 1, -1];
    for (let row = before; row < end; row += 1) {
      least = Math.min(least, whose(row));
      most = Math.max(most, whose(row));
    }
    const starts = new Int32Array(Math.max(0, most - least + 2));
    for (let row = before; row < end; row += 1) {
      const after = whose(row) - least + 1;
      starts[after] = (starts[after] as number) + 1;
    }
    for (let at = 1; at < starts.length; at += 1) {
      starts[at] = (starts[at] as number) + (starts[at - 1] as number);
    }
    for (let row = before; row < end; row += 1) {
      const own = whose(row) - least;
      const place = starts[own] as number;
      all[before + place] = row;
      starts[own] = place + 1;
    }
    before = end;
  }
  return all;
}

/**
 * The rows of all shards, one shard after the other, as they stand in line. Each shard's own stand
 * by payable day already, and by participant on each: stretches of one payable day are brought
 * together, of which each is small beside all, and put in place by their days.
 */
export function shardsInLine(
  shards: readonly ShardByDay[],
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

function stretchesOf(shards: readonly ShardByDay[], payableOn: NumberColumn): Stretches {
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
