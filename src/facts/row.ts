import type { DayNumber } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { type Column, columnNumber, columns } from './columns.ts';
import type { Finding } from './finding.ts';

/** What a cell says once it is read: a text, a day, a number, or characteristics. */
export type CellValue = string | DayNumber | Fraction | readonly string[];

/**
 * One row while it is checked. A reader holds one and fills it anew for each line, so that a file
 * of millions of rows makes nothing but its facts.
 */
export type Row = {
  /** The text of each column, in the order of `columns`; empty where there is none. */
  readonly cells: string[];
  /** What each of them says, once the row is checked. */
  readonly values: CellValue[];
  /** The columns that say something, one bit each; what others say is of a row before. */
  form: number;
  /** Columns whose text could not be taken, one bit each: they are reported once, not twice. */
  spoiled: number;
  found: Finding[];
};

export function emptyRow(): Row {
  return {
    cells: columns.map(() => ''),
    values: columns.map(() => ''),
    form: 0,
    spoiled: 0,
    found: [],
  };
}

export function clearRow(row: Row): void {
  row.cells.fill('');
  row.spoiled = 0;
  if (row.found.length > 0) row.found = [];
}

/** What a cell says once it is read; undefined where it is empty. */
export function valueIn({ form, values }: Row, column: number): CellValue | undefined {
  return (form & (1 << column)) === 0 ? undefined : values[column];
}

/** The text of a cell; empty where the cell is, or could not be taken. */
export function textOf(row: Row, column: number): string {
  return row.cells[column] as string;
}

export function isSpoiled(row: Row, column: number): boolean {
  return (row.spoiled & (1 << column)) !== 0;
}

/** Reports an error in a cell and takes its text away, so that nothing more is made of it. */
export function spoil(row: Row, column: Column, problem: Finding['problem']): void {
  const number = columnNumber(column);
  row.found.push({ column, problem });
  row.spoiled |= 1 << number;
  row.cells[number] = '';
}

/** Reports an error in a cell whose text stays legible. */
export function report(row: Row, column: Column | undefined, problem: Finding['problem']): void {
  row.found.push({ column, problem });
}

export function hasErrors(row: Row): boolean {
  return row.found.length > 0 && row.found.some((finding) => finding.isWarning !== true);
}
