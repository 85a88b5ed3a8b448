import {
  addReference,
  compareTexts,
  type ReferenceColumn,
  referenceAt,
  referenceColumn,
} from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { keyNamer } from './key-namer.ts';
import { sortedRows } from './sorted-rows.ts';

/** New keys of the references of a column, and of some others. */
export type RankedKeys = Readonly<{
  /** The new key of a row. */
  keyAt: (row: number) => string;
  /** The new key of a reference; undefined where it is none of these. */
  get: (old: string) => string | undefined;
}>;

/** Takes up references besides those of a column, until all are known. */
export type Ranking = Readonly<{ add: (old: string) => void; close: () => RankedKeys }>;

/**
 * New keys for the references of a column, all different, and for others: the same as `keysFor`
 * finds, as ranks in their order, so that those of a nation take some bytes each and no text.
 */
export function openRanking(column: ReferenceColumn, letter: string): Ranking {
  const order = sortedRows(column);
  const others = new Set<string>();
  const find = (old: string): number => placeIn(order, column, old);
  return {
    add: (old) => {
      if (find(old) < 0) others.add(old);
    },
    close: () => {
      const { keys, ranks, otherRanks } = ranksOf({ column, order, others, letter });
      return {
        keyAt: (row) => referenceAt(keys, ranks[row] as number),
        get: (old) => {
          const place = find(old);
          const rank = place < 0 ? otherRanks.get(old) : ranks[order[place] as number];
          return rank === undefined ? undefined : referenceAt(keys, rank);
        },
      };
    },
  };
}

type Ordered = Readonly<{
  column: ReferenceColumn;
  order: Int32Array;
  others: ReadonlySet<string>;
  letter: string;
}>;

/** Names all references in their order, those of the column and the others between them. */
function ranksOf({ column, order, others, letter }: Ordered) {
  const rest = [...others].sort(compareTexts);
  const ranks = new Int32Array(column.rows);
  const otherRanks = new Map<string, number>();
  const keys = referenceColumn(column.rows + rest.length);
  const name = keyNamer(letter, column.rows + rest.length);
  let next = 0;
  const addOthers = (before: string | undefined) => {
    for (; next < rest.length; next += 1) {
      const old = rest[next] as string;
      if (before !== undefined && old > before) return;
      otherRanks.set(old, addReference(keys, name(old)));
    }
  };
  let last: string | undefined;
  for (const row of order) {
    const old = referenceAt(column, row);
    assert(last !== old, 'every reference stands in one row');
    last = old;
    addOthers(old);
    ranks[row] = addReference(keys, name(old));
  }
  addOthers(undefined);
  return { keys, ranks, otherRanks };
}

/** Where a reference stands among rows in their order; -1 where it does not. */
function placeIn(order: Int32Array, column: ReferenceColumn, old: string): number {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const text = referenceAt(column, order[middle] as number);
    if (text === old) return middle;
    if (text < old) from = middle + 1;
    else to = middle;
  }
  return -1;
}
