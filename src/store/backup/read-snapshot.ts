import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { assert, type Result } from '../../problem/index.ts';
import { connectAtStart } from '../connect-at-start.ts';
import type { Connection } from '../connection.ts';
import { type KeptJob, listJobs } from './kept-jobs.ts';
import {
  copied,
  type KeptSequence,
  type KeptTable,
  listSequences,
  listTables,
} from './table-shapes.ts';

/** The whole database as it stood at one moment, whatever is done in it meanwhile. */
export type Snapshot = Readonly<{
  /** When, by the clock of the database. */
  at: string;
  /** What had been done to the tables. */
  migrations: readonly string[];
  tables: readonly KeptTable[];
  jobs: readonly KeptJob[];
  /** The rows of a table, in the text format of COPY; each is read to its end before the next. */
  read: (table: KeptTable) => Readable;
  /** To be asked when all tables have been read. */
  sequences: () => Promise<readonly KeptSequence[]>;
}>;

/**
 * Opens the database as its owner, changes nothing in it, not even to bring its tables up to date,
 * and reads from one snapshot. Nobody waits for it, and it waits for nobody but a migration.
 */
export async function readSnapshot<T>(
  connection: Connection,
  work: (snapshot: Snapshot | undefined) => Promise<Result<T>>,
): Promise<Result<T>> {
  const given = { ...connection, application_name: 'outturn backup' };
  const connected = await connectAtStart(given, 'DATABASE_URL');
  if (!connected.ok) return connected;
  const owner = connected.value;
  try {
    await owner.query('begin isolation level repeatable read, read only');
    return await work(await snapshotOver(owner));
  } finally {
    await owner.end();
  }
}

// What is written must be read alike elsewhere, and nothing may be left out without a word.
const plainly = `set local row_security = off; set local timezone = 'UTC';
  set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex';
  set local client_encoding = 'UTF8'`;

/** Undefined where the database holds nothing of ours. */
async function snapshotOver(owner: pg.Client): Promise<Snapshot | undefined> {
  await owner.query(plainly);
  const { rows: there } = await owner.query<{ is: boolean }>(
    "select to_regclass('outturn.migration') is not null as is",
  );
  if (there[0]?.is !== true) return undefined;
  const { rows: done } = await owner.query<{ name: string }>(
    'select name from outturn.migration order by name',
  );
  const { rows: clock } = await owner.query<{ at: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  const at = clock[0]?.at;
  assert(at !== undefined, 'a database knows the time');
  return {
    at,
    migrations: done.map(({ name }) => name),
    tables: await listTables(owner),
    jobs: await listJobs(owner),
    read: (table) => owner.query(copyTo(`copy ${copied(table)} to stdout`)),
    sequences: async () => listSequences(owner),
  };
}
