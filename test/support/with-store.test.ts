import pg from 'pg';
import { expect, test } from 'vitest';
import { aDatabase, aMigratedDatabase, aStore } from './with-store.ts';

const store = await aStore();
const empty = await aDatabase();
const migrated = await aMigratedDatabase();

test('each test file has databases of its own, with the tables or without', async () => {
  const names = [store.owner.database, empty.database, migrated.database];
  expect(new Set(names).size).toBe(3);
  expect(await tablesIn(empty)).toBe(0);
  expect(await tablesIn(migrated)).toBeGreaterThan(0);
  expect(await tablesIn(store.owner)).toBe(await tablesIn(migrated));
});

async function tablesIn(connection: pg.ClientConfig): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rowCount } = await client.query(
    "select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  await client.end();
  return rowCount ?? 0;
}
