import { unseenCharacter } from '../problem/index.ts';
import {
  barInName,
  cellTooLong,
  controlCharacter,
  formulaInCell,
  lettersNotComposed,
  notUtf8,
  spaceForm,
  surroundingSpaces,
} from './cell-problems.ts';
import { type Column, cellLengthMax, columnNumber, dayColumns, numberColumns } from './columns.ts';
import type { Finding } from './finding.ts';
import { type Row, report, spoil } from './row.ts';
import type { RowCells } from './row-cells.ts';

/** What a spreadsheet takes for the start of a formula. */
const formulaStart = /^[=+\-@\t\r]/;
const startsLikeNumber = /^[+-][\d.]/;
const isNumberLike = /^[+-]?[\d.,]+(?:[eE][+-]?\d+)?$/;

/** Seen only by what comes after it, and not part of any name. */
const lineEndOrTab = /[\t\r\n]/;

/** What stands for a byte that was no text. */
const lost = '\ufffd';

/**
 * Checks that a cell can be taken as it stands. Nothing is mended: a space trimmed away or a mark
 * dropped would make another name of it in silence.
 */
export function checkText(row: Row, column: Column, cell: string): void {
  if (!isSuspect(cell)) return;
  const problem = problemOf(cell);
  if (problem !== undefined) {
    spoil(row, column, problem);
  } else {
    checkForm(row, column, cell);
  }
}

/** The row is refused; what its text would be in the right form serves the other checks. */
function checkForm(row: Row, column: Column, cell: string): void {
  const trimmed = cell.trim();
  if (trimmed !== cell) report(row, column, (at) => surroundingSpaces(at, cell));
  // Of days and numbers there is more to say than that a space in them is of another kind.
  const spaced = notNames.has(column) ? trimmed : trimmed.replace(oddSpaces, ' ');
  if (spaced !== trimmed) report(row, column, (at) => spaceForm(at, trimmed));
  const composed = spaced.normalize('NFC');
  if (composed !== spaced) report(row, column, (at) => lettersNotComposed(at, composed));
  if (inLines.has(column) && composed.includes('|')) {
    report(row, column, (at) => barInName(at, composed));
  }
  if (composed !== cell) row.cells[columnNumber(column)] = composed;
}

/** Spaces that are not one plain space: a second one, or one of another width or kind. */
const oddSpaces = /[\p{Zs}\t\r\n]{2,}|(?! )\p{Zs}/gu;

const notNames: ReadonlySet<Column> = new Set([...dayColumns, ...numberColumns]);

/** Columns that make up the identity of a line, in which a bar stands between them. */
const inLines: ReadonlySet<Column> = new Set(['id', 'participant', 'cohort', 'provider']);

function problemOf(cell: string): Finding['problem'] | undefined {
  if (cell.includes(lost)) return notUtf8;
  if (isFormula(cell)) return (at) => formulaInCell(at, cell);
  if (unseenCharacter.test(cell) || lineEndOrTab.test(cell))
    return (at) => controlCharacter(at, cell);
  if (cell.length > cellLengthMax) return (at) => cellTooLong(at, cell.length);
  return undefined;
}

/** Printing ASCII: nothing in such a text is unseen or lost, and its letters are composed. */
const plainText = /^[\x20-\x7e]*$/;

/** A quick look that finds most cells in order: plain, with no sign or space at their ends. */
function isSuspect(cell: string): boolean {
  const last = cell.length - 1;
  if (startsOddly(cell.charCodeAt(0)) || cell.charCodeAt(last) <= space) return true;
  return (
    last >= cellLengthMax || cell.includes('  ') || cell.includes('|') || !plainText.test(cell)
  );
}

const space = 32;
const bar = 124;
const asciiMax = 126;

/** Below 48 stand the space, the controls and the signs; 61 is "=" and 64 is "@". */
function startsOddly(unit: number): boolean {
  return unit < 48 || unit === 61 || unit === 64;
}

/** Whether that look finds nothing in a text. */
export function isPlainText(text: string): boolean {
  return !isSuspect(text);
}

/** The same look at a cell of any column where it stands in its line. */
export function isPlainCell(cells: RowCells, column: number): boolean {
  const { units } = cells;
  const start = cells.starts[cells.first + column] as number;
  const end = cells.ends[cells.first + column] as number;
  if (end <= start || end - start > cellLengthMax || startsOddly(units[start] as number)) {
    return false;
  }
  let before = 0;
  for (let at = start; at < end; at += 1) {
    const unit = units[at] as number;
    if (unit < space || unit > asciiMax || unit === bar) return false;
    if (unit === space && before === space) return false;
    before = unit;
  }
  return before !== space;
}

/** Whether a spreadsheet would run the cell: numbers with a sign are only numbers. */
export function isFormula(cell: string): boolean {
  if (!formulaStart.test(cell)) return false;
  return !(startsLikeNumber.test(cell) && isNumberLike.test(cell));
}
