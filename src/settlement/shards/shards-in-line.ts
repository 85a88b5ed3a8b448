import { numberColumn, numberIn, putNumber } from '../../facts/index.ts';
import { rowsInLine } from '../columns/rows-in-line.ts';
import type { PlainLines } from './plain-lines.ts';

/**
 * The rows of all shards, one shard after the other, as they stand in line. Each shard's own stand
 * in line already, so that only stretches of one payable day and one day have to be put in order.
 */
export function shardsInLine(shards: readonly PlainLines[]): Int32Array {
  const { first, inLine } = stretchesOf(shards);
  const rows = new Int32Array(first[inLine.length] as number);
  let next = 0;
  for (let at = 0; at < inLine.length; at += 1) {
    const stretch = inLine[at] as number;
    const end = first[stretch + 1] as number;
    for (let row = first[stretch] as number; row < end; row += 1) {
      rows[next] = row;
      next += 1;
    }
  }
  return rows;
}

/**
 * Where stretches begin among the rows of all, and their places in line. Each ends where the next
 * begins, the last one at the number that stands behind all beginnings.
 */
type Stretches = Readonly<{ first: Int32Array; inLine: Int32Array }>;

function stretchesOf(shards: readonly PlainLines[]): Stretches {
  const most = shards.reduce((sum, { stretches }) => sum + stretches.length, 0);
  const first = new Int32Array(most + 1);
  const days = { day: numberColumn(most), payableOn: numberColumn(most) };
  let [count, before] = [0, 0];
  for (const { day, payableOn, stretches, rows } of shards) {
    for (let at = 0; at < stretches.length; at += 1) {
      const start = stretches[at] as number;
      first[count] = before + start;
      putNumber(days.day, count, numberIn(day, start));
      putNumber(days.payableOn, count, numberIn(payableOn, start));
      count += 1;
    }
    before += rows;
  }
  first[count] = before;
  const inLine = new Int32Array(count);
  for (let at = 0; at < count; at += 1) inLine[at] = at;
  return { first, inLine: rowsInLine(days, inLine) };
}

/** The rows, which stand in line, that have another day or payable day than the one before. */
export function stretchesIn(
  { day, payableOn }: Pick<PlainLines, 'day' | 'payableOn'>,
  rows: number,
): Int32Array {
  const starts = new Int32Array(rows);
  let count = 0;
  let [lastDay, lastPayable] = [-1, -1];
  for (let row = 0; row < rows; row += 1) {
    const [own, payable] = [numberIn(day, row), numberIn(payableOn, row)];
    if (own === lastDay && payable === lastPayable) continue;
    [lastDay, lastPayable] = [own, payable];
    starts[count] = row;
    count += 1;
  }
  return starts.slice(0, count);
}
