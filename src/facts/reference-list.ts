import { setNumberMax } from './number-set.ts';
import {
  hasText,
  pieceWords,
  type ReferenceReader,
  readAlike,
  readText,
  type TextPieces,
  type TextSpan,
  takeText,
  textSpan,
} from './reference-reader.ts';

/** The references in one column of a chunk. */
export type ReferenceList = {
  readonly reader: ReferenceReader;
  pieces: TextPieces | undefined;
  /** What each row holds: `nothing`, `whole` where it is no numbered reference, else its stem. */
  sorts: Int32Array;
  numbers: Int32Array;
  /** The rows that are taken up at once. */
  readonly span: TextSpan;
  /** Whether each row of the chunk holds a reference that is a stem and a number. */
  areNumbered: boolean;
  /** What each row of the chunk holds, where that is the same; else `whole`. */
  sortOfAll: number;
};

export const nothing = 0;
export const whole = 1;

/** Stems, numbered from 1, are counted on from here. */
const sortsBefore = 1;

export function referenceList(reader: ReferenceReader): ReferenceList {
  const [sorts, numbers] = [new Int32Array(0), new Int32Array(0)];
  const span = textSpan(numbers);
  const none = { pieces: undefined, areNumbered: false, sortOfAll: nothing };
  return { reader, sorts, numbers, span, ...none };
}

/** The stem of a sort of reference that has one. */
export function stemOfSort(sort: number): number {
  return sort - sortsBefore;
}

/** Takes up the references of a chunk; false where one does not fit its pieces. */
export function takeList(
  list: ReferenceList,
  pieces: TextPieces | undefined,
  rows: number,
): boolean {
  list.pieces = pieces;
  makeRoom(list, rows);
  list.sortOfAll = pieces === undefined ? nothing : whole;
  if (pieces === undefined) list.sorts.fill(nothing, 0, rows);
  for (let row = 0; pieces !== undefined && row < rows; ) {
    const first = row;
    row = takeAlike(list, row, rows);
    if (row === rows) {
      if (first === 0) list.sortOfAll = list.sorts[0] as number;
      break;
    }
    if (!takeOne(list, pieces, row)) return false;
    row += 1;
  }
  list.areNumbered = areNumbered(list, rows);
  return true;
}

function makeRoom(list: ReferenceList, rows: number): void {
  if (list.sorts.length >= rows) return;
  list.sorts = new Int32Array(rows);
  list.numbers = new Int32Array(rows);
  list.span.numbers = list.numbers;
}

/** Takes up rows from one on that are like the last that was taken, or that hold nothing. */
function takeAlike({ reader, pieces, sorts, span }: ReferenceList, from: number, rows: number) {
  const [piece, more] = pieces ?? [];
  if (piece === undefined) return from;
  let row = from;
  while (row < rows && piece[row * pieceWords] === 0) sorts[row++] = nothing;
  if (row > from || more !== undefined || reader.lastStem === 0) return row;
  span.piece = piece;
  span.from = from;
  span.to = rows;
  const next = readAlike(reader, span);
  sorts.fill(reader.lastStem + sortsBefore, from, next);
  return next;
}

function takeOne({ reader, sorts, numbers }: ReferenceList, pieces: TextPieces, row: number) {
  if (!hasText(pieces, row)) {
    sorts[row] = nothing;
    return true;
  }
  if (!readText(reader, pieces, row)) return false;
  sorts[row] = reader.stem + sortsBefore;
  numbers[row] = reader.number;
  return true;
}

function areNumbered({ sorts, numbers }: ReferenceList, rows: number): boolean {
  let others = 0;
  for (let row = 0; row < rows; row += 1) {
    // Below 0, of either, is what is no stem and number.
    others |= ((sorts[row] as number) - whole - 1) | (setNumberMax - (numbers[row] as number));
  }
  return others >= 0;
}

/** The least that stands for a stem less the number of the stem. */
export const stemsLess = -sortsBefore;

/** Takes up one of them again, for its text. */
export function takeAgain({ reader, pieces, sorts }: ReferenceList, row: number): ReferenceReader {
  if (sorts[row] === nothing || pieces === undefined) reader.length = 0;
  else takeText(reader, pieces, row);
  return reader;
}
