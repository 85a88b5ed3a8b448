import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Connection } from './connection.ts';

const poolName = 'outturn queue';

/** What the queue is worked on with. */
export type Queue = Readonly<{
  owner: Connection;
  tasks: TaskList;
  jobsAtOnce: number;
  crontab: string;
  onFault: (message: string) => void;
}>;

type Working = Readonly<{ runner: Runner; pool: pg.Pool }>;

/**
 * Works on the queue until it is closed. When the database goes away, the library's runner may end
 * with it: then another is begun when it is there again, so that the program outlives its database.
 */
export async function workOnQueue(queue: Queue): Promise<{ close: () => Promise<void> }> {
  let working = await begin(queue);
  let isClosing = false;
  const watching = (async () => {
    for (;;) {
      await untilEnded(working, queue);
      if (isClosing) return;
      await letGo(working.pool);
      const again = await beginAgain(queue, () => isClosing);
      if (again === undefined) return;
      working = again;
    }
  })();
  return {
    close: async () => {
      isClosing = true;
      await working.runner.stop().catch(() => {});
      await watching;
      if (!working.pool.ended) await working.pool.end();
    },
  };
}

// Whether it says so or not: where nobody asked it to end, it has lost its database. One that says
// it is ending takes no more work; whoever it still waits for keeps the queue standing no longer.
async function untilEnded({ runner }: Working, { onFault }: Queue): Promise<void> {
  const ending = new Promise((resolve) => runner.events.once('pool:gracefulShutdown', resolve));
  const given = new AbortController();
  try {
    await Promise.race([
      runner.promise,
      ending.then(async () => sleep(endingMs, undefined, { signal: given.signal, ref: false })),
    ]);
  } catch (error) {
    onFault(`The queue has stopped: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    given.abort();
  }
}

const endingMs = 15_000;

// A connection that broke while it was in use may never be given back.
async function letGo(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end().catch(() => {}), sleep(1000)]);
}

async function beginAgain(queue: Queue, isClosing: () => boolean): Promise<Working | undefined> {
  let told = '';
  for (let pause = 200; !isClosing(); pause = Math.min(2 * pause, 5000)) {
    await sleep(pause);
    try {
      return await begin(queue);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      // It is tried every few seconds, and said once.
      if (words !== told) queue.onFault(words);
      told = words;
    }
  }
  return undefined;
}

// By itself the library asks once to note how work ended, and where the database is away at that
// moment ends the program; noted in batches, even of one, it tries again.
const triesAgain = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

async function begin(queue: Queue): Promise<Working> {
  const { owner, tasks, jobsAtOnce, crontab, onFault } = queue;
  await giveBackWork(owner);
  const pool = queuePool(owner, jobsAtOnce + 2);
  try {
    const runner = await run({
      pgPool: pool,
      taskList: tasks,
      concurrency: jobsAtOnce,
      crontab,
      noHandleSignals: true,
      pollInterval: 1000,
      logger: loggerFor(onFault),
      preset: triesAgain,
    });
    return { runner, pool };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** A connection that breaks is replaced when the next is asked for; the queue tries again. */
export function queuePool(owner: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({ ...owner, max, application_name: poolName });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * The queue keeps the work of a program that was killed for four hours. Where nobody works on it,
 * whoever had that work is gone: it is given back at once.
 */
async function giveBackWork(owner: Connection): Promise<void> {
  const client = new pg.Client(owner);
  client.on('error', () => {});
  await client.connect();
  try {
    if (!(await isLeft(client))) return;
    await client.query(`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`);
  } finally {
    await client.end();
  }
}

// A killed program's connections are noticed to be gone a moment later.
async function isLeft(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < 10; tries += 1) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
        where datname = current_database() and application_name = $1`,
      [poolName],
    );
    if (rowCount === 0) return true;
    await sleep(50);
  }
  return false;
}

/** Tells of the library's errors alone. */
export function loggerFor(onFault: (message: string) => void = () => {}): Logger {
  return new Logger(() => (level, message) => {
    if (`${level}` === 'error') onFault(message);
  });
}
