import { change, type Tx } from './tx.ts';

/** A table, and its columns with their types. */
export type Into = Readonly<{
  table: string;
  columns: readonly (readonly [name: string, type: string])[];
}>;

/** What may stand in a column; a list, as PostgreSQL writes it, is given as text. */
export type Cell = string | number | bigint | boolean | null;

const rowsAtOnce = 5000;

/** Adds many rows in few statements. Names come from our own code; values are never in the text. */
export async function insertRows(
  tx: Tx,
  { table, columns }: Into,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const names = columns.map(([name]) => name);
  const given = columns.map((_, at) => `$${at + 1}::text[]`);
  const cells = columns.map(([, type], at) => `c${at}::${type}`);
  const heads = columns.map((_, at) => `c${at}`);
  const text = `insert into ${table} (${names.join(', ')})
    select ${cells.join(', ')} from unnest(${given.join(', ')}) as given(${heads.join(', ')})`;
  let columnsNow = columns.map((): (string | null)[] => []);
  let count = 0;
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      columnsNow[at]?.push(cell === null ? null : String(cell));
    }
    count += 1;
    if (count < rowsAtOnce) continue;
    await change(tx, text, columnsNow);
    columnsNow = columns.map(() => []);
    count = 0;
  }
  if (count > 0) await change(tx, text, columnsNow);
}
