import { assert } from '../problem/index.ts';
import { distanceCell, type FactColumns, rowInCell } from './fact-columns.ts';
import { clearColumn, isBare, moveRows, numberIn, numbersOf, putNumber } from './number-column.ts';
import { groupOf } from './part-places.ts';
import { moveReferences, type ReferenceColumn } from './reference-column.ts';
import { placesInOrder } from './reference-order.ts';
import { addNumber, numberAt, wholeNumbers } from './whole-numbers.ts';

/** Where the rows of each participant begin; then where those about nobody do, and the end. */
export type RowGroups = Readonly<{ starts: Int32Array; participants: ReferenceColumn }>;

/**
 * Puts rows in the order of their participants' references, those about nobody last, by counting:
 * rows of one participant keep their order. Each column is moved by itself, so that little more
 * memory is needed than one of them.
 */
export function groupRows(columns: FactColumns): RowGroups {
  const { participants, participant, rows } = columns;
  sortParticipants(columns);
  const starts = countedStarts(columns);
  const places = new Int32Array(rows);
  const next = starts.slice();
  const numbers = numbersOf(participant, rows);
  for (let row = 0; row < rows; row += 1) {
    const group = groupOf(numbers[row] as number, participants.rows);
    places[row] = next[group] as number;
    next[group] = (next[group] as number) + 1;
  }
  assert(next[participants.rows] === rows, 'every row stands in one group');
  // Whom a row is about is told by its group from here on.
  clearColumn(participant);
  moveAll(columns, places);
  return { starts, participants };
}

function countedStarts({ participants, participant, rows }: FactColumns): Int32Array {
  const starts = new Int32Array(participants.rows + 2);
  const numbers = numbersOf(participant, rows);
  for (let row = 0; row < rows; row += 1) {
    const after = groupOf(numbers[row] as number, participants.rows) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let group = 1; group < starts.length; group += 1) {
    starts[group] = (starts[group] as number) + (starts[group - 1] as number);
  }
  return starts;
}

/** Numbers participants anew in the order of their references, unless they stand in it. */
function sortParticipants({ participants, participant, rows }: FactColumns): void {
  const places = placesInOrder(participants);
  if (places === undefined) return;
  for (let row = 0; row < rows; row += 1) {
    const number = numberIn(participant, row);
    if (number !== 0) putNumber(participant, row, (places[number - 1] as number) + 1);
  }
  moveReferences(participants, places);
}

function moveAll(columns: FactColumns, places: Int32Array): void {
  moveReplaces(columns, places);
  moveReferences(columns.id, places);
  const { day, from, to, known } = columns;
  for (const column of [day, from, to, known]) moveRows(column, places);
  const { kind, cohort, provider, group, value, low, high } = columns;
  for (const { cells } of [kind, cohort, provider, group, value, low, high]) {
    moveRows(cells, places);
  }
  const { about, source, method, state, signer } = columns;
  for (const { cells } of [columns.with, about, source, method, state, signer]) {
    moveRows(cells, places);
  }
}

/** What is replaced lies elsewhere from where a row now is. */
function moveReplaces({ replaces, rows }: FactColumns, places: Int32Array): void {
  if (isBare(replaces)) return;
  const moved = wholeNumbers();
  const targets = wholeNumbers();
  for (let row = 0; row < rows; row += 1) {
    const cell = numberIn(replaces, row);
    if (cell === 0) continue;
    addNumber(moved, places[row] as number);
    addNumber(targets, places[rowInCell(row, cell)] as number);
  }
  clearColumn(replaces);
  for (let at = 0; at < moved.length; at += 1) {
    const row = numberAt(moved, at);
    putNumber(replaces, row, distanceCell(row, numberAt(targets, at)));
  }
}
