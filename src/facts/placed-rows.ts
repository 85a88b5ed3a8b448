import { type PooledName, pooledNames } from './fact-chunk.ts';
import { distanceCell, type FactColumns } from './fact-columns.ts';
import type { FactLoader } from './fact-loader.ts';
import {
  clearColumn,
  isBare,
  type NumberColumn,
  numberColumn,
  numbersOf,
  placeRows,
  putNumber,
  sharedColumn,
} from './number-column.ts';
import {
  type AllPlaces,
  columnsOf,
  type GiveBack,
  groupOf,
  type SharedRows,
} from './part-places.ts';
import { moveBehind, type ReferenceColumn } from './reference-column.ts';

/** Where the rows of one part come to stand, and who gives back memory that is no longer used. */
export type PartPlaces = AllPlaces['parts'][number] &
  Readonly<{ shared: SharedRows; giveBack: GiveBack }>;

/** What is not placed in shared columns: rows that replace or are replaced, and ids in bytes. */
export type PartRest = Readonly<{
  /** The row of each id that is replaced, by its number; -1 where it is in another part. */
  rowsReplaced: Int32Array;
  /** Rows that replace another, and the number of its id. */
  replacing: Int32Array;
  replacingNumbers: Int32Array;
  blocks: readonly Uint8Array[];
}>;

/** Puts the rows of a part into the shared columns. Its own are emptied one after the other. */
export function placePart(
  loader: FactLoader,
  { firsts, blocksBefore, begin, shared, giveBack }: PartPlaces,
): PartRest {
  const { columns, people, rowsReplaced, replacing, replacingNumbers } = loader;
  const places = placesIn(columns, firsts);
  const drop = (column: NumberColumn): void => {
    const { buffer } = column.values;
    clearColumn(column);
    giveBack(buffer);
  };
  drop(columns.participant);
  drop(people.stem);
  moveBehind(columns.id, blocksBefore);
  const placing = { places, first: Math.floor(begin * places.length) };
  for (const [at, column] of columnsOf(columns).entries()) {
    placeRows(column, placing, shared.columns[at] as NumberColumn);
    drop(column);
  }
  const placeOf = (row: number): number => (row < 0 ? row : (places[row] as number));
  const { length } = replacing;
  return {
    rowsReplaced: rowsReplaced.map(placeOf),
    replacing: replacing.values.subarray(0, length).map(placeOf),
    replacingNumbers: replacingNumbers.values.slice(0, length),
    blocks: columns.id.blocks.map(sharedBlock),
  };
}

function placesIn(columns: FactColumns, next: Int32Array): Int32Array {
  const places = new Int32Array(columns.rows);
  const numbers = numbersOf(columns.participant, columns.rows);
  for (let row = 0; row < places.length; row += 1) {
    const group = groupOf(numbers[row] as number, next.length - 1);
    const place = next[group] as number;
    places[row] = place;
    next[group] = place + 1;
  }
  return places;
}

function sharedBlock(block: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(block.length));
  shared.set(block);
  return shared;
}

/** Columns of all rows, as plain data that threads share; pools are left out. */
export type PlacedRows = Readonly<{
  shared: SharedRows;
  replaces: NumberColumn;
  blocks: readonly Uint8Array[];
  idStems: ReferenceColumn;
}>;

/** Puts together what is left; undefined where a row replaces one that is not there. */
export function placedRows(
  { shared }: AllPlaces,
  parts: readonly PartRest[],
  idStems: ReferenceColumn,
): PlacedRows | undefined {
  const replaces = joinReplaces(parts, shared.rows);
  const blocks = parts.flatMap((part) => part.blocks);
  return replaces && { shared, replaces, blocks, idStems };
}

function joinReplaces(parts: readonly PartRest[], rows: number): NumberColumn | undefined {
  const replaces = numberColumn(rows);
  const targets = new Int32Array(parts[0]?.rowsReplaced.length ?? 0).fill(-1);
  for (const { rowsReplaced } of parts) {
    for (let number = 0; number < targets.length; number += 1) {
      if ((rowsReplaced[number] as number) >= 0) targets[number] = rowsReplaced[number] as number;
    }
  }
  for (const { replacing, replacingNumbers } of parts) {
    for (let at = 0; at < replacing.length; at += 1) {
      const row = replacing[at] as number;
      const target = targets[replacingNumbers[at] as number] ?? -1;
      if (target < 0) return undefined;
      putNumber(replaces, row, distanceCell(row, target));
    }
  }
  const most = isBare(replaces) ? 0 : replaces.most;
  const shared = sharedColumn(most, rows);
  shared.values.set(replaces.values.subarray(0, rows));
  return shared;
}

/** The columns of all rows, with the pools and participants for which their numbers stand. */
export function placedColumns(
  { shared, replaces, blocks, idStems }: PlacedRows,
  participants: ReferenceColumn,
  ground: FactColumns,
): FactColumns {
  const { rows } = shared;
  const [stem, number, day, from, to, known, ...cells] = shared.columns as readonly NumberColumn[] &
    FixedColumns;
  const pooled = pooledNames.map((name, at) => [
    name,
    { cells: cells[at], pool: ground[name].pool },
  ]);
  return {
    ...(Object.fromEntries(pooled) as Pick<FactColumns, PooledName>),
    rows,
    id: { ...idStems, rows, stem, number, blocks: [...blocks] },
    participant: numberColumn(0),
    participants,
    day,
    from,
    to,
    known,
    replaces,
  };
}

type FixedColumns = readonly [
  NumberColumn,
  NumberColumn,
  NumberColumn,
  NumberColumn,
  NumberColumn,
  NumberColumn,
];
