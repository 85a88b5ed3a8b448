// The queue goes on whatever becomes of its connections and of other programs that worked on it.
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { aMigratedDatabase } from '../../test/support/with-store.ts';
import type { Connection } from './connection.ts';
import { runJobs, type Tasks } from './jobs.ts';

test('connections that were lost without a word keep no work waiting', async () => {
  const owner = await aMigratedDatabase();
  const line = await aLineTo(owner);
  const done: unknown[] = [];
  const faults: string[] = [];
  await working(line.owner, { note: async (payload) => void done.push(payload) }, faults);
  await asked(owner, 'before');
  await expect.poll(() => done).toEqual(['before']);
  // Work that was done and is not noted yet would be done again, as it should.
  await expect.poll(async () => waitingIn(owner)).toBe(0);
  line.lose();
  await asked(owner, 'after');
  await expect.poll(() => done).toEqual(['before', 'after']);
  expect(faults).toContain('The queue stood still; it begins again.');
});

test('work of a program that is gone is given back, also when that is noticed late', async () => {
  const owner = await aMigratedDatabase();
  const other = new pg.Client({ ...owner, application_name: 'outturn queue of another' });
  await other.connect();
  await asked(owner, 'of another');
  await other.query(`update graphile_worker._private_jobs
    set locked_by = 'another', locked_at = now(), attempts = 1`);
  const done: unknown[] = [];
  await working(owner, { note: async (payload) => void done.push(payload) });
  await asked(owner, 'own');
  await expect.poll(() => done).toEqual(['own']);
  await other.end();
  await expect.poll(() => done).toEqual(['own', 'of another']);
});

test('work that takes long is nobody’s that is gone', async () => {
  const owner = await aMigratedDatabase();
  const begun: unknown[] = [];
  let finish = () => {};
  const long = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const faults: string[] = [];
  const note = async (payload: unknown) => {
    begun.push(payload);
    await long;
  };
  await working(owner, { note }, faults);
  for (const each of ['first', 'second', 'third']) await asked(owner, each);
  await new Promise((next) => setTimeout(next, 4 * waitingMsMax));
  expect(begun.toSorted()).toEqual(['first', 'second']);
  finish();
  await expect.poll(() => begun).toHaveLength(3);
  expect(faults).toEqual([]);
});

const waitingMsMax = 600;

async function working(owner: Connection, tasks: Tasks, faults: string[] = []): Promise<void> {
  const onFault = (message: string) => void faults.push(message);
  const jobs = await runJobs(owner, tasks, { onFault, waitingMsMax });
  onTestFinished(async () => jobs.close());
}

async function asked(owner: Connection, what: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query("select graphile_worker.add_job('note', $1::json)", [JSON.stringify(what)]);
  await client.end();
}

async function waitingIn(owner: Connection): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query('select count(*)::int as waiting from graphile_worker.jobs');
  await client.end();
  return rows[0].waiting;
}

/** A way to the database on which what goes over can be lost, with nobody told of it. */
async function aLineTo(owner: Connection) {
  const lost = new Set<Socket>();
  const all = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(join(owner.host ?? '', `.s.PGSQL.${owner.port ?? 5432}`));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      all.add(from);
      from.on('data', (bytes) => lost.has(from) || to.write(bytes));
      from.on('close', () => lost.has(from) || to.destroy());
      from.on('error', () => {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const each of all) each.destroy();
    server.close();
  });
  const { port } = server.address() as { port: number };
  const lose = () => {
    for (const each of all) lost.add(each);
  };
  return { owner: { ...owner, host: '127.0.0.1', port }, lose };
}
