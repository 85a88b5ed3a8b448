import { closingQuote } from './cell-spans.ts';
import { columnNumber, dayColumns } from './columns.ts';
import { dayAt, notDay } from './day-at.ts';
import { hashed, hashStart } from './text-hash.ts';
import { type TextUnits, textUnits, useText } from './text-units.ts';

/**
 * The cells of some rows that stand one after the other in a text, and the row at hand among them.
 * Rows are taken apart some at a time, so that what is then looked up for one row is on its way
 * from memory while it is looked up for another.
 */
export type RowCells = TextUnits & {
  /** How many rows were taken apart, and which of them comes next. */
  found: number;
  next: number;
  /** Where each row starts, and where the one after the last does. */
  readonly rowStarts: Int32Array;
  /** The columns that each row fills, one bit for each; the note is none of them. */
  readonly forms: Int32Array;
  /** Those of the row at hand, and where its cells stand among all, by the number of its column. */
  form: number;
  first: number;
  /** The first character of each cell and one past its last, the quotes around it left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The hash of a cell; of one that holds a day, its number. */
  readonly hashes: Int32Array;
  /** What was seen in looking ahead: it is of no use but that it was looked at. */
  seen: number;
};

/** How many rows are taken apart at a time. */
export const rowsAtOnce = 64;

/** From the cells of one row to those of the next. */
export const cellsEach = 32;

export function rowCells(): RowCells {
  return {
    ...textUnits(),
    found: 0,
    next: 0,
    rowStarts: new Int32Array(rowsAtOnce + 1),
    forms: new Int32Array(rowsAtOnce),
    form: 0,
    first: 0,
    starts: new Int32Array(rowsAtOnce * cellsEach),
    ends: new Int32Array(rowsAtOnce * cellsEach),
    hashes: new Int32Array(rowsAtOnce * cellsEach),
    seen: 0,
  };
}

/** Takes another text; no row of it has been found. */
export function openText(cells: RowCells, text: string): void {
  useText(cells, text);
  cells.found = 0;
  cells.next = 0;
}

export function isFilled({ form }: RowCells, column: number): boolean {
  return (form & (1 << column)) !== 0;
}

export function cellText({ text, starts, ends, first }: RowCells, column: number): string {
  return text.slice(starts[first + column], ends[first + column]);
}

/** The hash of the text in a cell of the row at hand. */
export function hashOfCell({ hashes, first }: RowCells, column: number): number {
  return hashes[first + column] as number;
}

/** The day in a cell of the row at hand. */
export function dayInRow({ hashes, first }: RowCells, column: number): number {
  return hashes[first + column] as number;
}

/** The columns of a file in their order, and whether each holds days. */
export type CellLayout = Readonly<{ columns: Int32Array; areDays: Uint8Array }>;

const note = columnNumber('note');
const days: ReadonlySet<number> = new Set(dayColumns.map(columnNumber));

export function cellLayout(header: readonly number[]): CellLayout {
  return {
    columns: Int32Array.from(header),
    areDays: Uint8Array.from(header, (column) => (days.has(column) ? 1 : 0)),
  };
}

/** Whether the row that starts here was taken apart, and comes next. */
export function isFound({ found, next, rowStarts }: RowCells, at: number): boolean {
  return next < found && rowStarts[next] === at;
}

/**
 * Takes rows apart from here on, until there are enough or one is not plain. A plain row has a
 * cell for each column on one line, days that are days, and quotes only around whole cells.
 */
export function findRows(cells: RowCells, layout: CellLayout, from: number): void {
  cells.next = 0;
  let row = 0;
  let at = from;
  cells.rowStarts[0] = at;
  while (row < rowsAtOnce && at < cells.text.length) {
    at = findCells(cells, layout, { row, at });
    if (at === notPlain) break;
    row += 1;
    cells.rowStarts[row] = at;
  }
  cells.found = row;
}

/** Makes the next row the one at hand, and gives the start of the one after it. */
export function takeRow(cells: RowCells): number {
  const { next } = cells;
  cells.first = next * cellsEach;
  cells.form = cells.forms[next] as number;
  cells.next = next + 1;
  return cells.rowStarts[next + 1] as number;
}

const notPlain = -1;
const lineFeed = 10;
const quote = 34;
const comma = 44;
const dayLength = 10;

/** Finds the cells of one row, and gives the start of the next line. */
function findCells(
  cells: RowCells,
  { columns: header, areDays }: CellLayout,
  { row, at: from }: Readonly<{ row: number; at: number }>,
): number {
  const { units, starts, ends } = cells;
  const first = row * cellsEach;
  const last = header.length - 1;
  let form = 0;
  let at = from;
  for (let index = 0; index <= last; index += 1, at += 1) {
    const separator = index === last ? lineFeed : comma;
    if (units[at] === separator) continue;
    const column = header[index] as number;
    const cell = first + column;
    if (units[at] === quote) at = takeQuoted(cells, cell, at);
    else at = areDays[index] === 1 ? takeDay(cells, cell, at) : takeText(cells, cell, at);
    if (at === notPlain || units[at] !== separator) return notPlain;
    if ((ends[cell] as number) > (starts[cell] as number)) form |= 1 << column;
  }
  cells.forms[row] = form & ~(1 << note);
  return at;
}

/** Takes the text up to the next separator, and gives the place of that. */
function takeText({ units, starts, ends, hashes }: RowCells, cell: number, start: number): number {
  let hash = hashStart;
  let at = start;
  for (;;) {
    const unit = units[at] as number;
    if (unit === comma || unit === lineFeed || unit === quote) break;
    hash = hashed(hash, unit);
    at += 1;
  }
  starts[cell] = start;
  ends[cell] = at;
  hashes[cell] = hash;
  return at;
}

function takeDay({ units, starts, ends, hashes }: RowCells, cell: number, start: number): number {
  const day = dayAt(units, start);
  starts[cell] = start;
  ends[cell] = start + dayLength;
  hashes[cell] = day;
  return day === notDay ? notPlain : start + dayLength;
}

/** Takes what stands in quotes; quotes within them may stand only in a note. */
function takeQuoted(cells: RowCells, cell: number, opening: number): number {
  const { text, units, starts, ends, hashes } = cells;
  const column = cell % cellsEach;
  const start = opening + 1;
  const end = column === note ? closingQuote(text, opening) : text.indexOf('"', start);
  if (end < 0 || text.lastIndexOf('\n', end) > opening) return notPlain;
  starts[cell] = start;
  ends[cell] = end;
  if (!days.has(column)) {
    hashes[cell] = hashBetween(units, start, end);
    return end + 1;
  }
  const isDay = end - start === dayLength && takeDay(cells, cell, start) !== notPlain;
  return isDay || start === end ? end + 1 : notPlain;
}

function hashBetween(units: Uint16Array, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at += 1) hash = hashed(hash, units[at] as number);
  return hash;
}
