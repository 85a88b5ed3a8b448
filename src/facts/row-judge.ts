import { dayOf } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { isWithinBounds } from './check-number.ts';
import { mayComeFrom, type RowChecker, rowChecker } from './check-row.ts';
import { isPlainText } from './check-text.ts';
import { type Column, columns as columnNames, columnNumber, dayColumns } from './columns.ts';
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
  /** By the number of the column: which of its texts were found in order, and how many not. */
  readonly isMet: readonly (Uint8Array | undefined)[];
  readonly unmet: Int32Array;
  /** Of references: which of their stems were found in order, by their sorts. */
  readonly references: readonly MetReferences[];
  /** By the number of the kind: whether it may be known before it ends. */
  readonly mayBeEarlier: Uint8Array;
  /** The columns that each row of a chunk fills, one bit each. */
  scratch: Int32Array;
  /** Cells of a column that is left out. */
  bare: Int32Array;
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
  const unmet = new Int32Array(columnNames.length);
  const pooled = pooledNames.filter((name) => filled.has(name));
  for (const name of pooled) {
    const own = ['', ...columns[name].pool.numbers.keys()];
    texts[columnNumber(name)] = own;
    isMet[columnNumber(name)] = new Uint8Array(own.length);
    unmet[columnNumber(name)] = own.length - 1;
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
    unmet,
    references: (['id', 'participant', 'replaces'] as const).map((name) => ({
      column: columnNumber(name),
      list: references[name],
      isMet: new Uint8Array(sortsMax),
    })),
    mayBeEarlier: Uint8Array.from(kinds, (name) =>
      rules.kinds.get(name)?.knownMayBeEarlier === true ? 1 : 0,
    ),
    scratch: new Int32Array(0),
    bare: new Int32Array(0),
  };
}

/** As many as there are stems of one column, and two more. */
const sortsMax = 257;

/** Whether no row of a chunk has anything against it. */
export function areInOrder(judge: RowJudge, chunk: FactChunk): boolean {
  const { rows } = chunk;
  if (judge.scratch.length < rows) {
    judge.scratch = new Int32Array(rows);
    judge.bare = new Int32Array(rows);
  }
  const ofAll = filledByAll(judge, chunk);
  const forms = judge.scratch.fill(ofAll);
  const isOfAll = (column: number): boolean => (ofAll & (1 << column)) !== 0;
  for (const column of judge.pooled) if (!isOfAll(column)) addPooled(judge, chunk, column);
  for (const column of judge.days) if (!isOfAll(column)) addFilled(forms, chunk, column);
  for (const references of judge.references) {
    if (!isOfAll(references.column)) addReferences(forms, references, rows);
  }
  for (let row = nextUnlike(judge, chunk, 0); row < rows; row = nextUnlike(judge, chunk, row + 1)) {
    if (!isMetNow(judge, chunk, row) && !isInOrderWithCare(judge, chunk, row)) return false;
  }
  return true;
}

/** The columns that every row fills, and with nothing that was not met: one bit each. */
function filledByAll({ pooled, unmet, references }: RowJudge, { full }: FactChunk): number {
  let bits = full;
  for (const column of pooled) if (unmet[column] !== 0) bits &= ~(1 << column);
  for (const { column, list, isMet } of references) {
    if (list.sortOfAll > whole && isMet[list.sortOfAll] === 1) bits |= 1 << column;
  }
  return bits;
}

/** The first row from one on that is not at once seen to be in order. */
function nextUnlike(judge: RowJudge, { cells, rows }: FactChunk, first: number): number {
  const { scratch: forms, lastForms, mayBeEarlier, bare } = judge;
  const kinds = cells[kind] ?? bare;
  const [ons, froms, tos] = [cells[day] ?? bare, cells[from] ?? bare, cells[to] ?? bare];
  const knowns = cells[known] ?? bare;
  for (let row = first; row < rows; row += 1) {
    const number = kinds[row] as number;
    const form = forms[row] as number;
    if (form !== lastForms[number] || (form & ofKind) !== 0) return row;
    const firstOn = froms[row] || (ons[row] as number);
    if (firstOn === 0) continue;
    const lastOn = tos[row] || firstOn;
    const knownOn = knowns[row] || lastOn;
    if (lastOn < firstOn || (knownOn < lastOn && mayBeEarlier[number] === 0)) return row;
  }
  return rows;
}

/** A row that was marked may say nothing but what was met since; it is then asked as others are. */
function isMetNow(judge: RowJudge, chunk: FactChunk, row: number): boolean {
  const form = judge.scratch[row] as number;
  return (
    (form >= 0 || areTextsMet(judge, chunk, row)) &&
    isMetForm(judge, cellAt(chunk, kind, row), form & ~notMet) &&
    areDaysInOrder(judge, chunk, row) &&
    isOfKind(judge, chunk, row)
  );
}

function areTextsMet(judge: RowJudge, chunk: FactChunk, row: number): boolean {
  for (const column of judge.pooled) {
    const cell = cellAt(chunk, column, row);
    if (cell !== 0 && judge.isMet[column]?.[cell] !== 1) return false;
  }
  return judge.references.every(({ list, isMet }) => {
    const sort = list.pieces === undefined ? nothing : (list.sorts[row] as number);
    return sort === nothing || isMet[sort] === 1 || isPlainWhole(list, row);
  });
}

/** Columns whose texts are held against the kind. */
const ofKind = (1 << value) | (1 << source);

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
    const isPlain = isMet[sort] === 1 || isPlainWhole(list, row);
    forms[row] = (forms[row] as number) | bit | (isPlain ? 0 : notMet);
  }
}

function isPlainWhole(list: ReferenceList, row: number): boolean {
  return list.sorts[row] === whole && isPlainText(textOfBytes(takeAgain(list, row)));
}

function isMetForm({ forms, lastForms }: RowJudge, number: number, form: number): boolean {
  if (lastForms[number] === form) return true;
  if (!(forms[number] as Set<number>).has(form)) return false;
  lastForms[number] = form;
  return true;
}

function areDaysInOrder({ mayBeEarlier }: RowJudge, chunk: FactChunk, row: number): boolean {
  const firstOn = cellAt(chunk, from, row) || cellAt(chunk, day, row);
  const lastOn = cellAt(chunk, to, row) || firstOn;
  const knownOn = cellAt(chunk, known, row) || lastOn;
  if (firstOn === 0) return true;
  if (lastOn < firstOn) return false;
  return knownOn >= lastOn || mayBeEarlier[cellAt(chunk, kind, row)] === 1;
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
  const { isMet, unmet, forms, references, pooled, row } = judge;
  for (const column of pooled) {
    const met = isMet[column] as Uint8Array;
    const cell = cellAt(chunk, column, at);
    if (cell === 0 || met[cell] === 1) continue;
    met[cell] = 1;
    unmet[column] = (unmet[column] as number) - 1;
  }
  for (const { list, isMet: met } of references) {
    const sort = list.sorts[at] as number;
    if (sort > whole) met[sort] = 1;
  }
  // An interval is held against its value, which is another in every row.
  if ((row.form & intervals) === 0) (forms[cellAt(chunk, kind, at)] as Set<number>).add(row.form);
}
