// What is answered when the database went away, lets the service not in, or breaks off in the
// middle. A relay stands before the real one, so that the way to it can be cut.

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import type { Problem } from '../../src/problem/index.ts';
import { notReached, openStore } from '../../src/store/index.ts';
import { aService, got } from '../support/made-facts.ts';
import { served } from '../support/served.ts';
import { aMigratedDatabase } from '../support/with-store.ts';

const owner = await aMigratedDatabase();

let cutsAtCommit = false;
let resetsAtNext = false;
const open = new Set<Socket>();
const cut = () => {
  for (const socket of open) socket.destroy();
};
const relay = createServer((near) => {
  const far = owner.host?.startsWith('/')
    ? connect(`${owner.host}/.s.PGSQL.${owner.port}`)
    : connect(owner.port ?? 0, owner.host ?? '');
  for (const socket of [near, far]) {
    open.add(socket.on('error', () => {}).on('close', () => open.delete(socket)));
  }
  near.on('data', (data: Buffer) => {
    if (cutsAtCommit && data.includes('commit')) cut();
    else if (resetsAtNext) near.resetAndDestroy();
    else far.write(data);
    resetsAtNext = false;
  });
  far.pipe(near);
  near.on('close', () => far.destroy());
});
await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
const { port } = relay.address() as AddressInfo;
const through = { ...owner, host: '127.0.0.1', port };
const store = got(await openStore({ owner: through, connectionsMax: 2, waitMilliseconds: 5000 }));
afterAll(async () => {
  await store.close();
  relay.close();
  cut();
});

const { service } = await aService(store);
const lines: string[] = [];
const { server } = await served(service, undefined, (line) => lines.push(line));
const ask = async () =>
  server.inject({ url: '/api/programmes', headers: { authorization: 'Bearer x' } });
const statusAndCodes = (answer: Awaited<ReturnType<typeof ask>>) => [
  answer.statusCode,
  ...answer.json<{ problems: Problem[] }>().problems.map(({ code }) => code),
];
const logged = () => lines.splice(0).filter((line) => line.includes('no database'));
const upkeep = { reach: 'upkeep' } as const;

async function whyOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => notReached(error),
  );
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: Error & { code?: string }) => error.code,
  );
}

const nothing = async () => undefined;
const listenAgain = async () => new Promise<void>((done) => relay.listen(port, '127.0.0.1', done));

test('a connection that breaks in the middle of work is told, and the next is another', async () => {
  const broken = store.read(upkeep, async ({ client }) => {
    cut();
    return client.query('select 1');
  });
  expect(await whyOf(broken)).toBe('away');
  expect((await ask()).statusCode).toBe(401);
});

test('where the database goes away while something is kept, nobody says that nothing was', async () => {
  cutsAtCommit = true;
  const kept = store.read(upkeep, async ({ client }) =>
    client.query(`insert into demonstration values (true, '2027-06-01', true)`),
  );
  expect(await whyOf(kept)).toBe('end not known');
  cutsAtCommit = false;
});

test('a database that is away is said to be, not to be busy, and logged once', async () => {
  relay.close();
  onTestFinished(async () => {
    if (!relay.listening) await listenAgain();
  });
  cut();
  // A connection that was cut is seen to be a moment later: whoever is handed it is told another
  // cause.
  await vi.waitUntil(async () => (await codeOf(store.read(upkeep, nothing))) === 'ECONNREFUSED');
  const answers = [await ask(), await ask(), await ask()];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
  expect(answers[0]?.json()).toMatchObject({ problems: [{ code: 'service.without_database' }] });
  expect(answers[0]?.headers['retry-after']).toBe('5');
  const told = logged();
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('ECONNREFUSED');
  await listenAgain();
  expect((await ask()).statusCode).toBe(401);
});

test('whoever asks while the way to the database is reset is told that, and may ask again', async () => {
  resetsAtNext = true;
  expect(statusAndCodes(await ask())).toEqual([503, 'service.without_database']);
  expect((await ask()).statusCode).toBe(401);
});

test('a database that is there no longer under its name lets nobody in', async () => {
  const named = owner.database ?? '';
  cut();
  await renamed(named, `${named}_away`);
  const answer = await ask();
  await renamed(`${named}_away`, named);
  expect(statusAndCodes(answer)).toEqual([503, 'service.not_let_in']);
  expect(answer.headers['retry-after']).toBeUndefined();
  expect(logged().join('')).not.toContain(named);
  expect((await ask()).statusCode).toBe(401);
});

async function renamed(from: string, to: string): Promise<void> {
  const client = new pg.Client({ ...owner, database: 'postgres' });
  await client.connect();
  // Whoever was cut off is gone for the server a moment later.
  await client.query(
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1',
    [from],
  );
  await client.query(`alter database ${from} rename to ${to}`);
  await client.end();
}

test('at start it is said what is wrong with the place that was named', async () => {
  const codesOf = async (connection: Parameters<typeof openStore>[0]['owner']) => {
    const opened = await openStore({ owner: connection });
    return opened.ok ? [] : opened.problems.map(({ code }) => code);
  };
  expect(await codesOf({ ...owner, database: 'nowhere' })).toEqual(['database.name_not_there']);
  expect(await codesOf({ ...owner, password: 'another' })).toEqual(['database.lets_not_in']);
  expect(await codesOf({ ...owner, host: '127.0.0.1', port: 1 })).toEqual(['database.not_reached']);
  expect(await codesOf({ connectionString: 'postgres://one:two three@four:five' })).toEqual([
    'database.not_reached',
  ]);
});
