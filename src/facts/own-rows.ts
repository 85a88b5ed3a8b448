import type { DayNumber } from '../calendar/index.ts';
import { dayInCell, type FactColumns, rowInCell } from './fact-columns.ts';
import { type Cut, isBare, numberIn } from './number-column.ts';
import { referenceAt } from './reference-column.ts';
import { compareTexts } from './standing.ts';

/**
 * The rows of one participant in the total order of facts, the first so many of a list that is used
 * again for the next participant, and those of them that replace one.
 */
export type OwnRows = Readonly<{ rows: Int32Array; count: number; replacing: readonly number[] }>;

/** Finds the rows of each participant. */
export function ownRows(columns: FactColumns, starts: Int32Array): (index: number) => OwnRows {
  const isEachApart = isBare(columns.replaces);
  const few = { rows: new Int32Array(fewMost), firsts: new Int32Array(fewMost), count: 0 };
  return (index) => {
    const own = { from: starts[index] as number, to: starts[index + 1] as number };
    const replacing = isEachApart ? none : replacingIn(columns, own);
    const count = own.to - own.from;
    if (count > fewMost) return { rows: sorted(columns, own), count, replacing };
    few.count = 0;
    for (let row = own.from; row < own.to; row += 1) putInPlace(few, row, columns);
    return { rows: few.rows, count, replacing };
  };
}

function replacingIn({ replaces }: FactColumns, { from, to }: Cut): readonly number[] {
  let replacing: number[] | undefined;
  for (let row = from; row < to; row += 1) {
    if (numberIn(replaces, row) === 0) continue;
    if (replacing) replacing.push(row);
    else replacing = [row];
  }
  return replacing ?? none;
}

const none: readonly number[] = [];

/** The row that another replaces. */
export function rowReplaced({ replaces }: FactColumns, row: number): number {
  return rowInCell(row, numberIn(replaces, row));
}

/** Of so few each is put in its place more quickly than they are sorted. */
const fewMost = 24;

function sorted(columns: FactColumns, { from, to }: Cut): Int32Array {
  const rows = Array.from({ length: to - from }, (_, at) => from + at);
  const firsts = new Map(rows.map((row) => [row, firstCell(columns, row)]));
  const firstOf = (row: number): number => firsts.get(row) ?? 0;
  const idOf = (row: number): string => referenceAt(columns.id, row);
  rows.sort((one, other) => firstOf(one) - firstOf(other) || compareTexts(idOf(one), idOf(other)));
  return Int32Array.from(rows);
}

/** Rows in their places, and the day of each as a cell. */
type InPlace = { readonly rows: Int32Array; readonly firsts: Int32Array; count: number };

/** They are mostly nearly in order. */
function putInPlace(own: InPlace, row: number, columns: FactColumns): void {
  const { rows, firsts } = own;
  const first = firstCell(columns, row);
  let place = own.count;
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
  own.count += 1;
}

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
