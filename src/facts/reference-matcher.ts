import { numberIn } from './number-column.ts';
import {
  digitsAtEnd,
  numberedText,
  type ReferenceColumn,
  referenceAt,
  referenceColumn,
} from './reference-column.ts';
import {
  type ReferenceReader,
  readText,
  referenceReader,
  type TextPieces,
  takeText,
  textOfBytes,
} from './reference-reader.ts';

/** Recognizes references that come as bytes among those of a column. */
export type ReferenceMatcher = {
  readonly column: ReferenceColumn;
  readonly reader: ReferenceReader;
  /** What the stems of the reader are among those of the column, 0 where they are none of them. */
  readonly stems: number[];
  /** The reference at hand: its stem in the column and its number; without a stem, its text. */
  stem: number;
  number: number;
  text: string;
  rows: RowFinder | undefined;
};

/** The rows of a column by their references; those without a stem by their texts. */
type RowFinder = Readonly<{ slots: Int32Array; byText: ReadonlyMap<string, number> }>;

export function referenceMatcher(column: ReferenceColumn): ReferenceMatcher {
  const reader = referenceReader(referenceColumn());
  return { column, reader, stems: [0], stem: 0, number: 0, text: '', rows: undefined };
}

/** Takes up the reference of a row; false where it does not fit its pieces. */
export function takeReference(matcher: ReferenceMatcher, pieces: TextPieces, row: number): boolean {
  const { reader } = matcher;
  if (!readText(reader, pieces, row)) return false;
  matcher.stem = stemInColumn(matcher, reader.stem);
  matcher.number = reader.number;
  if (matcher.stem !== 0) return true;
  if (!takeText(reader, pieces, row)) return false;
  matcher.text = textOfBytes(reader);
  const digits = digitsAtEnd(matcher.text);
  const stem = matcher.text.slice(0, matcher.text.length - digits);
  matcher.stem = matcher.column.stemNumbers.get(`${digits} ${stem}`) ?? 0;
  matcher.number = reader.number;
  return true;
}

function stemInColumn({ column, reader, stems }: ReferenceMatcher, stem: number): number {
  const known = stems[stem];
  if (known !== undefined) return known;
  const { text = '', digits = 0 } = reader.column.stems[stem - 1] ?? {};
  const own = column.stemNumbers.get(`${digits} ${text}`) ?? 0;
  stems[stem] = own;
  return own;
}

/** The reference at hand, as a text. */
export function referenceAtHand({ column, stem, number, text }: ReferenceMatcher): string {
  return stem === 0 ? text : numberedText(column, stem, number);
}

/** Whether a row of the column has the reference at hand. */
export function isReferenceAt(matcher: ReferenceMatcher, row: number): boolean {
  const { column, stem, number, text } = matcher;
  if (numberIn(column.stem, row) !== stem) return false;
  return stem === 0 ? referenceAt(column, row) === text : numberIn(column.number, row) === number;
}

/** A row of the column that has the reference at hand; -1 where none has. */
export function findReference(matcher: ReferenceMatcher): number {
  matcher.rows ??= rowFinder(matcher.column);
  const { slots, byText } = matcher.rows;
  if (matcher.stem === 0) return byText.get(matcher.text) ?? -1;
  for (let slot = slotOf(matcher, slots.length); ; slot = (slot + 1) & (slots.length - 1)) {
    const row = (slots[slot] as number) - 1;
    if (row < 0 || isReferenceAt(matcher, row)) return row;
  }
}

function rowFinder(column: ReferenceColumn): RowFinder {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * column.rows + 2)));
  const byText = new Map<string, number>();
  for (let row = column.rows - 1; row >= 0; row -= 1) {
    const stem = numberIn(column.stem, row);
    if (stem === 0) {
      byText.set(referenceAt(column, row), row);
      continue;
    }
    let slot = slotOf({ stem, number: numberIn(column.number, row) }, slots.length);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = row + 1;
  }
  return { slots, byText };
}

/** Sixteen references that follow one another stand together, so that memory is read in order. */
function slotOf({ stem, number }: Readonly<{ stem: number; number: number }>, slots: number) {
  const spread = Math.imul((number >>> 4) + Math.imul(stem, 0x85ebca6b), 0x9e3779b1);
  return (((spread ^ (spread >>> 15)) << 4) | (number & 15)) & (slots - 1);
}
