import type { Place } from '../problem/index.ts';
import { type Column, columnNumber } from './columns.ts';
import { placeOnLine } from './excerpt.ts';
import { addRow, addSource, type FactTable } from './fact-table.ts';
import { emptyRow } from './row.ts';

/** The cells of one row, in the order of the columns given; null or empty where nothing is. */
export type CellRow = readonly (string | null)[];

/**
 * Adds rows that come as cells, from a store of columns, to a table of facts. The line of a row is
 * its number there, and its excerpt is the row as CSV would have it.
 */
export function cellReader(
  table: FactTable,
  name: string,
  columns: readonly Column[],
): (cells: CellRow, line: number) => void {
  const row = emptyRow();
  const source = addSource(table, name);
  const numbers = columns.map(columnNumber);
  return (cells, line) => {
    for (const [index, number] of numbers.entries()) row.cells[number] = cells[index] ?? '';
    row.spoiled = 0;
    row.found = [];
    const placeOf = (column: Column | undefined): Place =>
      placeInCells({ name, line, columns, cells, column });
    if (cells.some((cell) => cell !== null && cell !== '')) {
      addRow(table, row, { source, line, placeOf });
    }
  };
}

type CellPlace = Readonly<{
  name: string;
  line: number;
  columns: readonly Column[];
  cells: CellRow;
  column: Column | undefined;
}>;

function placeInCells({ name, line, columns, cells, column }: CellPlace): Place {
  const texts = columns.map((each, index) => (each === 'note' ? '' : (cells[index] ?? '')));
  const text = texts.join(',');
  const index = column === undefined ? -1 : columns.indexOf(column);
  const start = texts.slice(0, Math.max(0, index)).reduce((sum, cell) => sum + cell.length + 1, 0);
  const end = index < 0 ? text.length : start + (texts[index]?.length ?? 0);
  return placeOnLine({ source: name, line, text, span: { start, end }, field: column });
}
