import {
  dayInCell,
  findReference,
  isReferenceAt,
  numberIn,
  type ReferenceMatcher,
  referenceMatcher,
  takeReference,
} from '../../facts/index.ts';
import { amountIn } from '../columns/amount-column.ts';
import { termsAt } from '../columns/line-at.ts';
import { noDay } from '../columns/line-chunks.ts';
import type { LineColumns } from '../columns/line-columns.ts';
import { type TextNumbers, textNumbers } from '../columns/line-pools.ts';
import { type UnpaidTexts, unpaidTexts } from '../columns/unpaid-texts.ts';
import type { OwedByColumn } from '../owed.ts';
import type { EarlierChunk, EarlierText } from './earlier-chunk.ts';

/** Looks for earlier lines among today's. */
export type LineMatcher = Readonly<{
  /** The texts of today's lines, by whose numbers earlier lines are to be told. */
  texts: Readonly<Record<EarlierText, Iterable<string>>>;
  /** Passes over the lines of a chunk that stand today as they stood, and tells the others. */
  pass: (chunk: EarlierChunk, other: (at: number) => void) => void;
  /** Today's lines that no line passed over is, by their rows in place in line. */
  rest: () => Int32Array;
}>;

type Ground = Readonly<{
  columns: LineColumns;
  numbers: TextNumbers;
  unpaid: UnpaidTexts;
  participants: ReferenceMatcher;
  attachments: ReferenceMatcher;
  rowsOfEach: RowsOfEach;
  passed: Uint8Array;
}>;

export function lineMatcher(owed: OwedByColumn): LineMatcher {
  const { columns, inLine } = owed;
  const { participants, ids } = columns.attached;
  const ground: Ground = {
    columns,
    numbers: textNumbers(owed),
    unpaid: unpaidTexts(owed),
    participants: referenceMatcher(participants),
    attachments: referenceMatcher(ids),
    rowsOfEach: rowsOfEach(columns),
    passed: new Uint8Array(columns.rows),
  };
  const { passed, numbers, unpaid } = ground;
  const texts = { ...numbers.pools, unpaid: unpaid.texts };
  return {
    texts,
    pass: (chunk, other) => {
      for (let at = 0; at < chunk.length; at += 1) {
        const row = findRow(ground, chunk, at);
        // A second line of one identity is not passed over: there is no other for it.
        if (row >= 0 && passed[row] === 0 && isSame(ground, row, { chunk, at })) passed[row] = 1;
        else other(at);
      }
    },
    rest: () => inLine.filter((row) => passed[row] === 0),
  };
}

/** The rows of one participant after those of another, and where those of each end. */
type RowsOfEach = Readonly<{ rows: Int32Array; ends: Int32Array }>;

function rowsOfEach(columns: LineColumns): RowsOfEach {
  const ends = new Int32Array(columns.attached.participants.rows + 1);
  let count = 0;
  for (let row = 0; row < columns.rows; row += 1) {
    const participant = participantAt(columns, row);
    if (participant < 0) continue;
    ends[participant + 1] = (ends[participant + 1] as number) + 1;
    count += 1;
  }
  for (let at = 1; at < ends.length; at += 1) {
    ends[at] = (ends[at] as number) + (ends[at - 1] as number);
  }
  const rows = new Int32Array(count);
  for (let row = 0; row < columns.rows; row += 1) {
    const participant = participantAt(columns, row);
    if (participant < 0) continue;
    const place = ends[participant] as number;
    rows[place] = row;
    ends[participant] = place + 1;
  }
  return { rows, ends };
}

/** The row of the participant of a line; -1 where it is nobody's, or is kept as an object alone. */
function participantAt({ attachment, attached }: LineColumns, row: number): number {
  const own = numberIn(attachment, row);
  return own === 0 ? -1 : numberIn(attached.participant, own - 1);
}

/** The row of the line of the same clause, attachment, provider and number; -1 where none is. */
function findRow(ground: Ground, chunk: EarlierChunk, at: number): number {
  const { participants, attachments } = ground;
  if (chunk.isPlain[at] !== 1 || !takeReference(participants, chunk.participant, at)) return -1;
  const participant = findReference(participants);
  if (participant < 0 || !takeReference(attachments, chunk.attachment, at)) return -1;
  const { rows, ends } = ground.rowsOfEach;
  const end = ends[participant] as number;
  for (let place = participant === 0 ? 0 : (ends[participant - 1] as number); place < end; ) {
    const row = rows[place] as number;
    if (isNamed(ground, row, { chunk, at })) return row;
    place += 1;
  }
  return -1;
}

type Earlier = Readonly<{ chunk: EarlierChunk; at: number }>;

function isNamed(ground: Ground, row: number, { chunk, at }: Earlier): boolean {
  const { columns, numbers, attachments } = ground;
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

/** Whether all that two lines of one name say is the same. */
function isSame({ columns, numbers, unpaid }: Ground, row: number, earlier: Earlier): boolean {
  const { chunk, at } = earlier;
  const terms = numbers.ofTerms[numberIn(columns.terms, row) - 1];
  const worth = numbers.ofWorth[numberIn(columns.worth, row) - 1];
  const payable = numberIn(columns.payableOn, row);
  const gross = worth?.gross ?? 0;
  return (
    dayInCell(numberIn(columns.day, row)) === chunk.day[at] &&
    (payable === 0 ? noDay : dayInCell(payable)) === chunk.payableOn[at] &&
    gross === chunk.gross[at] &&
    gross - amountIn(columns.unpaidAmount, row) === chunk.amount[at] &&
    worth?.quantity === chunk.quantity[at] &&
    worth?.price === chunk.price[at] &&
    terms?.outcome === chunk.outcome[at] &&
    terms?.group === chunk.group[at] &&
    termsAt(columns, row).version.version === chunk.version[at] &&
    unpaid.numberAt(row) === chunk.unpaid[at]
  );
}
