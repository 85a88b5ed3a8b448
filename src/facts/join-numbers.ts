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
  const joined = columnFor(parts);
  let first = 0;
  for (const part of parts) {
    addPart(joined, first, part);
    first += part.rows;
    part.column.values = new Uint8Array(0);
  }
  return joined;
}

/** A column with room for the rows of all parts, as wide as the greatest number needs it. */
function columnFor(parts: readonly JoinedPart[]): NumberColumn {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const column = numberColumn(rows);
  const most = Math.max(0, ...parts.map(mostIn));
  if (most > 0) {
    putNumber(column, rows - 1, most);
    putNumber(column, rows - 1, 0);
  }
  return column;
}

function mostIn({ column, as, plus = 0 }: JoinedPart): number {
  const { values } = column;
  // What numbers become is in a short list: of a long column only the first number is looked for.
  if (as !== undefined) return values.some(isNumber) ? as.reduce(greater, 0) : 0;
  let most = 0;
  for (let row = 0; row < values.length; row += 1) {
    const number = values[row] as number;
    if (number > most) most = number;
  }
  return most === 0 ? 0 : most + plus;
}

function isNumber(cell: number): boolean {
  return cell !== 0;
}

function greater(one: number, other: number): number {
  return Math.max(one, other);
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
