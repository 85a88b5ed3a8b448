import { type ColumnSource, sourceOf } from './column-source.ts';
import { type PooledName, pooledNames } from './fact-chunk.ts';
import { type FactColumns, factColumns } from './fact-columns.ts';
import { type Cut, cutRows } from './number-column.ts';
import { cutReferences } from './reference-column.ts';
import type { PooledColumn } from './value-pool.ts';

/** The facts of some participants by column, as plain data that another thread can be given. */
export type FactShard = Readonly<{
  columns: Omit<FactColumns, PooledName>;
  cells: Readonly<Record<PooledName, FactColumns['day']>>;
  starts: Int32Array;
}>;

/** The texts and values for which numbers stand in every shard of some facts. */
export type ShardPools = Readonly<Record<PooledName, unknown[]>>;

export function shardPools({ columns }: ColumnSource): ShardPools {
  return ofEach((name) => columns[name].pool.values);
}

/** Cuts out the facts of the participants from one to before another, in their order. */
export function cutShard({ columns, starts }: ColumnSource, { from, to }: Cut): FactShard {
  const first = starts[from] as number;
  const end = starts[to] as number;
  const rows = { from: first, to: end };
  const { day, from: begun, to: ended, known, replaces } = columns;
  return {
    columns: {
      ...factColumns(0),
      rows: end - first,
      id: cutReferences(columns.id, rows),
      participants: cutReferences(columns.participants, { from, to }),
      day: cutRows(day, rows),
      from: cutRows(begun, rows),
      to: cutRows(ended, rows),
      known: cutRows(known, rows),
      replaces: cutRows(replaces, rows),
    },
    cells: ofEach((name) => cutRows(columns[name].cells, rows)),
    // The last row ends twice, as a shard has no facts that are about nobody.
    starts: Int32Array.from([...starts.subarray(from, to + 1), end], (start) => start - first),
  };
}

/** The facts of a shard by participant, made as they are asked for. */
export function shardSource(
  { columns, cells, starts }: FactShard,
  pools: ShardPools,
): ColumnSource {
  const pooled = ofEach((name): PooledColumn<unknown> => {
    return { cells: cells[name], pool: { values: pools[name], numbers: new Map() } };
  });
  const whole = { ...columns, ...pooled } as FactColumns;
  return sourceOf(whole, { starts, participants: columns.participants });
}

function ofEach<Value>(make: (name: PooledName) => Value): Record<PooledName, Value> {
  return Object.fromEntries(pooledNames.map((name) => [name, make(name)])) as Record<
    PooledName,
    Value
  >;
}
