import { Socket } from 'node:net';
import pg from 'pg';
import type { Result } from '../../problem/index.ts';
import type { Listener } from './listener.ts';
import { ownerRole, readPassword } from './make-cluster.ts';
import type { DataPlaces } from './prepare-data-folder.ts';
import { databaseNotAnswering, databasePasswordRefused } from './problems.ts';

/** How to reach the database, as `pg` takes it. */
export type EmbeddedConnection = Readonly<{
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}>;

const databaseName = 'outturn';
const holderName = 'outturn holder';

/** See `holdServer`. It does not keep the program from ending. */
export type Holder = Readonly<{ client: pg.Client; socket: Socket }>;

/** How to reach the database at a listener, with the password that is kept beside the data. */
export function connectionTo(places: DataPlaces, listener: Listener): Result<EmbeddedConnection> {
  const password = readPassword(places);
  if (!password.ok) return password;
  const { host, port } = listener;
  const connection = { host, port, user: ownerRole, password: password.value };
  return { ok: true, value: { ...connection, database: databaseName } };
}

/**
 * A connection that says, for as long as it lasts, that a program needs the server; it ends with
 * the program, however that ends, and tells the program at once when the server does.
 */
export async function holdServer(
  places: DataPlaces,
  connection: EmbeddedConnection,
): Promise<Result<Holder>> {
  const socket = new Socket();
  const client = new pg.Client({
    ...connection,
    database: 'postgres',
    application_name: holderName,
    connectionTimeoutMillis: 10_000,
    stream: () => socket,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await makeDatabase(client);
  } catch (error) {
    await client.end().catch(() => {});
    return { ok: false, problems: [problemOf(error, places)] };
  }
  socket.unref();
  return { ok: true, value: { client, socket } };
}

/** Whether other programs, or others in this one, need the server still. */
export async function isHeldByOthers({ client }: Holder): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [holderName],
  );
  return rowCount !== 0;
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [
    databaseName,
  ]);
  if (rowCount === 0) await client.query(`create database ${databaseName}`);
}

function problemOf(error: unknown, { password, log }: DataPlaces) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === '28P01' || code === '28000') return databasePasswordRefused(password);
  const reason = error instanceof Error ? error.message : String(error);
  return databaseNotAnswering(log, reason.replace(/\.$/, ''));
}
