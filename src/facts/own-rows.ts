import type { DayNumber } from '../calendar/index.ts';
import { dayInCell, type FactColumns, rowInCell } from './fact-columns.ts';
import { isBare, numberIn } from './number-column.ts';
import { referenceAt } from './reference-column.ts';
import { compareTexts } from './standing.ts';

/** The rows of one participant in the total order of facts, and those of them that replace one. */
export type OwnRows = Readonly<{ rows: readonly number[]; replacing: readonly number[] }>;

/** Finds the rows of each participant. */
export function ownRows(columns: FactColumns, starts: Int32Array): (index: number) => OwnRows {
  const { replaces } = columns;
  const isEachApart = isBare(replaces);
  const firsts = new Int32Array(fewMost);
  return (index) => {
    const rows: number[] = [];
    let replacing: number[] | undefined;
    const start = starts[index] as number;
    const end = starts[index + 1] as number;
    const areFew = end - start <= fewMost;
    for (let row = start; row < end; row += 1) {
      if (areFew) putInPlace({ rows, firsts }, row, columns);
      else rows.push(row);
      if (isEachApart || numberIn(replaces, row) === 0) continue;
      if (replacing) replacing.push(row);
      else replacing = [row];
    }
    return { rows: areFew ? rows : sorted(rows, columns), replacing: replacing ?? none };
  };
}

const none: readonly number[] = [];

/** The row that another replaces. */
export function rowReplaced({ replaces }: FactColumns, row: number): number {
  return rowInCell(row, numberIn(replaces, row));
}

/** Of so few each is put in its place more quickly than they are sorted. */
const fewMost = 24;

function sorted(rows: number[], columns: FactColumns): readonly number[] {
  const firsts = new Map(rows.map((row) => [row, firstCell(columns, row)]));
  const firstOf = (row: number): number => firsts.get(row) ?? 0;
  const idOf = (row: number): string => referenceAt(columns.id, row);
  return rows.sort(
    (one, other) => firstOf(one) - firstOf(other) || compareTexts(idOf(one), idOf(other)),
  );
}

/** They are mostly nearly in order. */
function putInPlace({ rows, firsts }: InPlace, row: number, columns: FactColumns): void {
  const first = firstCell(columns, row);
  let place = rows.length;
  while (place > 0) {
    const before = rows[place - 1] as number;
    const other = firsts[place - 1] as number;
    if (other < first || (other === first && !isAfter(before, row, columns))) break;
    rows[place] = before;
    firsts[place] = other;
    place -= 1;
  }
  rows[place] = row;
  firsts[place] = first;
}

/** Rows in their places, and the day of each as a cell. */
type InPlace = Readonly<{ rows: number[]; firsts: Int32Array }>;

/** Whether the id of a row comes after that of another. */
function isAfter(one: number, other: number, { id }: FactColumns): boolean {
  return compareTexts(referenceAt(id, one), referenceAt(id, other)) > 0;
}

/** The day on which the fact of a row begins to be true. */
export function firstDayIn(columns: FactColumns, row: number): DayNumber {
  return dayInCell(firstCell(columns, row));
}

/** The same as a cell. */
function firstCell({ day, from, known }: FactColumns, row: number): number {
  return numberIn(day, row) || numberIn(from, row) || numberIn(known, row);
}
