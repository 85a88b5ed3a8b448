import { type ReferenceColumn, stemOf } from './reference-column.ts';

/**
 * Texts as a store of columns hands them over, in UTF-8: four words of 32 bits each, of which the
 * first is its length in bytes and the rest its bytes, the first of them lowest. A longer text goes
 * on in the next of the pieces.
 */
export type TextPieces = readonly Int32Array[];

/** One reference after the other, as a stem and a number where it is such a one. */
export type ReferenceReader = {
  readonly column: ReferenceColumn;
  /** The bytes of the reference at hand. */
  readonly bytes: Uint8Array;
  length: number;
  /** Its stem in the column, from 1; 0 where it has none. */
  stem: number;
  number: number;
  /** The stem of the reference before, which mostly is that of the next. */
  readonly lastBytes: Uint8Array;
  lastLength: number;
  lastDigits: number;
  lastStem: number;
  /** Where in a piece its stem stands, and its bytes there, where one look is enough to see it. */
  readonly masks: Int32Array;
  readonly words: Int32Array;
  /** The row at hand, where one is read by itself. */
  readonly span: TextSpan;
};

/** The words of one piece of a text. */
export const pieceWords = 4;
const pieceBytes = 12;
const digitsMax = 9;

/** The longest reference that comes in pieces. */
export const piecesMax = 16;

export function referenceReader(column: ReferenceColumn): ReferenceReader {
  return {
    column,
    bytes: new Uint8Array(piecesMax * pieceBytes),
    length: 0,
    stem: 0,
    number: 0,
    lastBytes: new Uint8Array(piecesMax * pieceBytes),
    lastLength: 0,
    lastDigits: 0,
    lastStem: 0,
    masks: new Int32Array(3),
    words: new Int32Array(3),
    span: textSpan(new Int32Array(1)),
  };
}

/** Whether a row has a text at all. */
export function hasText(pieces: TextPieces, row: number): boolean {
  return (pieces[0] as Int32Array)[row * pieceWords] !== 0;
}

/**
 * Finds the stem and the number of a row's text; false where it does not fit its pieces. Its bytes
 * are taken up only where its stem is not that of the one before.
 */
export function readText(reader: ReferenceReader, pieces: TextPieces, row: number): boolean {
  const first = pieces[0] as Int32Array;
  return (pieces.length === 1 && isLikeLast(reader, first, row)) || takeText(reader, pieces, row);
}

/** Takes up the text of a row, byte by byte. */
export function takeText(reader: ReferenceReader, pieces: TextPieces, row: number): boolean {
  const { bytes } = reader;
  const start = row * pieceWords;
  let length = 0;
  for (const piece of pieces) {
    const own = piece[start] as number;
    if (own < 0 || own > pieceBytes) return false;
    for (let at = 0; at < own; at += 1) {
      bytes[length + at] = (piece[start + 1 + (at >>> 2)] as number) >>> (8 * (at & 3));
    }
    length += own;
    if (own < pieceBytes) break;
  }
  reader.length = length;
  findStem(reader);
  return true;
}

/** Some rows of a piece, and where the number of each is put: so many places before its row. */
export type TextSpan = {
  piece: Int32Array;
  from: number;
  to: number;
  numbers: Int32Array;
  before: number;
};

export function textSpan(numbers: Int32Array): TextSpan {
  return { piece: new Int32Array(0), from: 0, to: 0, numbers, before: 0 };
}

/** Whether a text has the length and the stem of the last, and then reads its number. */
function isLikeLast(reader: ReferenceReader, piece: Int32Array, row: number): boolean {
  const { span } = reader;
  span.piece = piece;
  span.from = row;
  span.to = row + 1;
  span.before = row;
  if (readAlike(reader, span) === row) return false;
  reader.stem = reader.lastStem;
  reader.number = span.numbers[0] as number;
  return true;
}

/** A number of so many digits ends in eight that are read four at a time. */
const digitsFewest = 8;

/**
 * Reads the numbers of rows for as long as their texts have the length and the stem of the last
 * that was read, and gives the first row that is unlike it.
 */
export function readAlike(
  { masks, words, lastLength, lastDigits }: ReferenceReader,
  { piece, from, to, numbers, before }: TextSpan,
): number {
  if (lastDigits < digitsFewest) return from;
  const length = lastLength + lastDigits;
  const [maskOne, maskTwo, maskThree] = [masks[0] ?? 0, masks[1] ?? 0, masks[2] ?? 0];
  const [wordOne, wordTwo, wordThree] = [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0];
  const isLong = length === pieceBytes;
  const shift = 8 * (length & 3);
  for (let row = from; row < to; row += 1) {
    const start = row * pieceWords;
    const one = piece[start + 1] as number;
    const two = piece[start + 2] as number;
    const three = piece[start + 3] as number;
    const others =
      ((piece[start] as number) ^ length) |
      ((one ^ wordOne) & maskOne) |
      ((two ^ wordTwo) & maskTwo) |
      ((three ^ wordThree) & maskThree);
    const upper = isLong ? two : shifted(one, two, shift);
    const lower = isLong ? three : shifted(two, three, shift);
    if (others !== 0 || !areDigits(upper) || !areDigits(lower)) return row;
    let number = fourDigits(upper) * 10_000 + fourDigits(lower);
    if (lastDigits > digitsFewest) {
      const ninth = byteAt(piece, start, lastLength) - 48;
      if (ninth < 0 || ninth > 9) return row;
      number += ninth * 100_000_000;
    }
    numbers[row - before] = number;
  }
  return to;
}

/** A byte of a text that starts at these words. */
function byteAt(piece: Int32Array, start: number, at: number): number {
  return ((piece[start + 1 + (at >>> 2)] as number) >>> (8 * (at & 3))) & 0xff;
}

/** Four bytes that stand so many bits into two words. */
function shifted(low: number, high: number, shift: number): number {
  return shift === 0 ? low : (low >>> shift) | (high << (32 - shift));
}

/** Whether four bytes are digits all. */
function areDigits(word: number): boolean {
  const high = (word & 0xf0f0f0f0) ^ 0x30303030;
  const carried = ((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030;
  return (high | carried) === 0;
}

/** What four digits say: first two pairs side by side, then both together. */
function fourDigits(word: number): number {
  const pairs = (Math.imul(word & 0x0f0f0f0f, 10 * 0x100 + 1) >>> 8) & 0x00ff00ff;
  return Math.imul(pairs, 100 * 0x10000 + 1) >>> 16;
}

/** Parts the bytes at hand into a stem and a number. */
function findStem(reader: ReferenceReader): void {
  const { bytes, length } = reader;
  let number = 0;
  let unit = 1;
  let digits = 0;
  for (let at = length - 1; digits < digitsMax && at >= 0; at -= 1) {
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
  const { bytes, length, lastBytes, lastLength } = reader;
  if (digits !== reader.lastDigits || length - digits !== lastLength) return false;
  for (let at = 0; at < lastLength; at += 1) if (bytes[at] !== lastBytes[at]) return false;
  return true;
}

function keepStem(reader: ReferenceReader, digits: number): void {
  const { bytes, length, lastBytes } = reader;
  const stemLength = length - digits;
  for (let at = 0; at < stemLength; at += 1) lastBytes[at] = bytes[at] as number;
  reader.lastLength = stemLength;
  reader.lastDigits = digits;
  reader.lastStem = stemOf(reader.column, textOfBytes(reader), digits);
  for (let word = 0; word < 3; word += 1) {
    let mask = 0;
    let own = 0;
    for (let at = 4 * word; at < Math.min(4 * word + 4, stemLength); at += 1) {
      mask |= 0xff << (8 * (at & 3));
      own |= (bytes[at] as number) << (8 * (at & 3));
    }
    reader.masks[word] = mask;
    reader.words[word] = own;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text at hand. */
export function textOfBytes({ bytes, length }: ReferenceReader): string {
  return decoder.decode(bytes.subarray(0, length));
}
