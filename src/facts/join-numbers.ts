import { type NumberColumn, numberColumn, numberIn, putNumber } from './number-column.ts';

/** So many rows of a column that become rows of another; its numbers may become others too. */
export type JoinedPart = Readonly<{
  column: NumberColumn;
  rows: number;
  /** What each of its numbers from 0 on becomes. */
  as?: Int32Array;
  /** What is added to each of its numbers but 0. */
  plus?: number;
}>;

/**
 * The rows of several columns one after the other, as one column that is no wider than they need.
 * Theirs are emptied, so that they are not held twice.
 */
export function joinNumbers(parts: readonly JoinedPart[]): NumberColumn {
  const rowsTotal = parts.reduce((sum, { rows }) => sum + rows, 0);
  const joined = numberColumn(rowsTotal);
  const most = Math.max(0, ...parts.map(mostIn));
  // The last row makes room for all, as wide as the greatest needs it.
  if (most > 0) {
    putNumber(joined, rowsTotal - 1, most);
    putNumber(joined, rowsTotal - 1, 0);
  }
  let first = 0;
  for (const part of parts) {
    addPart(joined, first, part);
    first += part.rows;
    part.column.values = new Uint8Array(0);
  }
  return joined;
}

function mostIn({ column, as, plus = 0 }: JoinedPart): number {
  let most = 0;
  const { values } = column;
  for (let row = 0; row < values.length; row += 1) {
    const number = values[row] as number;
    if (number > most) most = number;
  }
  if (most === 0) return 0;
  return as === undefined ? most + plus : as.reduce((one, other) => Math.max(one, other), 0);
}

function addPart({ values }: NumberColumn, first: number, part: JoinedPart): void {
  const { column, rows, as, plus } = part;
  const filled = Math.min(rows, column.values.length);
  if (values.length === 0) return;
  if (as === undefined && plus === undefined) {
    values.set(column.values.subarray(0, filled), first);
    return;
  }
  for (let row = 0; row < filled; row += 1) {
    const number = numberIn(column, row);
    const moved = number === 0 ? 0 : number + (plus ?? 0);
    values[first + row] = as === undefined ? moved : (as[number] as number);
  }
}
