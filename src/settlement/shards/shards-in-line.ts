import { type NumberColumn, numberColumn, numberIn, putNumber } from '../../facts/index.ts';
import { rowsInLine } from '../columns/rows-in-line.ts';
import type { PlainLines } from './plain-lines.ts';

/**
 * The rows of all shards, one shard after the other, as they stand in line. Each shard's own stand
 * in line already, so that only stretches of one payable day and one day have to be put in order.
 */
export function shardsInLine(shards: readonly PlainLines[]): Int32Array {
  const { first, length, inLine } = stretchesOf(shards);
  const rows = new Int32Array(shards.reduce((sum, shard) => sum + shard.rows, 0));
  let next = 0;
  for (const stretch of inLine) {
    const start = numberIn(first, stretch);
    const end = start + numberIn(length, stretch);
    for (let row = start; row < end; row += 1) {
      rows[next] = row;
      next += 1;
    }
  }
  return rows;
}

/** Where stretches begin among the rows of all, how long they are, and their places in line. */
type Stretches = Readonly<{ first: NumberColumn; length: NumberColumn; inLine: Int32Array }>;

function stretchesOf(shards: readonly PlainLines[]): Stretches {
  const [first, length] = [numberColumn(), numberColumn()];
  const days = { day: numberColumn(), payableOn: numberColumn() };
  let [count, before] = [0, 0];
  for (const { day, payableOn, stretches, rows } of shards) {
    for (let at = 0; at < stretches.length; at += 1) {
      const start = stretches[at] as number;
      putNumber(first, count, before + start);
      putNumber(length, count, (stretches[at + 1] ?? rows) - start);
      putNumber(days.day, count, numberIn(day, start));
      putNumber(days.payableOn, count, numberIn(payableOn, start));
      count += 1;
    }
    before += rows;
  }
  const inLine = rowsInLine(
    days,
    Int32Array.from({ length: count }, (_, at) => at),
  );
  return { first, length, inLine };
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
