import { Logger, run, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Connection } from './open-store.ts';
import { change, type Tx } from './tx.ts';

/** A piece of work for later. Two with one key are one. */
export type Job = Readonly<{ task: string; payload: unknown; key: string }>;

/** Puts work into the queue, if and when this transaction is kept. */
export async function addJob(tx: Tx, { task, payload, key }: Job): Promise<void> {
  await change(tx, 'select add_job($1, $2, $3)', [task, JSON.stringify(payload), key]);
}

/** What is done for each task; it must bear being done again, since a crash may come in between. */
export type Tasks = Readonly<Record<string, (payload: unknown) => Promise<void>>>;

/** Is told what the queue could not do, for the log of the service. */
export type OnJobFault = (message: string) => void;

/** The queue while it is being worked on. */
export type RunningJobs = Readonly<{ close: () => Promise<void> }>;

/** Makes the queue's own tables. */
export async function prepareJobs(owner: Connection): Promise<void> {
  await withPool(owner, async (pgPool) => runMigrations({ pgPool, logger: loggerFor() }));
}

/** How a queue is worked on. */
export type RunOptions = Readonly<{
  jobsAtOnce?: number;
  onFault?: OnJobFault;
  /** Tasks that come by themselves early on each day, in UTC; a day that was missed is made up. */
  daily?: readonly string[];
}>;

/** Works on the queue until it is closed; work under way is finished first. */
export async function runJobs(
  owner: Connection,
  tasks: Tasks,
  { jobsAtOnce = 2, onFault, daily = [] }: RunOptions = {},
): Promise<RunningJobs> {
  const pgPool = poolOf(owner, jobsAtOnce + 2);
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [name, async (payload: unknown) => work(payload)]),
  );
  const runner = await run({
    pgPool,
    taskList,
    concurrency: jobsAtOnce,
    crontab: daily.map((task) => `5 0 * * * ${task} ?fill=1d&max=5`).join('\n'),
    noHandleSignals: true,
    pollInterval: 1000,
    logger: loggerFor(onFault),
  });
  return {
    close: async () => {
      await runner.stop();
      await pgPool.end();
    },
  };
}

async function withPool(owner: Connection, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = poolOf(owner, 1);
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}

// A connection that breaks is replaced when the next is asked for; the queue tries again.
function poolOf(owner: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({ ...owner, max });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function loggerFor(onFault?: OnJobFault): Logger {
  return new Logger(() => (level, message) => {
    if (`${level}` === 'error') onFault?.(message);
  });
}
