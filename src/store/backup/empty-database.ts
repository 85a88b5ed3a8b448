import pg from 'pg';
import type { Connection } from '../connection.ts';
import { listTables, quoted } from './table-shapes.ts';

/**
 * Makes sure that a database holds nothing of ours: tables without rows, as a start that was broken
 * off leaves them, are taken away. Says in words what else is found, and leaves everything alone.
 */
export async function emptyDatabase(connection: Connection): Promise<string | undefined> {
  const owner = new pg.Client({ ...connection, application_name: 'outturn restore' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('begin');
    const { rowCount } = await owner.query(
      `select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend'`,
    );
    if (rowCount !== 0) return 'another program is connected to the database';
    const { rows } = await owner.query<{ is: boolean }>(
      "select to_regnamespace('outturn') is not null as is",
    );
    if (rows[0]?.is !== true) return undefined;
    const table = await findFilled(owner);
    if (table !== undefined) return `the database has rows in ${table}`;
    await owner.query('drop schema outturn cascade');
    await owner.query('drop schema if exists graphile_worker cascade');
    await owner.query('commit');
    return undefined;
  } finally {
    await owner.end();
  }
}

async function findFilled(owner: pg.Client): Promise<string | undefined> {
  for (const { name } of await listTables(owner)) {
    const { rowCount } = await owner.query(`select from outturn.${quoted(name)} limit 1`);
    if (rowCount !== 0) return name;
  }
  return undefined;
}
