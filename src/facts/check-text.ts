import {
  cellTooLong,
  controlCharacter,
  formulaInCell,
  notUtf8,
  surroundingSpaces,
} from './cell-problems.ts';
import { type Column, cellLengthMax, columnNumber } from './columns.ts';
import type { Finding } from './finding.ts';
import { type Row, report, spoil } from './row.ts';

/**
 * Characters that cannot be seen: controls, line and paragraph separators, a byte-order mark within
 * the text, marks that turn the writing direction, and halves of a character.
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What a spreadsheet takes for the start of a formula. */
const formulaStart = /^[=+\-@\t\r]/;
const startsLikeNumber = /^[+-][\d.]/;
const isNumberLike = /^[+-]?[\d.,]+(?:[eE][+-]?\d+)?$/;

/** What stands for a byte that was no text. */
const lost = '\ufffd';

/**
 * Checks that a cell can be taken as it stands. Nothing is mended: a space trimmed away or a mark
 * dropped would make another name of it in silence.
 */
export function checkText(row: Row, column: Column, cell: string): void {
  if (!isSuspect(cell, row.isPlain)) return;
  const problem = problemOf(column, cell);
  if (problem !== undefined) {
    spoil(row, column, problem);
  } else if (cell.trim() !== cell) {
    // The row is refused; what its text would be without the space serves the other checks.
    report(row, column, (at) => surroundingSpaces(at, column, cell));
    row.cells[columnNumber(column)] = cell.trim();
  }
}

function problemOf(column: Column, cell: string): Finding['problem'] | undefined {
  if (cell.includes(lost)) return notUtf8;
  if (isFormula(cell)) return (at) => formulaInCell(at, column, cell);
  if (unseen.test(cell)) return (at) => controlCharacter(at, column, cell);
  if (cell.length > cellLengthMax) return (at) => cellTooLong(at, column, cell.length);
  return undefined;
}

/** Printing ASCII: nothing in such a text is unseen or lost. */
const plainText = /^[\x20-\x7e]*$/;

/** A quick look that finds most cells in order: plain, with no sign or space at their ends. */
function isSuspect(cell: string, isPlain: boolean): boolean {
  const first = cell.charCodeAt(0);
  // Below 48 stand the space, the controls and the signs; 61 is "=" and 64 is "@".
  if (first < 48 || first === 61 || first === 64) return true;
  if (cell.length > cellLengthMax || cell.charCodeAt(cell.length - 1) <= 32) return true;
  return !isPlain && !plainText.test(cell);
}

/** Whether a spreadsheet would run the cell: numbers with a sign are only numbers. */
export function isFormula(cell: string): boolean {
  if (!formulaStart.test(cell)) return false;
  return !(startsLikeNumber.test(cell) && isNumberLike.test(cell));
}
