import { setNumberMax } from './number-set.ts';
import {
  hasText,
  type ReferenceReader,
  readText,
  type TextPieces,
  takeText,
} from './reference-reader.ts';

/** The references in one column of a chunk. */
export type ReferenceList = {
  readonly reader: ReferenceReader;
  pieces: TextPieces | undefined;
  /** What each row holds: `nothing`, `whole` where it is no numbered reference, else its stem. */
  sorts: Int32Array;
  numbers: Int32Array;
  /** Whether each row of the chunk holds a reference that is a stem and a number. */
  areNumbered: boolean;
};

export const nothing = 0;
export const whole = 1;

/** Stems, numbered from 1, are counted on from here. */
const sortsBefore = 1;

export function referenceList(reader: ReferenceReader): ReferenceList {
  const [sorts, numbers] = [new Int32Array(0), new Int32Array(0)];
  return { reader, pieces: undefined, sorts, numbers, areNumbered: false };
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
  const { reader } = list;
  list.pieces = pieces;
  if (list.sorts.length < rows) {
    list.sorts = new Int32Array(rows);
    list.numbers = new Int32Array(rows);
  }
  const { sorts, numbers } = list;
  let others = 0;
  for (let row = 0; row < rows; row += 1) {
    if (pieces === undefined || !hasText(pieces, row)) {
      sorts[row] = nothing;
      others += 1;
    } else {
      if (!readText(reader, pieces, row)) return false;
      sorts[row] = reader.stem + sortsBefore;
      numbers[row] = reader.number;
      if (reader.stem === 0 || reader.number > setNumberMax) others += 1;
    }
  }
  list.areNumbered = others === 0;
  return true;
}

/** The least that stands for a stem less the number of the stem. */
export const stemsLess = -sortsBefore;

/** Takes up one of them again, for its text. */
export function takeAgain({ reader, pieces, sorts }: ReferenceList, row: number): ReferenceReader {
  if (sorts[row] === nothing || pieces === undefined) reader.length = 0;
  else takeText(reader, pieces, row);
  return reader;
}
