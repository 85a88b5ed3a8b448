import {
  findReference,
  isReferenceAt,
  numberIn,
  type ReferenceMatcher,
  referenceMatcher,
  takeReference,
} from '../../facts/index.ts';
import type { LineColumns } from '../columns/line-columns.ts';
import type { TextNumbers } from '../columns/line-pools.ts';
import type { OwedByColumn } from '../owed.ts';
import type { EarlierAt } from './earlier-chunk.ts';

/** Finds today's lines by what earlier ones are called. */
export type RowFinder = Readonly<{
  columns: LineColumns;
  numbers: TextNumbers;
  /** At hand are the references of the earlier line that was taken up last. */
  participants: ReferenceMatcher;
  attachments: ReferenceMatcher;
  rowsOfEach: RowsOfEach;
}>;

export function rowFinder({ columns }: OwedByColumn, numbers: TextNumbers): RowFinder {
  const { participants, ids } = columns.attached;
  return {
    columns,
    numbers,
    participants: referenceMatcher(participants),
    attachments: referenceMatcher(ids),
    rowsOfEach: rowsOfEach(columns),
  };
}

/** Takes up whose line an earlier one is; false where that is not told. */
export function takeOwner(
  { participants, attachments }: RowFinder,
  { chunk, at }: EarlierAt,
): boolean {
  return (
    chunk.isPlain[at] === 1 &&
    takeReference(participants, chunk.participant, at) &&
    takeReference(attachments, chunk.attachment, at)
  );
}

/** The number among today's of the participant at hand; -1 where none of its lines is there. */
export function ownerAtHand({ participants }: RowFinder): number {
  return findReference(participants);
}

/**
 * The row of the line of the same clause, attachment, provider and number, of a participant by its
 * number; -1 where none is.
 */
export function findRow(finder: RowFinder, participant: number, earlier: EarlierAt): number {
  if (participant < 0) return -1;
  const { rows, ends } = finder.rowsOfEach;
  const end = ends[participant] as number;
  for (let place = participant === 0 ? 0 : (ends[participant - 1] as number); place < end; ) {
    const row = rows[place] as number;
    if (isNamed(finder, row, earlier)) return row;
    place += 1;
  }
  return -1;
}

function isNamed(finder: RowFinder, row: number, { chunk, at }: EarlierAt): boolean {
  const { columns, numbers, attachments } = finder;
  if (columns.kept.has(row)) return false;
  const { attachment, attached } = columns;
  const own = numberIn(attachment, row) - 1;
  return (
    numbers.ofNumber[numberIn(columns.number, row) - 1] === chunk.number[at] &&
    numbers.ofTerms[numberIn(columns.terms, row) - 1]?.clause === chunk.clause[at] &&
    numberIn(attached.provider, own) - 1 === chunk.provider[at] &&
    isReferenceAt(attachments, own)
  );
}

/** The rows of one participant after those of another, and where those of each end. */
export type RowsOfEach = Readonly<{ rows: Int32Array; ends: Int32Array }>;

export function rowsOfEach(columns: LineColumns): RowsOfEach {
  const ends = new Int32Array(columns.attached.participants.rows + 1);
  let count = 0;
  for (let row = 0; row < columns.rows; row += 1) {
    const participant = ownerAt(columns, row);
    if (participant < 0) continue;
    ends[participant + 1] = (ends[participant + 1] as number) + 1;
    count += 1;
  }
  for (let at = 1; at < ends.length; at += 1) {
    ends[at] = (ends[at] as number) + (ends[at - 1] as number);
  }
  const rows = new Int32Array(count);
  for (let row = 0; row < columns.rows; row += 1) {
    const participant = ownerAt(columns, row);
    if (participant < 0) continue;
    const place = ends[participant] as number;
    rows[place] = row;
    ends[participant] = place + 1;
  }
  return { rows, ends };
}

/** The number of a row's participant; -1 where it is nobody's, or is kept as an object alone. */
export function ownerAt({ attachment, attached }: LineColumns, row: number): number {
  const own = numberIn(attachment, row);
  return own === 0 ? -1 : numberIn(attached.participant, own - 1);
}
