import { pooledNames } from './fact-chunk.ts';
import type { FactColumns } from './fact-columns.ts';
import type { FactLoader } from './fact-loader.ts';
import {
  isBare,
  moveRowsOn,
  type NumberColumn,
  numbersOf,
  type RoomLeft,
  sharedColumn,
  wideMost,
} from './number-column.ts';
import type { JoinedNames } from './part-names.ts';
import { renumberPeople } from './people.ts';
import { renumberStems, trimBlocks } from './reference-column.ts';

/** What one part says of itself, so that its rows can be given places among those of all. */
export type PartCounts = Readonly<{
  /** How many rows each participant has; and last, how many are about nobody. */
  counts: Int32Array;
  /** The greatest number that each column has room for; 0 where it holds nothing. */
  mosts: readonly number[];
  blocks: number;
}>;

/** Columns of all parts, which lie in memory that threads share. */
export type SharedRows = Readonly<{ rows: number; columns: readonly NumberColumn[] }>;

/** The columns whose rows are placed among those of all; the numbers of ids are the second. */
export function columnsOf(columns: FactColumns): readonly NumberColumn[] {
  const { id, day, from, to, known } = columns;
  const pooled = pooledNames.map((name) => columns[name].cells);
  return [id.stem, id.number, day, from, to, known, ...pooled];
}

/** Gives back memory that is no longer used. */
export type GiveBack = (memory: ArrayBufferLike) => void;

/** Numbers participants and stems as all parts do, puts rows near their places, and counts. */
export function countPart(
  loader: FactLoader,
  { people: joined, idStems }: Pick<JoinedNames, 'people' | 'idStems'>,
  giveBack: GiveBack,
): PartCounts {
  const { columns, people } = loader;
  renumberPeople(people, columns, joined);
  renumberStems(columns.id, idStems);
  trimBlocks(columns.id);
  bringTogether(loader, joined.count, giveBack);
  const counts = new Int32Array(joined.count + 1);
  const numbers = numbersOf(columns.participant, columns.rows);
  for (let row = 0; row < columns.rows; row += 1) {
    const group = groupOf(numbers[row] as number, joined.count);
    counts[group] = (counts[group] as number) + 1;
  }
  const mosts = columnsOf(columns).map((column) => (isBare(column) ? 0 : column.most));
  const blocks = columns.id.blocks.length;
  // Places among the bytes of all are greater than among those of one part.
  if (blocks > 0) mosts[1] = wideMost;
  return { counts, mosts, blocks };
}

/** What is held of so many participants, a power of two, and of their rows fits near memory. */
const nearShift = 14;

/**
 * Puts rows of participants together whose numbers are near each other, so that what is then done
 * for each of them is not done all over the memory.
 */
function bringTogether(loader: FactLoader, count: number, giveBack: GiveBack): void {
  const { columns, replacing } = loader;
  const places = placesTogether(columns, count);
  if (places === undefined) return;
  const left: RoomLeft = new Map();
  for (const column of [columns.participant, ...columnsOf(columns)]) {
    moveRowsOn(column, places, left);
  }
  for (const { buffer } of left.values()) giveBack(buffer);
  const placeOf = (row: number): number => (row < 0 ? row : (places[row] as number));
  loader.rowsReplaced = loader.rowsReplaced.map(placeOf);
  replacing.values = replacing.values.subarray(0, replacing.length).map(placeOf);
  giveBack(places.buffer);
}

/** Undefined where all participants are near each other. */
function placesTogether(columns: FactColumns, count: number): Int32Array | undefined {
  const stretches = (count >>> nearShift) + 1;
  if (stretches === 1) return undefined;
  const next = new Int32Array(stretches + 1);
  const numbers = numbersOf(columns.participant, columns.rows);
  for (let row = 0; row < columns.rows; row += 1) {
    const after = (groupOf(numbers[row] as number, count) >>> nearShift) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let at = 1; at < next.length; at += 1) {
    next[at] = (next[at] as number) + (next[at - 1] as number);
  }
  const places = new Int32Array(columns.rows);
  for (let row = 0; row < places.length; row += 1) {
    const stretch = groupOf(numbers[row] as number, count) >>> nearShift;
    const place = next[stretch] as number;
    places[row] = place;
    next[stretch] = place + 1;
  }
  return places;
}

/** Whom rows of a number are about, from 0 on; so many as there are where they are about nobody. */
export function groupOf(number: number, count: number): number {
  return number === 0 ? count : number - 1;
}

/** Where the rows of a part about each participant begin, and how many blocks come before. */
type PlacesOfPart = Readonly<{
  firsts: Int32Array;
  blocksBefore: number;
  /**
   * The share of its rows that it leaves for the end. Rows of several parts about one participant
   * stand side by side, and threads that write there at the same time wait for each other.
   */
  begin: number;
}>;

/** Where the rows of all parts come to stand. */
export type AllPlaces = Readonly<{
  starts: Int32Array;
  shared: SharedRows;
  parts: readonly PlacesOfPart[];
}>;

/** Gives rows of each participant their places, those of one part after those of another. */
export function placesOfAll(parts: readonly PartCounts[]): AllPlaces {
  const groups = parts[0]?.counts.length ?? 1;
  const starts = new Int32Array(groups + 1);
  let next = 0;
  for (let group = 0; group < groups; group += 1) {
    starts[group] = next;
    for (const { counts } of parts) {
      const own = counts[group] as number;
      counts[group] = next;
      next += own;
    }
  }
  starts[groups] = next;
  const mosts = (parts[0]?.mosts ?? []).map((_, at) =>
    Math.max(...parts.map((part) => part.mosts[at] as number)),
  );
  const columns = mosts.map((most) => sharedColumn(most, next));
  let blocks = 0;
  const placed = parts.map(({ counts, blocks: own }, at) => {
    const blocksBefore = blocks;
    blocks += own;
    return { firsts: counts, blocksBefore, begin: at / parts.length };
  });
  return { starts, shared: { rows: next, columns }, parts: placed };
}
