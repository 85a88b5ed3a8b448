import { type ReferenceColumn, stemOf } from './reference-column.ts';

/**
 * Texts as a store of columns hands them over, in UTF-8: 16 bytes each, of which the first four are
 * its length in bytes and the rest its bytes. A longer text goes on in the next of the pieces.
 */
export type TextPieces = readonly Uint8Array[];

/** One reference after the other, as a stem and a number where it is such a one. */
export type ReferenceReader = {
  readonly column: ReferenceColumn;
  /** The bytes that hold the reference at hand: those of its piece, or of many put together. */
  bytes: Uint8Array;
  start: number;
  length: number;
  readonly together: Uint8Array;
  /** Its stem in the column, from 1; 0 where it has none. */
  stem: number;
  number: number;
  /** The stem of the reference before, which mostly is that of the next. */
  readonly lastBytes: Uint8Array;
  lastLength: number;
  lastDigits: number;
  lastStem: number;
};

const pieceLength = 16;
const pieceBytes = 12;
const digitsMax = 9;

/** The longest reference that comes in pieces. */
export const piecesMax = 16;

export function referenceReader(column: ReferenceColumn): ReferenceReader {
  return {
    column,
    bytes: new Uint8Array(0),
    start: 0,
    length: 0,
    together: new Uint8Array(piecesMax * pieceBytes),
    stem: 0,
    number: 0,
    lastBytes: new Uint8Array(piecesMax * pieceBytes),
    lastLength: 0,
    lastDigits: 0,
    lastStem: 0,
  };
}

/** Whether a row has a text at all. */
export function hasText(pieces: TextPieces, row: number): boolean {
  const first = pieces[0] as Uint8Array;
  return first[row * pieceLength] !== 0;
}

/** Takes up the text of a row; false where it does not fit its pieces. */
export function takeText(reader: ReferenceReader, pieces: TextPieces, row: number): boolean {
  const first = pieces[0] as Uint8Array;
  const start = row * pieceLength;
  if (!isPiece(first, start)) return false;
  if (pieces.length === 1) {
    reader.bytes = first;
    reader.start = start + 4;
    reader.length = first[start] as number;
  } else if (!putTogether(reader, pieces, start)) {
    return false;
  }
  findStem(reader);
  return true;
}

function isPiece(piece: Uint8Array, start: number): boolean {
  return (piece[start] as number) <= pieceBytes && piece[start + 1] === 0;
}

function putTogether(reader: ReferenceReader, pieces: TextPieces, start: number): boolean {
  const { together } = reader;
  let length = 0;
  for (const piece of pieces) {
    if (!isPiece(piece, start)) return false;
    const own = piece[start] as number;
    for (let at = 0; at < own; at += 1) together[length + at] = piece[start + 4 + at] as number;
    length += own;
    if (own < pieceBytes) break;
  }
  reader.bytes = together;
  reader.start = 0;
  reader.length = length;
  return true;
}

/** Parts the bytes at hand into a stem and a number. */
function findStem(reader: ReferenceReader): void {
  const { bytes, start, length } = reader;
  let number = 0;
  let unit = 1;
  let digits = 0;
  for (let at = start + length - 1; digits < digitsMax && at >= start; at -= 1) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) break;
    number += digit * unit;
    unit *= 10;
    digits += 1;
  }
  if (!isLastStem(reader, digits)) keepStem(reader, digits);
  reader.stem = reader.lastStem;
  reader.number = number;
}

function isLastStem(reader: ReferenceReader, digits: number): boolean {
  const { bytes, start, length, lastBytes, lastLength } = reader;
  if (digits !== reader.lastDigits || length - digits !== lastLength) return false;
  for (let at = 0; at < lastLength; at += 1) if (bytes[start + at] !== lastBytes[at]) return false;
  return true;
}

function keepStem(reader: ReferenceReader, digits: number): void {
  const { bytes, start, length, lastBytes } = reader;
  const stemLength = length - digits;
  for (let at = 0; at < stemLength; at += 1) lastBytes[at] = bytes[start + at] as number;
  reader.lastLength = stemLength;
  reader.lastDigits = digits;
  reader.lastStem = stemOf(reader.column, textOfBytes(reader), digits);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text at hand. */
export function textOfBytes({ bytes, start, length }: ReferenceReader): string {
  return decoder.decode(bytes.subarray(start, start + length));
}
