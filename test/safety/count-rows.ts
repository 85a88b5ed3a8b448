import type { Store } from '../../src/store/index.ts';
import { atTables } from '../support/made-workers.ts';

/** How many rows each table has, whosever they are. */
export async function countRows(store: Store): Promise<ReadonlyMap<string, bigint>> {
  return atTables(store, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class
        where relnamespace = 'outturn'::regnamespace and relkind = 'r' order by relname`,
    );
    const counts = tables.rows.map(
      ({ name }) => `select '${name}' as name, count(*) from "${name}"`,
    );
    const { rows } = await client.query<{ name: string; count: string }>(
      counts.join(' union all '),
    );
    return new Map(rows.map(({ name, count }) => [name, BigInt(count)]));
  });
}

/** The tables that have more or fewer rows than before. */
export function tablesChanged(
  before: ReadonlyMap<string, bigint>,
  after: ReadonlyMap<string, bigint>,
): readonly string[] {
  return [...after].filter(([table, rows]) => before.get(table) !== rows).map(([table]) => table);
}
