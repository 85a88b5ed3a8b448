import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { formatProblems, type Result } from '../../src/problem/index.ts';
import { ensureRunning } from '../../src/store/embedded/ensure-running.ts';
import { connectionTo } from '../../src/store/embedded/holder.ts';
import { prepareDataFolder } from '../../src/store/embedded/prepare-data-folder.ts';
import { withStartLock } from '../../src/store/embedded/start-lock.ts';
import { type Connection, openStore, type Store } from '../../src/store/index.ts';

// Each test file has a database of its own on the one server of the run (one-server.ts). These are
// called at the top of a test file: what they give is taken away when the file is done.

// How long a busy machine lets a connection wait is no test: busy.test.ts has its own.
const waitMilliseconds = 480_000;

/** An opened store on a fresh database with all its tables and nothing in them. */
export async function aStore(options: Readonly<{ timeZone?: string }> = {}): Promise<Store> {
  const owner = await aMigratedDatabase();
  const opened = got(await openStore({ owner, waitMilliseconds, ...options }));
  afterAll(() => opened.close());
  return opened;
}

/** A fresh database with all its tables and nothing in them, for those who open it themselves. */
export async function aMigratedDatabase(): Promise<Connection> {
  return freshDatabase(await migratedTemplate());
}

/** A fresh database without a table. */
export async function aDatabase(): Promise<Connection> {
  return freshDatabase('template1');
}

async function freshDatabase(template: string): Promise<Connection> {
  const database = `test_${randomBytes(8).toString('hex')}`;
  await atServer((client) =>
    client.query(`create database ${database} template ${template} strategy file_copy`),
  );
  afterAll(() => atServer((client) => client.query(`drop database ${database} with (force)`)));
  return { ...(await server()), database };
}

const migratedName = 'migrated';
const lock = 7_061_829_302;

// The tables are made once a run, by whichever file comes first.
async function migratedTemplate(): Promise<string> {
  await atServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      migratedName,
    ]);
    if (rowCount === 0) await makeTemplate(client);
  });
  return migratedName;
}

async function makeTemplate(client: pg.Client): Promise<void> {
  await client.query('drop database if exists migrating with (force)');
  await client.query('create database migrating');
  const store = got(await openStore({ owner: { ...(await server()), database: 'migrating' } }));
  await store.close();
  await client.query(`alter database migrating rename to ${migratedName}`);
}

async function atServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...(await server()), database: 'postgres' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

let started: Promise<Connection> | undefined;

async function server(): Promise<Connection> {
  started ??= startServer();
  return started;
}

// Nobody here holds the server: it runs until the run is over.
async function startServer(): Promise<Connection> {
  const places = got(prepareDataFolder(inject('databaseFolder')));
  const durability = 'fast_and_lost_with_the_power';
  const ensured = await withStartLock({ folder: places.folder }, async () =>
    ensureRunning(places, { durability, onProgress: () => {} }),
  );
  return got(connectionTo(places, got(ensured).running.listener));
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}
