import type { DayNumber } from '../../calendar/index.ts';
import {
  type ColumnSource,
  dayCell,
  type FactColumns,
  type NumberColumn,
  numberIn,
  pooledNames,
  type ReferenceColumn,
  referenceAt,
  rowReplaced,
} from '../../facts/index.ts';

/** Which facts are meant: of these kinds, and known by a day. */
export type DigestOf = Readonly<{ kinds: ReadonlySet<string>; knownBy: DayNumber }>;

/**
 * A number that other facts do not have but by chance, whatever order facts come in. It tells that
 * facts are not those that were given before. It is no seal: whoever wants other facts with the
 * same number can find some.
 */
export function factsDigest(source: ColumnSource, of: DigestOf): string {
  const [first, second] = lanes.map((lane) => laneOf(source, of, lane));
  const { count, sum } = first as Lane;
  return [count, hex(sum), hex((second as Lane).sum)].join('-');
}

/** Two ways of mixing numbers, so that 64 bits are told apart and not 32. */
const lanes = [0x9e3779b1, 0x85ebca6b] as const;

type Lane = Readonly<{ count: number; sum: number }>;

/** What of one way of mixing is added for a row; 0 where a cell is empty. */
type Part = (row: number) => number;

function laneOf(source: ColumnSource, { kinds, knownBy }: DigestOf, lane: number): Lane {
  const { columns, starts, participantCount } = source;
  const mixed = mixedBy(lane);
  const parts = partsOf(columns, mixed);
  const person = referencePart(columns.participants, mixed);
  const isMeant = [false, ...columns.kind.pool.values.map((kind) => kinds.has(kind))];
  const most = dayCell(knownBy);
  let [count, sum] = [0, 0];
  for (let place = 0; place <= participantCount; place += 1) {
    const whose = place < participantCount ? mixed(person(place), 6) : 1;
    const end = starts[place + 1] as number;
    for (let row = starts[place] as number; row < end; row += 1) {
      const isOfKind = isMeant[numberIn(columns.kind.cells, row)] === true;
      if (!isOfKind || numberIn(columns.known, row) > most) continue;
      let own = whose;
      for (const part of parts) own = (own + part(row)) | 0;
      sum = (sum + mixed(own, 0)) | 0;
      count += 1;
    }
  }
  return { count, sum };
}

type Mixed = (number: number, place: number) => number;

/** A number in a place, mixed so that each of its bits counts for each of the others. */
function mixedBy(lane: number): Mixed {
  return (number, place) => {
    let mixed = Math.imul(number ^ Math.imul(place + 1, lane), 0xcc9e2d51);
    mixed = Math.imul(mixed ^ (mixed >>> 15), lane);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}

/** The columns in which anything stands. */
function partsOf(columns: FactColumns, mixed: Mixed): readonly Part[] {
  const { day, from, to, known, replaces } = columns;
  const id = referencePart(columns.id, mixed);
  const parts: Part[] = [id];
  for (const [place, column] of [day, from, to, known].entries()) {
    if (column.values.length > 0) parts.push(dayPart(column, (cell) => mixed(cell, place + 1)));
  }
  for (const [place, name] of pooledNames.entries()) {
    const { cells, pool } = columns[name];
    if (cells.values.length === 0) continue;
    const values = pool.values.map((value) => mixed(textHash(textOf(value), mixed), place + 10));
    const table = Int32Array.from([0, ...values]);
    parts.push((row) => table[numberIn(cells, row)] as number);
  }
  if (replaces.values.length > 0) {
    const replaced = (row: number) => mixed(id(rowReplaced(columns, row)), 5);
    parts.push((row) => (numberIn(replaces, row) === 0 ? 0 : replaced(row)));
  }
  return parts;
}

function dayPart(column: NumberColumn, mixed: (cell: number) => number): Part {
  return (row) => {
    const cell = numberIn(column, row);
    return cell === 0 ? 0 : mixed(cell);
  };
}

function referencePart(column: ReferenceColumn, mixed: Mixed): Part {
  const stems = column.stems.map(({ text, digits }) => mixed(textHash(text, mixed), 30 + digits));
  return (row) => {
    const stem = numberIn(column.stem, row);
    if (stem === 0) return textHash(referenceAt(column, row), mixed);
    return mixed((stems[stem - 1] as number) ^ numberIn(column.number, row), 29);
  };
}

function textHash(text: string, mixed: Mixed): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

/** A value of a pool as a text that no other value has. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `${each}` : each));
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
