import { type JoinedPart, joinNumbers } from './join-numbers.ts';
import {
  type Cut,
  cutRows,
  moveRows,
  type NumberColumn,
  numberColumn,
  numberIn,
  putNumber,
} from './number-column.ts';

/**
 * References of which nearly every row has its own. Most are a stem with a number after it, as in
 * `F000000123`, and are held as these two. Others are held one after the other as bytes.
 */
export type ReferenceColumn = {
  rows: number;
  /** What stands before the number and how many digits this has, numbered from 1. */
  readonly stems: Stem[];
  readonly stemNumbers: Map<string, number>;
  /** The stem of each row; 0 where the whole reference is among the bytes. */
  readonly stem: NumberColumn;
  /** The number after the stem, or the place among the bytes. */
  readonly number: NumberColumn;
  readonly blocks: Uint8Array[];
  bytesUsed: number;
};

/** What stands before a number, and how many digits that has. */
export type Stem = Readonly<{ text: string; digits: number }>;

/** So many stems take one byte a row; where there are more, references are no numbered ones. */
const stemsMax = 255;

/** A number of so many digits fits any column. */
const digitsMax = 9;

const blockShift = 20;
const blockLength = 1 << blockShift;
const narrowMost = 0xff;

export function referenceColumn(rowsExpected?: number): ReferenceColumn {
  return {
    rows: 0,
    stems: [],
    stemNumbers: new Map(),
    stem: numberColumn(rowsExpected),
    number: numberColumn(rowsExpected),
    blocks: [],
    bytesUsed: 0,
  };
}

/** Adds the reference of the next row, and gives the number of that row. */
export function addReference(column: ReferenceColumn, text: string): number {
  const digits = digitsAtEnd(text);
  const stem = stemOf(column, text, digits);
  return stem === 0 ? addBytes(column, text) : addNumbered(column, stem, numberAtEnd(text, digits));
}

/** Adds a reference by the number of its stem and the number after that. */
export function addNumbered(column: ReferenceColumn, stem: number, number: number): number {
  const row = column.rows;
  putNumber(column.stem, row, stem);
  putNumber(column.number, row, number);
  column.rows += 1;
  return row;
}

/** The number of the stem of a reference that ends in so many digits; 0 where it gets none. */
export function stemOf(column: ReferenceColumn, text: string, digits: number): number {
  const stem = text.slice(0, text.length - digits);
  const known = column.stemNumbers.get(`${digits} ${stem}`);
  if (known !== undefined) return known;
  return column.stems.length >= stemsMax ? 0 : stemAmong(column, { text: stem, digits });
}

/** A reference as a stem that the column has and a number; undefined where it is no such one. */
export function findNumbered(
  { stemNumbers }: ReferenceColumn,
  text: string,
): Readonly<{ stem: number; number: number }> | undefined {
  const digits = digitsAtEnd(text);
  const stem = stemNumbers.get(`${digits} ${text.slice(0, text.length - digits)}`);
  return stem === undefined ? undefined : { stem, number: numberAtEnd(text, digits) };
}

/** How many digits a reference ends in, as far as they are taken for a number. */
export function digitsAtEnd(text: string): number {
  let digits = 0;
  while (digits < digitsMax && isDigit(text.charCodeAt(text.length - 1 - digits))) digits += 1;
  return digits;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function numberAtEnd(text: string, digits: number): number {
  let number = 0;
  for (let at = text.length - digits; at < text.length; at += 1) {
    number = number * 10 + text.charCodeAt(at) - 48;
  }
  return number;
}

/** Its length first, then its code units: one byte each, or after a length of 0 two bytes each. */
function addBytes(column: ReferenceColumn, text: string): number {
  const isNarrow = text.length <= narrowMost && text.length > 0 && isAllNarrow(text);
  const place = placeFor(column, isNarrow ? 1 + text.length : 3 + 2 * text.length);
  const block = column.blocks[place >>> blockShift] as Uint8Array;
  let at = place & (blockLength - 1);
  if (isNarrow) {
    block[at] = text.length;
    for (let unit = 0; unit < text.length; unit += 1) block[++at] = text.charCodeAt(unit);
  } else {
    block[at] = 0;
    block[++at] = text.length >>> 8;
    block[++at] = text.length;
    for (let unit = 0; unit < text.length; unit += 1) {
      block[++at] = text.charCodeAt(unit) >>> 8;
      block[++at] = text.charCodeAt(unit);
    }
  }
  return addNumbered(column, 0, place);
}

function isAllNarrow(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > narrowMost) return false;
  return true;
}

/** A place for so many bytes, all of them in one block. */
function placeFor(column: ReferenceColumn, length: number): number {
  const left = column.blocks.length * blockLength - column.bytesUsed;
  if (length > left) {
    column.bytesUsed = column.blocks.length * blockLength;
    column.blocks.push(new Uint8Array(blockLength));
  }
  const place = column.bytesUsed;
  column.bytesUsed += length;
  return place;
}

/** The reference of a row. */
export function referenceAt(column: ReferenceColumn, row: number): string {
  const stem = numberIn(column.stem, row);
  const number = numberIn(column.number, row);
  return stem === 0 ? textAmongBytes(column, number) : numberedText(column, stem, number);
}

/** A reference by the number of its stem and the number after that. */
export function numberedText({ stems }: ReferenceColumn, stem: number, number: number): string {
  const { text, digits } = stems[stem - 1] as Stem;
  return digits === 0 ? text : text + digitsOf(number, digits);
}

/** All numbers of three digits: longer ones are put together of these quicker than written. */
const threes = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

function digitsOf(number: number, digits: number): string {
  if (digits <= 3) return (threes[number] as string).slice(3 - digits);
  const last = threes[number % 1000] as string;
  const thousands = Math.floor(number / 1000);
  if (digits <= 6) return (threes[thousands] as string).slice(6 - digits) + last;
  const first = threes[Math.floor(thousands / 1000)] as string;
  return first.slice(9 - digits) + threes[thousands % 1000] + last;
}

function textAmongBytes({ blocks }: ReferenceColumn, place: number): string {
  const block = blocks[place >>> blockShift] as Uint8Array;
  let at = place & (blockLength - 1);
  const narrow = block[at] as number;
  const length = narrow > 0 ? narrow : ((block[at + 1] as number) << 8) | (block[at + 2] as number);
  const units = new Array<number>(length);
  if (narrow === 0) at += 2;
  for (let unit = 0; unit < length; unit += 1) {
    const high = narrow > 0 ? 0 : (block[++at] as number) << 8;
    units[unit] = high | (block[++at] as number);
  }
  return String.fromCharCode(...units);
}

/** A column whose references another takes, and the numbers of stems there; 0 where not known. */
export type ReferenceCopying = Readonly<{
  from: ReferenceColumn;
  to: ReferenceColumn;
  stems: Int32Array;
}>;

export function referenceCopying(from: ReferenceColumn, to: ReferenceColumn): ReferenceCopying {
  return { from, to, stems: new Int32Array(from.stems.length + 1) };
}

/** Adds the reference of a row of one column to the other, and gives the number of its row. */
export function copyReference({ from, to, stems }: ReferenceCopying, row: number): number {
  const stem = numberIn(from.stem, row);
  if (stem === 0) return addReference(to, referenceAt(from, row));
  if (stems[stem] === 0) stems[stem] = stemAmong(to, from.stems[stem - 1] as Stem);
  return addNumbered(to, stems[stem] as number, numberIn(from.number, row));
}

/** Moves each row to the place given for it. */
export function moveReferences(column: ReferenceColumn, places: Int32Array): void {
  moveRows(column.stem, places);
  moveRows(column.number, places);
}

/** Some rows as a column of their own, with those of the bytes that they need. */
export function cutReferences(column: ReferenceColumn, { from, to }: Cut): ReferenceColumn {
  const cut: ReferenceColumn = { ...referenceColumn(0), stems: [...column.stems] };
  if (column.blocks.length === 0) {
    const stem = cutRows(column.stem, { from, to });
    return { ...cut, rows: to - from, stem, number: cutRows(column.number, { from, to }) };
  }
  for (let row = from; row < to; row += 1) {
    const stem = numberIn(column.stem, row);
    const number = numberIn(column.number, row);
    if (stem === 0) addBytes(cut, textAmongBytes(column, number));
    else addNumbered(cut, stem, number);
  }
  trimBlocks(cut);
  return cut;
}

/** Gives back the room that is left in the last block; what comes after begins another. */
export function trimBlocks(column: ReferenceColumn): void {
  const { blocks, bytesUsed } = column;
  const used = bytesUsed & (blockLength - 1);
  const last = blocks.at(-1);
  if (last === undefined || used === 0) return;
  blocks[blocks.length - 1] = last.slice(0, used);
  column.bytesUsed = blocks.length * blockLength;
}

/**
 * References of several columns one after the other, as one column. Theirs are emptied, so that
 * they are not held twice.
 */
export function joinReferences(columns: readonly ReferenceColumn[]): ReferenceColumn {
  const joined = referenceColumn(0);
  const stems: JoinedPart[] = [];
  const numbers: JoinedPart[] = [];
  for (const each of columns) {
    trimBlocks(each);
    if (joined.blocks.length > 0) moveBehind(each, joined.blocks.length);
    const { rows, stem, number, blocks } = each;
    const own = each.stems.map((known) => stemAmong(joined, known));
    stems.push({ column: stem, rows, as: Int32Array.of(0, ...own) });
    numbers.push({ column: number, rows });
    joined.rows += rows;
    for (const block of blocks.splice(0)) joined.blocks.push(block);
  }
  joined.bytesUsed = joined.blocks.length * blockLength;
  return { ...joined, stem: joinNumbers(stems), number: joinNumbers(numbers) };
}

/** The bytes of a column come to stand after so many blocks of others. */
export function moveBehind({ rows, stem, number, blocks }: ReferenceColumn, others: number): void {
  if (blocks.length === 0) return;
  const before = others * blockLength;
  for (let row = 0; row < rows; row += 1) {
    if (numberIn(stem, row) === 0) putNumber(number, row, numberIn(number, row) + before);
  }
}

/** Numbers the stems of rows as another column has them. */
export function renumberStems(column: ReferenceColumn, other: ReferenceColumn): void {
  const { rows, stem, stems } = column;
  const numbers = [0, ...stems.map((each) => stemAmong(other, each))];
  if (numbers.every((number, own) => number === own)) return;
  for (let row = 0; row < rows; row += 1) {
    putNumber(stem, row, numbers[numberIn(stem, row)] as number);
  }
}

/** The number of a stem that another column has, however many there are. */
export function stemAmong({ stems, stemNumbers }: ReferenceColumn, stem: Stem): number {
  const key = `${stem.digits} ${stem.text}`;
  const known = stemNumbers.get(key);
  if (known !== undefined) return known;
  const number = stems.push(stem);
  stemNumbers.set(key, number);
  return number;
}
