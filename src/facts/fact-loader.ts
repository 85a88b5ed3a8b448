import { areGroupsInOrder } from './check-groups.ts';
import { addPassedOver, areNamesApart, noPassedOver, type PassedOver } from './check-names.ts';
import { type ColumnSource, sourceOf } from './column-source.ts';
import { type Column, columnNumber } from './columns.ts';
import type { FactRules } from './fact.ts';
import { type FactChunk, isFull, pooledNames } from './fact-chunk.ts';
import { distanceCell, type FactColumns } from './fact-columns.ts';
import { groupRows } from './group-rows.ts';
import type { StemmedSet } from './joined-references.ts';
import { type Chosen, type NumberColumn, putChosen, putNumber } from './number-column.ts';
import { addPeople, closePeople, openPeople, type People, putStems } from './people.ts';
import { addNumbered, addReference, type ReferenceColumn, stemAmong } from './reference-column.ts';
import {
  nothing,
  type ReferenceList,
  referenceList,
  stemOfSort,
  takeAgain,
  takeList,
  whole,
} from './reference-list.ts';
import { referenceReader, type TextPieces, textOfBytes } from './reference-reader.ts';
import {
  addNumberedRows,
  addToReferences,
  isFull as areFull,
  closeReferences,
  notInReferences,
  numberInReferences,
  numbersIn,
  type ReferenceSet,
  referenceSet,
} from './reference-set.ts';
import { areInOrder, type References, type RowJudge, rowJudge } from './row-judge.ts';
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
  readonly references: References;
  readonly people: People;
  readonly passedOver: PassedOver;
  readonly idsRead: ReferenceSet;
  /** The ids that are replaced, and the row of each. */
  readonly idsReplaced: ReferenceSet;
  rowsReplaced: Int32Array;
  /** The rows that replace another, and the number of the id that each names. */
  readonly replacing: WholeNumbers;
  readonly replacingNumbers: WholeNumbers;
  /** The places in a chunk of the rows that are kept; and the number of each id replaced. */
  places: Int32Array;
  room: Int32Array;
  replacedNumbers: Int32Array;
  /** Which of those that are kept replace another or are replaced. */
  joinedAt: Int32Array;
  knownOn: Int32Array;
  /** Cells of a column that is left out. */
  bare: Int32Array;
};

/** Of the rows that are kept, how many replace another or are replaced. */
type Kept = Chosen & Readonly<{ joined: number }>;

type PooledPair = Readonly<{ column: number; cells: NumberColumn }>;

export type LoaderOptions = Readonly<{
  /** Columns with the pools of their texts filled, in the order of the numbers. */
  columns: FactColumns;
  rules: FactRules;
  filled: ReadonlySet<Column>;
  /** The kinds that are asked for; all where absent. Rows that correct or are corrected stay. */
  kinds?: ReadonlySet<string>;
  /** The ids that are replaced, where they have been taken up elsewhere. */
  replaced?: StemmedSet;
}>;

export function factLoader(options: LoaderOptions): FactLoader {
  const { columns, rules, filled, kinds, replaced } = options;
  for (const stem of replaced?.stems ?? []) stemAmong(columns.id, stem);
  const references = {
    id: referenceList(referenceReader(columns.id)),
    participant: referenceList(referenceReader(columns.participants)),
    replaces: referenceList(referenceReader(columns.id)),
  };
  const verified = numberOf(columns.state.pool, 'verified', 'verified');
  const names = ['', ...columns.kind.pool.values];
  return {
    columns,
    rules,
    judge: rowJudge({ columns, rules, filled, references }),
    isKept: Uint8Array.from(names, (name) => (isWanted(name, kinds) ? 1 : 0)),
    verified,
    pooled: pooledNames
      .filter((name) => filled.has(name))
      .map((name) => ({ column: columnNumber(name), cells: columns[name].cells })),
    references,
    people: openPeople(columns.participant),
    passedOver: noPassedOver(),
    idsRead: referenceSet(),
    idsReplaced: replaced?.set ?? referenceSet(),
    rowsReplaced: new Int32Array(0),
    replacing: wholeNumbers(),
    replacingNumbers: wholeNumbers(),
    places: new Int32Array(0),
    room: new Int32Array(0),
    replacedNumbers: new Int32Array(0),
    joinedAt: new Int32Array(0),
    knownOn: new Int32Array(0),
    bare: new Int32Array(0),
  };
}

/** Who stays with whom is checked whether it is asked for or not. */
function isWanted(kind: string, kinds: ReadonlySet<string> | undefined): boolean {
  return kinds === undefined || kinds.has(kind) || kind === 'attached' || kind === 'left';
}

/** Takes up ids that are replaced, before any row; false where one is replaced twice. */
export function addReplaced(loader: FactLoader, ids: TextPieces, rows: number): boolean {
  const { references, idsReplaced } = loader;
  const { replaces } = references;
  if (!takeList(replaces, ids, rows)) return false;
  for (let row = 0; row < rows; row += 1) {
    if (replaces.sorts[row] === nothing) continue;
    if (!addToReferences(idsReplaced, replaces, row)) return false;
  }
  return true;
}

/** Says that all ids that are replaced have been taken up. */
export function closeReplaced(loader: FactLoader): void {
  loader.rowsReplaced = new Int32Array(closeReferences(loader.idsReplaced)).fill(notInReferences);
}

/** Adds the rows of a chunk; false where one is not in order, or names are too many to hold. */
export function addChunk(loader: FactLoader, chunk: FactChunk): boolean {
  const { references, judge, columns, people } = loader;
  if (!takeReferences(references, chunk)) return false;
  if (!areInOrder(judge, chunk) || !areIdsNew(loader, chunk.rows)) return false;
  const kept = chooseRows(loader, chunk);
  const first = columns.rows;
  columns.rows += kept.count;
  for (const { column, cells } of loader.pooled) {
    const own = chunk.cells[column];
    if (own !== undefined) putChosen(cells, first, { ...kept, cells: own });
  }
  addStates(loader, chunk, kept);
  addDays(loader, chunk, { ...kept, first });
  addIds(loader, first, kept);
  addPeople(people, first, { ...kept, list: references.participant });
  return !areFull(people.set);
}

function takeReferences(references: References, chunk: FactChunk): boolean {
  const { id, participant, replaces } = references;
  return (
    takeList(id, chunk.id, chunk.rows) &&
    takeList(participant, chunk.participant, chunk.rows) &&
    takeList(replaces, chunk.replaces, chunk.rows)
  );
}

function areIdsNew({ references, idsRead }: FactLoader, rows: number): boolean {
  const { id } = references;
  if (id.areNumbered) return addNumberedRows(idsRead, id, rows);
  for (let row = 0; row < rows; row += 1) {
    if (!addToReferences(idsRead, id, row)) return false;
  }
  return true;
}

/** The rows of kinds that are kept, and those that replace or are replaced. */
function chooseRows(loader: FactLoader, chunk: FactChunk): Kept {
  const { isKept, references, idsReplaced } = loader;
  const { rows } = chunk;
  if (loader.places.length < rows) makeRoom(loader, rows);
  const { places, room, replacedNumbers, joinedAt } = loader;
  const kinds = chunk.cells[kind] as Int32Array;
  const { sorts } = references.replaces;
  numbersIn(idsReplaced, references.id, { rows, into: replacedNumbers });
  let [count, joined] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const isJoined = replacedNumbers[row] !== notInReferences || sorts[row] !== nothing;
    joinedAt[joined] = count;
    joined += isJoined ? 1 : 0;
    places[count] = row;
    count += isJoined || isKept[kinds[row] as number] === 1 ? 1 : 0;
  }
  if (count < rows) passOverOthers(loader, { rows, count });
  return { places, count, room, joined };
}

function makeRoom(loader: FactLoader, rows: number): void {
  loader.places = new Int32Array(rows);
  loader.room = new Int32Array(rows);
  loader.replacedNumbers = new Int32Array(rows);
  loader.joinedAt = new Int32Array(rows);
  loader.knownOn = new Int32Array(rows);
  loader.bare = new Int32Array(rows);
}

const kind = columnNumber('kind');

/** Notes whom the rows of a chunk are about that are not chosen. */
function passOverOthers(
  { passedOver, references, places }: FactLoader,
  { rows, count }: Readonly<{ rows: number; count: number }>,
): void {
  const { participant } = references;
  if (participant.areNumbered) {
    passedOver.hasNumbered = true;
    return;
  }
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    if (at < count && places[at] === row) at += 1;
    else passOver(passedOver, participant, row);
  }
}

function passOver(passedOver: PassedOver, list: ReferenceList, row: number): void {
  const sort = list.sorts[row] as number;
  if (sort === whole) addPassedOver(passedOver, textOfBytes(takeAgain(list, row)));
  else if (sort !== nothing) passedOver.hasNumbered = true;
}

/** A row that does not say its state is verified. */
function addStates({ columns, verified, bare }: FactLoader, chunk: FactChunk, kept: Chosen): void {
  if (isFull(chunk, state)) return;
  const first = columns.rows - kept.count;
  const states = chunk.cells[state] ?? bare;
  for (let at = 0; at < kept.count; at += 1) {
    if (states[kept.places[at] as number]) continue;
    putNumber(columns.state.cells, first + at, verified);
  }
}

const state = columnNumber('state');
const day = columnNumber('day');
const from = columnNumber('from');
const to = columnNumber('to');
const known = columnNumber('known');

function addDays(
  loader: FactLoader,
  chunk: FactChunk,
  { first, ...chosen }: Chosen & Readonly<{ first: number }>,
): void {
  const { columns } = loader;
  const [ons, froms, tos] = [chunk.cells[day], chunk.cells[from], chunk.cells[to]];
  if (ons !== undefined) putChosen(columns.day, first, { ...chosen, cells: ons });
  if (froms !== undefined) putChosen(columns.from, first, { ...chosen, cells: froms });
  if (tos !== undefined) putChosen(columns.to, first, { ...chosen, cells: tos });
  putChosen(columns.known, first, { ...chosen, cells: knownCells(loader, chunk) });
}

/** The days on which rows became known: mostly as they say. */
function knownCells({ knownOn: into, bare }: FactLoader, chunk: FactChunk): Int32Array {
  const { cells, rows } = chunk;
  const [dayOn, lastOn, knownOn] = [cells[day] ?? bare, cells[to] ?? bare, cells[known] ?? bare];
  if (isFull(chunk, known)) return knownOn;
  for (let row = 0; row < rows; row += 1) {
    into[row] = knownOn[row] || lastOn[row] || (dayOn[row] as number);
  }
  return into;
}

/** Adds the ids of rows, and what they say of replacements. */
function addIds(loader: FactLoader, first: number, chosen: Kept): void {
  const { places, count, joined } = chosen;
  const { columns, references, replacedNumbers, rowsReplaced, joinedAt } = loader;
  const { id, replaces } = references;
  if (id.areNumbered) addNumberedIds(columns.id, id, chosen);
  else for (let at = 0; at < count; at += 1) addId(columns.id, id, places[at] as number);
  for (let each = 0; each < joined; each += 1) {
    const at = joinedAt[each] as number;
    const place = places[at] as number;
    const own = replacedNumbers[place] as number;
    if (own !== notInReferences) rowsReplaced[own] = first + at;
    if (replaces.sorts[place] !== nothing) {
      addNumber(loader.replacing, first + at);
      addNumber(loader.replacingNumbers, numberInReferences(loader.idsReplaced, replaces, place));
    }
  }
}

/** Adds references of which each is a stem and a number. */
function addNumberedIds(column: ReferenceColumn, list: ReferenceList, chosen: Chosen): void {
  putStems(column.stem, column.rows, { ...chosen, list });
  putChosen(column.number, column.rows, { ...chosen, cells: list.numbers });
  column.rows += chosen.count;
}

function addId(column: ReferenceColumn, id: ReferenceList, place: number): void {
  const sort = id.sorts[place] as number;
  if (sort === whole) addReference(column, textOfBytes(takeAgain(id, place)));
  else addNumbered(column, stemOfSort(sort), id.numbers[place] as number);
}

/**
 * Joins what replaces to what is replaced, and gives the facts by participant. Undefined where
 * rows do not fit each other, or names look like each other.
 */
export function closeLoader(loader: FactLoader): ColumnSource | undefined {
  const { columns, rules, people, passedOver } = loader;
  closePeople(people, columns.participants, columns.rows);
  if (!joinReplaced(loader) || !areNamesApart(columns, passedOver)) return undefined;
  const groups = groupRows(columns);
  return areGroupsInOrder(columns, groups, rules) ? sourceOf(columns, groups) : undefined;
}

function joinReplaced(loader: FactLoader): boolean {
  const { columns, replacing, replacingNumbers, rowsReplaced } = loader;
  for (let at = 0; at < replacing.length; at += 1) {
    const row = numberAt(replacing, at);
    const target = rowsReplaced[numberAt(replacingNumbers, at)] ?? notInReferences;
    if (target === notInReferences) return false;
    putNumber(columns.replaces, row, distanceCell(row, target));
  }
  return true;
}
