import { dayOf } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { isWithinBounds } from './check-number.ts';
import { mayComeFrom, type RowChecker, rowChecker } from './check-row.ts';
import { isPlainText } from './check-text.ts';
import { type Column, columnNumber, dayColumns } from './columns.ts';
import type { FactRules, KindRule } from './fact.ts';
import { cellAt, type FactChunk, pooledNames } from './fact-chunk.ts';
import { dayInCell, type FactColumns } from './fact-columns.ts';
import { type ReferenceReader, textOfBytes } from './reference-reader.ts';
import { clearRow, emptyRow, type Row } from './row.ts';

const kind = columnNumber('kind');
const day = columnNumber('day');
const from = columnNumber('from');
const to = columnNumber('to');
const value = columnNumber('value');
const source = columnNumber('source');
const known = columnNumber('known');
const intervals = (1 << columnNumber('low')) | (1 << columnNumber('high'));

/**
 * Says whether rows have nothing against them, by the texts, stems and forms of rows that the
 * checks of one row found in order before. It never says what is wrong with one that has.
 */
export type RowJudge = {
  readonly columns: FactColumns;
  readonly check: RowChecker;
  readonly row: Row;
  /** The rule of each kind by its number in the pool, and the columns that rows of it may fill. */
  readonly rules: readonly (KindRule | undefined)[];
  /** By the number of the column, and then that of the text; only of columns that are filled. */
  readonly texts: readonly (readonly string[] | undefined)[];
  readonly pooled: readonly number[];
  readonly days: readonly number[];
  readonly forms: readonly Set<number>[];
  readonly lastForms: Int32Array;
  /** By the number of the column: which of its texts were found in order. */
  readonly isMet: readonly (Uint8Array | undefined)[];
  /** The readers of references, and which of their stems were found in order. */
  readonly readers: readonly ReaderAt[];
};

type ReaderAt = Readonly<{ column: number; reader: ReferenceReader; isMet: Uint8Array }>;

/** The references of the row at hand. */
export type References = Readonly<Record<'id' | 'participant' | 'replaces', ReferenceReader>>;

export type Judged = Readonly<{
  columns: FactColumns;
  rules: FactRules;
  references: References;
  /** The columns that the rows have cells of. */
  filled: ReadonlySet<Column>;
}>;

export function rowJudge({ columns, rules, references, filled }: Judged): RowJudge {
  const kinds = ['', ...columns.kind.pool.values];
  const texts: (readonly string[])[] = [];
  const isMet: Uint8Array[] = [];
  const pooled = pooledNames.filter((name) => filled.has(name));
  for (const name of pooled) {
    const own = ['', ...columns[name].pool.numbers.keys()];
    texts[columnNumber(name)] = own;
    isMet[columnNumber(name)] = new Uint8Array(own.length);
  }
  return {
    columns,
    check: rowChecker(rules),
    row: emptyRow(),
    rules: kinds.map((name) => rules.kinds.get(name)),
    texts,
    pooled: pooled.map(columnNumber),
    days: dayColumns.filter((name) => filled.has(name)).map(columnNumber),
    forms: kinds.map(() => new Set<number>()),
    lastForms: new Int32Array(kinds.length).fill(-1),
    isMet,
    readers: (['id', 'participant', 'replaces'] as const).map((name) => ({
      column: columnNumber(name),
      reader: references[name],
      isMet: new Uint8Array(256),
    })),
  };
}

/** Whether a row has nothing against it; its references are those that were read last. */
export function isInOrder(judge: RowJudge, chunk: FactChunk, row: number): boolean {
  const form = metFormOf(judge, chunk, row);
  const number = cellAt(chunk, kind, row);
  if (form >= 0 && areReferencesMet(judge, form) && isMetForm(judge, number, form)) {
    return areDaysInOrder(judge, chunk, row) && isOfKind(judge, chunk, row);
  }
  return isInOrderWithCare(judge, chunk, row);
}

const notMet = -1;

/** The columns that a row fills, one bit each; none where one of its texts was not met before. */
function metFormOf(
  { isMet, pooled, days, readers }: RowJudge,
  chunk: FactChunk,
  row: number,
): number {
  let form = 0;
  for (const column of pooled) {
    const cell = cellAt(chunk, column, row);
    if (cell === 0) continue;
    if ((isMet[column] as Uint8Array)[cell] === 0) return notMet;
    form |= 1 << column;
  }
  for (const column of days) if (cellAt(chunk, column, row) !== 0) form |= 1 << column;
  for (const { column, reader } of readers) if (reader.length > 0) form |= 1 << column;
  return form;
}

function areReferencesMet({ readers }: RowJudge, form: number): boolean {
  for (const { column, reader, isMet } of readers) {
    if ((form & (1 << column)) === 0) continue;
    const isPlain = reader.stem === 0 ? isPlainText(textOfBytes(reader)) : isMet[reader.stem] === 1;
    if (!isPlain) return false;
  }
  return true;
}

function isMetForm({ forms, lastForms }: RowJudge, number: number, form: number): boolean {
  if (lastForms[number] === form) return true;
  if (!(forms[number] as Set<number>).has(form)) return false;
  lastForms[number] = form;
  return true;
}

function areDaysInOrder({ rules }: RowJudge, chunk: FactChunk, row: number): boolean {
  const firstOn = cellAt(chunk, from, row) || cellAt(chunk, day, row);
  const lastOn = cellAt(chunk, to, row) || firstOn;
  const knownOn = cellAt(chunk, known, row) || lastOn;
  if (firstOn === 0) return true;
  if (lastOn < firstOn) return false;
  return knownOn >= lastOn || rules[cellAt(chunk, kind, row)]?.knownMayBeEarlier === true;
}

function isOfKind({ columns, rules }: RowJudge, chunk: FactChunk, row: number): boolean {
  const valueCell = cellAt(chunk, value, row);
  const sourceCell = cellAt(chunk, source, row);
  if (valueCell === 0 && sourceCell === 0) return true;
  const rule = rules[cellAt(chunk, kind, row)] as KindRule;
  const number = columns.value.pool.values[valueCell - 1] as Fraction;
  if (valueCell !== 0 && !isWithinBounds(number, rule)) return false;
  const origin = columns.source.pool.values[sourceCell - 1] as string;
  return sourceCell === 0 || mayComeFrom(origin, rule);
}

/** Puts the row before the checks that every row of text goes through, and learns from it. */
function isInOrderWithCare(judge: RowJudge, chunk: FactChunk, at: number): boolean {
  const { row, check, texts } = judge;
  clearRow(row);
  for (const column of judge.pooled) {
    row.cells[column] = texts[column]?.[cellAt(chunk, column, at)] ?? '';
  }
  for (const column of judge.days) {
    const cell = cellAt(chunk, column, at);
    if (cell !== 0) row.cells[column] = dayOf(dayInCell(cell));
  }
  for (const { column, reader } of judge.readers) {
    if (reader.length > 0) row.cells[column] = textOfBytes(reader);
  }
  if (check(row) === undefined || row.found.length > 0) return false;
  learn(judge, chunk, at);
  return true;
}

function learn(
  { isMet, forms, readers, pooled, row }: RowJudge,
  chunk: FactChunk,
  at: number,
): void {
  for (const column of pooled) (isMet[column] as Uint8Array)[cellAt(chunk, column, at)] = 1;
  for (const { reader, isMet: isMetStem } of readers) {
    if (reader.length > 0 && reader.stem !== 0) isMetStem[reader.stem] = 1;
  }
  // An interval is held against its value, which is another in every row.
  if ((row.form & intervals) === 0) (forms[cellAt(chunk, kind, at)] as Set<number>).add(row.form);
}
