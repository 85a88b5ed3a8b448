import type { FactColumns } from './fact-columns.ts';
import { isBare, numberIn } from './number-column.ts';
import { referenceAt } from './reference-column.ts';
import { compareTexts } from './standing.ts';

/**
 * Finds the rows of a participant whose facts stand each by itself, in the total order of facts;
 * none where one of them replaces another.
 */
export function rowsApart(
  columns: FactColumns,
  starts: Int32Array,
): (index: number) => readonly number[] | undefined {
  const { replaces } = columns;
  const isEachApart = isBare(replaces);
  return (index) => {
    const rows: number[] = [];
    const end = starts[index + 1] as number;
    for (let row = starts[index] as number; row < end; row += 1) {
      if (!isEachApart && numberIn(replaces, row) !== 0) return undefined;
      putInPlace(rows, row, columns);
    }
    return rows;
  };
}

/** They are few, and mostly nearly in order. */
function putInPlace(rows: number[], row: number, columns: FactColumns): void {
  const first = firstCell(columns, row);
  let place = rows.length;
  while (place > 0 && isAfter(rows[place - 1] as number, { row, first }, columns)) {
    rows[place] = rows[place - 1] as number;
    place -= 1;
  }
  rows[place] = row;
}

function isAfter(
  before: number,
  { row, first }: Readonly<{ row: number; first: number }>,
  columns: FactColumns,
): boolean {
  const other = firstCell(columns, before);
  if (other !== first) return other > first;
  return compareTexts(referenceAt(columns.id, before), referenceAt(columns.id, row)) > 0;
}

/** The day on which the fact of a row begins to be true, as a cell. */
function firstCell({ day, from, known }: FactColumns, row: number): number {
  return numberIn(day, row) || numberIn(from, row) || numberIn(known, row);
}
