import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { csrfOf } from '../../src/http/csrf.ts';
import { type Actor, type Duty, duties } from '../../src/service/access/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import { findActor } from '../../src/service/sign-in/index.ts';
import { hashOf } from '../../src/service/sign-in/secret.ts';
import type { Store } from '../../src/store/index.ts';

/** Somebody who works for an organisation and is signed in: what their browser holds. */
export type Worker = Readonly<{
  account: string;
  name: string;
  email: string;
  organisation: string;
  /** The token in the cookie of their sign-in. */
  token: string;
  /** What their forms bring back. */
  csrf: string;
}>;

/** An organisation in which there is somebody for each duty, and somebody without any. */
export type Office = Readonly<{
  organisation: string;
  name: string;
  has: (duty: Duty | 'none', nth?: 1 | 2) => Worker;
}>;

/**
 * Makes an organisation with two people for each duty and two without, written straight into the
 * tables and signed in: passwords take too long for so many.
 */
export async function anOffice(store: Store, name: string): Promise<Office> {
  const organisation = randomUUID();
  const workers = new Map<string, Worker>();
  await atTables(store, async (client) => {
    await client.query('insert into organisation values ($1, $2, null, null, now())', [
      organisation,
      name,
    ]);
    for (const duty of [...duties, 'none'] as const) {
      for (const nth of [1, 2]) {
        const called = `${name.split(' ')[0]}-worker-${duty}-${nth}`;
        const worker = workerOf(called, organisation);
        await addWorker(client, worker, duty === 'none' ? [] : [duty]);
        workers.set(`${duty} ${nth}`, worker);
      }
    }
  });
  return {
    organisation,
    name,
    has: (duty, nth = 1) => {
      const worker = workers.get(`${duty} ${nth}`);
      if (worker === undefined) throw new Error(`nobody is ${duty} ${nth}`);
      return worker;
    },
  };
}

function workerOf(name: string, organisation: string): Worker {
  const token = randomBytes(32).toString('base64url');
  const email = `${name.toLowerCase().replaceAll('_', '-')}@example.org`;
  return { account: randomUUID(), name, email, organisation, token, csrf: csrfOf(token) };
}

async function addWorker(
  client: pg.Client,
  { account, organisation, token, name, email }: Worker,
  held: readonly Duty[],
): Promise<void> {
  await client.query('insert into account values ($1, $2, $3, now())', [account, email, name]);
  await client.query('insert into membership values ($1, $2, now())', [organisation, account]);
  for (const duty of held) {
    const limit = duty === 'publisher' ? [999_999_999_00, 'GBP'] : [null, null];
    await client.query(
      `insert into duty (organisation, account, duty, limit_units, limit_currency, given_at)
        values ($1, $2, $3, $4, $5, now())`,
      [organisation, account, duty, ...limit],
    );
  }
  await client.query(
    `insert into sign_in
      (id, account, organisation, token_hash, way, agent, made_at, seen_at, ends_at)
      values ($1, $2, $3, $4, 'password', 'test', '2020-01-01', '2100-01-01', '2100-01-02')`,
    [randomUUID(), account, organisation, hashOf(token)],
  );
}

/** The same as an actor, for what is done without a browser. */
export async function actorOf(service: Service, worker: Worker): Promise<Actor> {
  return findActor(service, { signIn: worker.token });
}

/** Works in the tables as their owner. */
export async function atTables<T>(
  store: Store,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(store.owner);
  await client.connect();
  try {
    await client.query('set search_path to outturn');
    return await work(client);
  } finally {
    await client.end();
  }
}
