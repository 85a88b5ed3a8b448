import { createHmac } from 'node:crypto';
import pg from 'pg';
import { assert, type Result } from '../problem/index.ts';
import { connectAtStart, reasonOf } from './connect-at-start.ts';
import type { Connection } from './connection.ts';
import { prepareJobs } from './jobs.ts';
import { appRole, migrate } from './migrate.ts';
import { brokenOff, connectionOf, connectionWaitSeconds } from './not-reached.ts';
import { databaseRoleNotMade, databaseRoleUnfit, databaseTooOld } from './problems.ts';
import { type Reach, reachText } from './reach.ts';
import { findTimeZone } from './time-zone.ts';
import type { Tx } from './tx.ts';
import { typeParsers } from './type-parsers.ts';

/** The owner changes the tables; the app role, which is made from it, does all the rest. */
export type StoreOptions = Readonly<{
  owner: Connection;
  /** Where the owner may not create roles: a role made by hand. */
  app?: Connection;
  connectionsMax?: number;
  /** How long anybody waits for one of them. */
  waitMilliseconds?: number;
  /** For a restoration: what an earlier version had done to the tables, and no more. */
  migrations?: readonly string[];
  /** The time zone that is asked for; the one kept with the data must be the same. */
  timeZone?: string;
}>;

/**
 * Whether all questions of a transaction see the tables as they stood at the first of them, so that
 * what is read in several goes fits together. For those who only read.
 */
export type WithinOptions = Readonly<{ isSteady?: boolean }>;

/** An opened database. Every question runs in a transaction on somebody's behalf. */
export type Store = Readonly<{
  /** Runs work in one transaction: a result with problems, or a fault, leaves nothing behind. */
  within: <T>(
    reach: Reach,
    work: (tx: Tx) => Promise<Result<T>>,
    options?: WithinOptions,
  ) => Promise<Result<T>>;
  /** The same for work that can only succeed. */
  read: <T>(reach: Reach, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * One question outside any transaction, on nobody's behalf: it reaches no table, and what it is
   * told by a function of the database.
   */
  ask: <T>(question: (tx: Tx) => Promise<T>) => Promise<T>;
  /** For the queue of jobs, which keeps its own tables. */
  owner: Connection;
  /** The time zone that days are reckoned in, by the database's own questions too. */
  timeZone: string;
  close: () => Promise<void>;
}>;

/** Brings the tables up to date and opens the database under the role that owns none of them. */
export async function openStore(options: StoreOptions): Promise<Result<Store>> {
  const prepared = await prepareDatabase(options);
  if (!prepared.ok) return prepared;
  const { app, timeZone } = prepared.value;
  const pool = new pg.Pool({
    ...app,
    max: options.connectionsMax ?? 10,
    // Whoever waits for one that never comes would wait for ever.
    connectionTimeoutMillis: options.waitMilliseconds ?? connectionWaitSeconds * 1000,
    keepAlive: true,
    types: typeParsers,
    // A moment made a day in a policy or a question is a day of that zone.
    options: `-c search_path=outturn,pg_temp -c timezone=${timeZone}`,
    application_name: 'outturn',
  });
  // A connection that breaks while nobody uses it is replaced when the next is asked for.
  pool.on('error', () => {});
  // One that breaks while it is used fails the question under way, and nothing else.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { ok: true, value: storeOver(pool, { owner: options.owner, timeZone }) };
}

const steadily = 'begin isolation level repeatable read';

function storeOver(pool: pg.Pool, { owner, timeZone }: Pick<Store, 'owner' | 'timeZone'>): Store {
  const within = async <T>(
    reach: Reach,
    work: (tx: Tx) => Promise<Result<T>>,
    { isSteady = false }: WithinOptions = {},
  ) =>
    overConnection(pool, async (client, how) => {
      await client.query(`${isSteady ? steadily : 'begin'}; ${reachText(reach)}`);
      const result = await work({ client, reach });
      how.isKeeping = result.ok && !isSteady;
      const { command } = await client.query(result.ok ? 'commit' : 'rollback');
      // A statement that failed and was passed over leaves nothing to keep; it is said here.
      assert(!result.ok || command === 'COMMIT', 'what went well is kept');
      return result;
    });
  return {
    within,
    read: async (reach, work) => {
      const result = await within(reach, async (tx) => ({ ok: true, value: await work(tx) }));
      assert(result.ok, 'what cannot fail has not failed');
      return result.value;
    },
    ask: async (question) =>
      overConnection(pool, async (client) => question({ client, reach: { reach: 'public' } })),
    owner,
    timeZone,
    close: async () => pool.end(),
  };
}

/** Works over one connection; that it broke in the middle is told, and it is not used again. */
async function overConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient, how: { isKeeping: boolean }) => Promise<T>,
): Promise<T> {
  const client = await connectionOf(pool);
  const how = { isKeeping: false };
  let isBroken = false;
  try {
    return await work(client, how);
  } catch (error) {
    isBroken = await rollBack(client);
    throw isBroken ? brokenOff(error, how.isKeeping) : error;
  } finally {
    client.release(isBroken);
  }
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return false;
  } catch {
    return true;
  }
}

type Prepared = Readonly<{ app: Connection; timeZone: string }>;

async function prepareDatabase(options: StoreOptions): Promise<Result<Prepared>> {
  const given = { ...options.owner, types: typeParsers };
  const connected = await connectAtStart(given, 'DATABASE_URL');
  if (!connected.ok) return connected;
  const client = connected.value;
  try {
    const version = await versionOf(client);
    if (version < 15) return { ok: false, problems: [databaseTooOld(String(version))] };
    const app = options.app ?? (await makeAppRole(client));
    if (typeof app === 'string') return { ok: false, problems: [databaseRoleNotMade(app)] };
    await prepareJobs(options.owner);
    const migrated = await migrate(client, options.migrations);
    if (!migrated.ok) return migrated;
    const timeZone = await findTimeZone(client, options.timeZone ?? '');
    if (!timeZone.ok) return timeZone;
    const fenced = await checkFenced(app);
    return fenced.ok ? { ok: true, value: { app, timeZone: timeZone.value } } : fenced;
  } finally {
    await client.end();
  }
}

/** Row-level security is the second fence: a role that passes it is not taken. */
async function checkFenced(app: Connection): Promise<Result<Connection>> {
  const connected = await connectAtStart(app, 'OUTTURN_APP_DATABASE_URL');
  if (!connected.ok) return connected;
  const client = connected.value;
  try {
    const { rows } = await client.query<{ user: string; isFenced: boolean }>(
      `select current_user as user, row_security_active('outturn.record') as "isFenced"`,
    );
    const { user = '', isFenced = false } = rows[0] ?? {};
    return isFenced && user === appRole
      ? { ok: true, value: app }
      : { ok: false, problems: [databaseRoleUnfit(user, appRole)] };
  } catch {
    // Whoever may not look at a table at all is not the role that was given the right to.
    return { ok: false, problems: [databaseRoleUnfit(client.user ?? '', appRole)] };
  } finally {
    await client.end();
  }
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  return Math.floor(Number(rows[0]?.version) / 10_000);
}

/**
 * The role that the service works under, with a password made from the owner's: several servers
 * make the same one, and nothing more is to be kept.
 */
async function makeAppRole(client: pg.Client): Promise<Connection | string> {
  const secret = typeof client.password === 'string' ? client.password : '';
  if (secret === '') return 'the owner signs in without a password';
  const password = createHmac('sha256', secret).update(appRole).digest('hex');
  const app = appConnection(client, password);
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [appRole]);
    if (rowCount === 0) await createRole(client, password);
    if (!(await canSignIn(app))) {
      await client.query(`alter role ${appRole} login password '${password}'`);
    }
    return app;
  } catch (error) {
    return reasonOf(error);
  }
}

// Two servers that start at once may both make it; the second finds it made.
async function createRole(client: pg.Client, password: string): Promise<void> {
  await client.query(`do $$ begin
    create role ${appRole} login nosuperuser nocreatedb nocreaterole nobypassrls noinherit
      password '${password}';
  exception when duplicate_object or unique_violation then null; end $$`);
}

async function canSignIn(app: Connection): Promise<boolean> {
  const client = new pg.Client(app);
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/**
 * The same place under the role of the service. A connection string is replaced by its parts, and
 * TLS is that of the owner's with all that it was told: whom to trust, and what to show.
 */
export function appConnection(
  { host, port, database = '', ssl }: pg.Client,
  password: string,
): Connection {
  return { ssl, host, port, database, user: appRole, password };
}
