import { dayOf } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { isWithinBounds } from './check-number.ts';
import { mayComeFrom, type RowChecker, rowChecker } from './check-row.ts';
import { isPlainText } from './check-text.ts';
import { type Column, columnNumber, dayColumns } from './columns.ts';
import type { FactRules, KindRule } from './fact.ts';
import { cellAt, type FactChunk, pooledNames } from './fact-chunk.ts';
import { dayInCell, type FactColumns } from './fact-columns.ts';
import { nothing, type ReferenceList, takeAgain, whole } from './reference-list.ts';
import { textOfBytes } from './reference-reader.ts';
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
  /** Of references: which of their stems were found in order, by their sorts. */
  readonly references: readonly MetReferences[];
  /** The columns that each row of a chunk fills, one bit each. */
  scratch: Int32Array;
};

type MetReferences = Readonly<{ column: number; list: ReferenceList; isMet: Uint8Array }>;

/** The references of the chunk at hand. */
export type References = Readonly<Record<'id' | 'participant' | 'replaces', ReferenceList>>;

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
    references: (['id', 'participant', 'replaces'] as const).map((name) => ({
      column: columnNumber(name),
      list: references[name],
      isMet: new Uint8Array(sortsMax),
    })),
    scratch: new Int32Array(0),
  };
}

/** As many as there are stems of one column, and two more. */
const sortsMax = 257;

/** Whether no row of a chunk has anything against it. */
export function areInOrder(judge: RowJudge, chunk: FactChunk): boolean {
  const { rows } = chunk;
  if (judge.scratch.length < rows) judge.scratch = new Int32Array(rows);
  const forms = judge.scratch.fill(0);
  for (const column of judge.pooled) addPooled(judge, chunk, column);
  for (const column of judge.days) addFilled(forms, chunk, column);
  for (const references of judge.references) addReferences(forms, references, rows);
  for (let row = 0; row < rows; row += 1) {
    const form = forms[row] as number;
    const isPlain =
      form >= 0 &&
      isMetForm(judge, cellAt(chunk, kind, row), form) &&
      areDaysInOrder(judge, chunk, row) &&
      isOfKind(judge, chunk, row);
    if (!isPlain && !isInOrderWithCare(judge, chunk, row)) return false;
  }
  return true;
}

/** Marks a row in which there is a text that was not met before: its form is below 0. */
const notMet = 1 << 31;

function addPooled({ scratch, isMet }: RowJudge, { cells, rows }: FactChunk, column: number): void {
  const own = cells[column];
  if (own === undefined) return;
  const met = isMet[column] as Uint8Array;
  const bit = 1 << column;
  for (let row = 0; row < rows; row += 1) {
    const cell = own[row] as number;
    if (cell !== 0) scratch[row] = (scratch[row] as number) | bit | (met[cell] === 1 ? 0 : notMet);
  }
}

function addFilled(forms: Int32Array, { cells, rows }: FactChunk, column: number): void {
  const own = cells[column];
  if (own === undefined) return;
  const bit = 1 << column;
  for (let row = 0; row < rows; row += 1) {
    if (own[row] !== 0) forms[row] = (forms[row] as number) | bit;
  }
}

function addReferences(
  forms: Int32Array,
  { column, list, isMet }: MetReferences,
  rows: number,
): void {
  const { sorts, pieces } = list;
  if (pieces === undefined) return;
  const bit = 1 << column;
  for (let row = 0; row < rows; row += 1) {
    const sort = sorts[row] as number;
    if (sort === nothing) continue;
    const isPlain =
      isMet[sort] === 1 || (sort === whole && isPlainText(textOfBytes(takeAgain(list, row))));
    forms[row] = (forms[row] as number) | bit | (isPlain ? 0 : notMet);
  }
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
  for (const { column, list } of judge.references) {
    const reader = takeAgain(list, at);
    if (reader.length > 0) row.cells[column] = textOfBytes(reader);
  }
  if (check(row) === undefined || row.found.length > 0) return false;
  learn(judge, chunk, at);
  return true;
}

function learn(judge: RowJudge, chunk: FactChunk, at: number): void {
  const { isMet, forms, references, pooled, row } = judge;
  for (const column of pooled) (isMet[column] as Uint8Array)[cellAt(chunk, column, at)] = 1;
  for (const { list, isMet: met } of references) {
    const sort = list.sorts[at] as number;
    if (sort > whole) met[sort] = 1;
  }
  // An interval is held against its value, which is another in every row.
  if ((row.form & intervals) === 0) (forms[cellAt(chunk, kind, at)] as Set<number>).add(row.form);
}
