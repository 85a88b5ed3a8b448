import {
  columnFor,
  type JoinedPart,
  type NumberColumn,
  numberColumn,
  numberIn,
  putNumber,
} from '../../facts/index.ts';
import { rowsInLine } from '../columns/rows-in-line.ts';
import type { PlainLines } from './plain-lines.ts';

/**
 * Lines of shards as they follow each other in line: which shard, from which of its rows on, and
 * how many. Each shard's own stand in line already, so that only stretches of one payable day and
 * one day have to be put in order.
 */
export type Stretches = Readonly<{ shard: Int32Array; first: Int32Array; length: Int32Array }>;

export function stretchesInLine(shards: readonly PlainLines[]): Stretches {
  const stretches = { shard: numberColumn(), first: numberColumn(), length: numberColumn() };
  const days = { day: numberColumn(), payableOn: numberColumn() };
  let count = 0;
  shards.forEach(({ day, payableOn, rows }, shard) => {
    let first = 0;
    for (let row = 1; row <= rows; row += 1) {
      const isSame =
        row < rows &&
        numberIn(day, row) === numberIn(day, first) &&
        numberIn(payableOn, row) === numberIn(payableOn, first);
      if (isSame) continue;
      putNumber(stretches.shard, count, shard);
      putNumber(stretches.first, count, first);
      putNumber(stretches.length, count, row - first);
      putNumber(days.day, count, numberIn(day, first));
      putNumber(days.payableOn, count, numberIn(payableOn, first));
      first = row;
      count += 1;
    }
  });
  const inLine = rowsInLine(
    days,
    Int32Array.from({ length: count }, (_, at) => at),
  );
  const inOrder = (column: NumberColumn) => inLine.map((at) => numberIn(column, at));
  return {
    shard: inOrder(stretches.shard),
    first: inOrder(stretches.first),
    length: inOrder(stretches.length),
  };
}

/** The rows of a column of each shard as they stand in line. Theirs are emptied. */
export function mergedInLine(stretches: Stretches, parts: readonly JoinedPart[]): NumberColumn {
  const merged = columnFor(parts);
  if (merged.values.length > 0) fillInLine(merged, stretches, parts);
  for (const { column } of parts) column.values = new Uint8Array(0);
  return merged;
}

function fillInLine(
  { values }: NumberColumn,
  { shard, first, length }: Stretches,
  parts: readonly JoinedPart[],
): void {
  let next = 0;
  for (let at = 0; at < shard.length; at += 1) {
    const { column, as, plus = 0 } = parts[shard[at] as number] as JoinedPart;
    const from = first[at] as number;
    const end = from + (length[at] as number);
    for (let row = from; row < end; row += 1) {
      const number = numberIn(column, row);
      if (number !== 0) values[next] = as === undefined ? number + plus : (as[number] as number);
      next += 1;
    }
  }
}

type Unpaid = Pick<PlainLines, 'unpaidAmount' | 'unpaidBeside' | 'rows'>;

/** The same of amounts, of which a shard may have none. */
export function amountsInLine(
  { shard, first, length }: Stretches,
  shards: readonly Unpaid[],
): Float64Array {
  if (shards.every(({ unpaidAmount }) => unpaidAmount.length === 0)) return new Float64Array(0);
  const merged = new Float64Array(shards.reduce((sum, { rows }) => sum + rows, 0));
  let next = 0;
  for (let at = 0; at < shard.length; at += 1) {
    const { unpaidAmount } = shards[shard[at] as number] as Unpaid;
    const from = first[at] as number;
    const end = from + (length[at] as number);
    for (let row = from; row < end; row += 1) merged[next++] = unpaidAmount[row] ?? 0;
  }
  return merged;
}

/** What is not paid of lines in several parts, by their rows in line. */
export function besideInLine(
  { shard, first, length }: Stretches,
  shards: readonly Unpaid[],
): Map<number, UnpaidParts> {
  const merged = new Map<number, UnpaidParts>();
  if (shards.every(({ unpaidBeside }) => unpaidBeside.size === 0)) return merged;
  let next = 0;
  for (let at = 0; at < shard.length; at += 1) {
    const { unpaidBeside } = shards[shard[at] as number] as Unpaid;
    const from = first[at] as number;
    const end = from + (length[at] as number);
    for (let row = from; row < end; row += 1) {
      const parts = unpaidBeside.get(row);
      if (parts) merged.set(next, parts);
      next += 1;
    }
  }
  return merged;
}

type UnpaidParts = NonNullable<ReturnType<PlainLines['unpaidBeside']['get']>>;
