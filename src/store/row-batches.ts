import { assert } from '../problem/index.ts';
import { type ArrayCell, binaryArray, isArrayType, sentType } from './binary-arrays.ts';
import { change, type Tx } from './tx.ts';

/** A table, and its columns with their types; what is the same of all rows is given once. */
export type Batched = Readonly<{
  table: string;
  columns: readonly (readonly [name: string, type: string])[];
}>;

/** Some rows by column, as they are sent. A thread may make them that has no database. */
export type RowBatch = Readonly<{ rows: number; columns: readonly Uint8Array[] }>;

const rowsAtOnce = 8192;

/** Makes batches of rows, in their order. */
export function* rowBatches(
  { columns }: Batched,
  rows: Iterable<readonly ArrayCell[]>,
): Generator<RowBatch> {
  let cells = columns.map((): ArrayCell[] => []);
  let count = 0;
  for (const row of rows) {
    for (const [at, cell] of row.entries()) cells[at]?.push(cell);
    count += 1;
    if (count < rowsAtOnce) continue;
    yield batchOf(columns, cells, count);
    cells = columns.map(() => []);
    count = 0;
  }
  if (count > 0) yield batchOf(columns, cells, count);
}

function batchOf(
  columns: Batched['columns'],
  cells: readonly (readonly ArrayCell[])[],
  rows: number,
): RowBatch {
  return {
    rows,
    columns: columns.map(([, type], at) => {
      assert(isArrayType(type), 'rows are sent in types that can be');
      return binaryArray(type, cells[at] ?? []);
    }),
  };
}

/** Adds a batch of rows, each with what is the same of all: references, by the names of columns. */
export async function insertBatch(
  tx: Tx,
  { table, columns }: Batched,
  { same, batch }: Readonly<{ same: Readonly<Record<string, string>>; batch: RowBatch }>,
): Promise<void> {
  const shared = Object.entries(same);
  const names = [...shared.map(([name]) => name), ...columns.map(([name]) => name)];
  const constants = shared.map((_, at) => `$${at + 1}::uuid`);
  const cells = columns.map(([, type], at) => (type === 'json' ? `c${at}::json` : `c${at}`));
  const lists = columns.map(([, type], at) => {
    assert(isArrayType(type), 'rows are sent in types that can be');
    return `$${shared.length + at + 1}::${sentType(type)}[]`;
  });
  const heads = columns.map((_, at) => `c${at}`);
  await change(
    tx,
    `insert into ${table} (${names.join(', ')}) select ${[...constants, ...cells].join(', ')}
      from unnest(${lists.join(', ')}) as given(${heads.join(', ')})`,
    [...shared.map(([, value]) => value), ...batch.columns.map(asBuffer)],
  );
}

// What comes from a thread is bytes; the driver sends a Buffer as it is.
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
