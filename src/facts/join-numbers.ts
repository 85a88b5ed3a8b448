import { type NumberColumn, numberColumn, numberIn, putNumber, wideMost } from './number-column.ts';

/** So many rows of a column that become rows of another; its numbers may become others too. */
export type JoinedPart = Readonly<{
  column: NumberColumn;
  rows: number;
  /** What each of its numbers from 0 on becomes; nothing is added then. */
  as?: Int32Array;
  /** What is added to each of its numbers but 0. */
  plus?: number;
}>;

/**
 * The rows of several columns one after the other, as one column that is no wider than the widest.
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

/** A column with room for the rows of all parts, and for the greatest number that may be in one. */
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

/** What no number of a part is greater than; the greatest itself is not looked for. */
function mostIn({ column: { values, most }, as, plus = 0 }: JoinedPart): number {
  if (!values.some(isNumber)) return 0;
  return as === undefined ? Math.min(most + plus, wideMost) : as.reduce(greater, 0);
}

function isNumber(cell: number): boolean {
  return cell !== 0;
}

function isSame(number: number, before: number): boolean {
  return number === before;
}

function greater(one: number, other: number): number {
  return Math.max(one, other);
}

function addPart({ values }: NumberColumn, first: number, part: JoinedPart): void {
  const { column, rows, as, plus = 0 } = part;
  const filled = Math.min(rows, column.values.length);
  if (values.length === 0) return;
  if (plus === 0 && (as === undefined || as.every(isSame))) {
    values.set(column.values.subarray(0, filled), first);
    return;
  }
  if (as !== undefined) {
    for (let row = 0; row < filled; row += 1)
      values[first + row] = as[numberIn(column, row)] as number;
    return;
  }
  for (let row = 0; row < filled; row += 1) {
    const number = numberIn(column, row);
    values[first + row] = number === 0 ? 0 : number + plus;
  }
}
