import { areGroupsInOrder } from './check-groups.ts';
import { areNamesApart } from './check-names.ts';
import { type Column, columnNumber } from './columns.ts';
import type { FactRules } from './fact.ts';
import { cellAt, type FactChunk, pooledNames } from './fact-chunk.ts';
import { distanceCell, type FactColumns } from './fact-columns.ts';
import { type FactSource, sourceOf } from './fact-source.ts';
import { groupRows } from './group-rows.ts';
import { type NumberColumn, putNumber } from './number-column.ts';
import { addNumbered, addReference } from './reference-column.ts';
import { type ReferenceIndex, referenceIndex, rowOfReference } from './reference-index.ts';
import {
  hasText,
  type ReferenceReader,
  referenceReader,
  type TextPieces,
  takeText,
  textOfBytes,
} from './reference-reader.ts';
import {
  addToReferences,
  closeReferences,
  numberInReferences,
  type ReferenceSet,
  referenceSet,
} from './reference-set.ts';
import { isInOrder, type RowJudge, rowJudge } from './row-judge.ts';
import { numberOf } from './value-pool.ts';
import { addNumber, numberAt, type WholeNumbers, wholeNumbers } from './whole-numbers.ts';

/**
 * Loads facts by column from a store that numbers texts itself. It only says whether all is in
 * order, and stops where anything is not: what is wrong, a reader of rows finds and words.
 */
export type FactLoader = {
  readonly columns: FactColumns;
  readonly rules: FactRules;
  readonly judge: RowJudge;
  /** By the number of the kind: whether rows of it are kept whatever they replace. */
  readonly isKept: Uint8Array;
  readonly verified: number;
  readonly pooled: readonly PooledPair[];
  readonly id: ReferenceReader;
  readonly participant: ReferenceReader;
  readonly replaces: ReferenceReader;
  readonly people: ReferenceIndex;
  readonly idsRead: ReferenceSet;
  /** The ids that are replaced, and the row of each. */
  readonly idsReplaced: ReferenceSet;
  rowsReplaced: Int32Array;
  /** The rows that replace another, and the number of the id that each names. */
  readonly replacing: WholeNumbers;
  readonly replacingNumbers: WholeNumbers;
};

type PooledPair = Readonly<{ column: number; cells: NumberColumn }>;

export type LoaderOptions = Readonly<{
  /** Columns with the pools of their texts filled, in the order of the numbers. */
  columns: FactColumns;
  rules: FactRules;
  filled: ReadonlySet<Column>;
  /** The kinds that are asked for; all where absent. Rows that correct or are corrected stay. */
  kinds?: ReadonlySet<string>;
}>;

export function factLoader({ columns, rules, filled, kinds }: LoaderOptions): FactLoader {
  const id = referenceReader(columns.id);
  const participant = referenceReader(columns.participants);
  const replaces = referenceReader(columns.id);
  const verified = numberOf(columns.state.pool, 'verified', 'verified');
  const names = ['', ...columns.kind.pool.values];
  return {
    columns,
    rules,
    judge: rowJudge({ columns, rules, filled, references: { id, participant, replaces } }),
    isKept: Uint8Array.from(names, (name) => (isWanted(name, kinds) ? 1 : 0)),
    verified,
    pooled: pooledNames
      .filter((name) => filled.has(name))
      .map((name) => ({ column: columnNumber(name), cells: columns[name].cells })),
    id,
    participant,
    replaces,
    people: referenceIndex(columns.participants),
    idsRead: referenceSet(),
    idsReplaced: referenceSet(),
    rowsReplaced: new Int32Array(0),
    replacing: wholeNumbers(),
    replacingNumbers: wholeNumbers(),
  };
}

/** Who stays with whom is checked whether it is asked for or not. */
function isWanted(kind: string, kinds: ReadonlySet<string> | undefined): boolean {
  return kinds === undefined || kinds.has(kind) || kind === 'attached' || kind === 'left';
}

/** Takes up ids that are replaced, before any row; false where one is replaced twice. */
export function addReplaced(loader: FactLoader, ids: TextPieces, rows: number): boolean {
  const { replaces, idsReplaced } = loader;
  for (let row = 0; row < rows; row += 1) {
    if (!takeText(replaces, ids, row)) return false;
    if (replaces.length > 0 && !addToReferences(idsReplaced, replaces)) return false;
  }
  return true;
}

/** Says that all ids that are replaced have been taken up. */
export function closeReplaced(loader: FactLoader): void {
  loader.rowsReplaced = new Int32Array(closeReferences(loader.idsReplaced)).fill(none);
}

const none = -1;

/** Adds the rows of a chunk; false where one of them, or its id, is not in order. */
export function addChunk(loader: FactLoader, chunk: FactChunk): boolean {
  const { id, idsRead, judge, isKept, people } = loader;
  for (let row = 0; row < chunk.rows; row += 1) {
    if (!takeReferences(loader, chunk, row)) return false;
    if (id.length === 0 || !addToReferences(idsRead, id)) return false;
    if (!isInOrder(judge, chunk, row)) return false;
    const { participant, replaces } = loader;
    if (isKept[cellAt(chunk, kind, row)] === 1 || replaces.length > 0 || isReplaced(loader)) {
      addRow(loader, chunk, row);
    } else if (participant.length > 0 && participant.stem === 0) {
      rowOfReference(people, participant);
    }
  }
  return true;
}

const kind = columnNumber('kind');

function takeReferences(loader: FactLoader, chunk: FactChunk, row: number): boolean {
  const { id, participant, replaces } = loader;
  return (
    takeIfAny(id, chunk.id, row) &&
    takeIfAny(participant, chunk.participant, row) &&
    takeIfAny(replaces, chunk.replaces, row)
  );
}

function takeIfAny(reader: ReferenceReader, pieces: TextPieces | undefined, row: number): boolean {
  if (pieces !== undefined && hasText(pieces, row)) return takeText(reader, pieces, row);
  reader.length = 0;
  return true;
}

function isReplaced({ idsReplaced, id }: FactLoader): boolean {
  return numberInReferences(idsReplaced, id) !== none;
}

function addRow(loader: FactLoader, chunk: FactChunk, at: number): void {
  const { columns, id, participant, replaces, idsReplaced } = loader;
  const row = columns.rows;
  columns.rows += 1;
  if (id.stem === 0) addReference(columns.id, textOfBytes(id));
  else addNumbered(columns.id, id.stem, id.number);
  for (const { column, cells } of loader.pooled) putFilled(cells, row, cellAt(chunk, column, at));
  if (cellAt(chunk, state, at) === 0) putNumber(columns.state.cells, row, loader.verified);
  addDays(columns, chunk, at);
  if (participant.length > 0) {
    putNumber(columns.participant, row, rowOfReference(loader.people, participant) + 1);
  }
  const own = numberInReferences(idsReplaced, id);
  if (own !== none) loader.rowsReplaced[own] = row;
  if (replaces.length > 0) {
    addNumber(loader.replacing, row);
    addNumber(loader.replacingNumbers, numberInReferences(idsReplaced, replaces));
  }
}

const state = columnNumber('state');
const day = columnNumber('day');
const from = columnNumber('from');
const to = columnNumber('to');
const known = columnNumber('known');

function addDays(columns: FactColumns, chunk: FactChunk, at: number): void {
  const row = columns.rows - 1;
  const dayOn = cellAt(chunk, day, at);
  const lastOn = cellAt(chunk, to, at);
  putFilled(columns.day, row, dayOn);
  putFilled(columns.from, row, cellAt(chunk, from, at));
  putFilled(columns.to, row, lastOn);
  putNumber(columns.known, row, cellAt(chunk, known, at) || lastOn || dayOn);
}

function putFilled(column: NumberColumn, row: number, value: number): void {
  if (value !== 0) putNumber(column, row, value);
}

/**
 * Joins what replaces to what is replaced, and gives the facts by participant. Undefined where
 * rows do not fit each other, or names look like each other.
 */
export function closeLoader(loader: FactLoader): FactSource | undefined {
  const { columns, rules } = loader;
  if (!joinReplaced(loader) || !areNamesApart(columns)) return undefined;
  const groups = groupRows(columns);
  return areGroupsInOrder(columns, groups, rules) ? sourceOf(columns, groups) : undefined;
}

function joinReplaced(loader: FactLoader): boolean {
  const { columns, replacing, replacingNumbers, rowsReplaced } = loader;
  for (let at = 0; at < replacing.length; at += 1) {
    const row = numberAt(replacing, at);
    const target = rowsReplaced[numberAt(replacingNumbers, at)] ?? none;
    if (target === none) return false;
    putNumber(columns.replaces, row, distanceCell(row, target));
  }
  return true;
}
