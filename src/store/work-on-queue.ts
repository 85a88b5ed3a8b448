import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger,
  type Runner,
  run,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import type { Connection } from './connection.ts';
import { giveBackWork, queueName, untilItStands, type Watched } from './watch-queue.ts';

/** What the queue is worked on with. */
export type Queue = Readonly<{
  owner: Connection;
  tasks: TaskList;
  jobsAtOnce: number;
  crontab: string;
  /** Work that waited so long while nobody here had any is not being looked for. */
  waitingMsMax: number;
  onFault: (message: string) => void;
}>;

type Working = Readonly<{ runner: Runner; pool: pg.Pool; watched: Watched }>;

/**
 * Works on the queue until it is closed. When the database goes away, the library's runner may end
 * with it, or wait for ever for an answer that was lost: then another is begun when it is there
 * again, so that the program outlives its database.
 */
export async function workOnQueue(queue: Queue): Promise<{ close: () => Promise<void> }> {
  const name = `${queueName} ${randomBytes(6).toString('hex')}`;
  let working = await begin(queue, name);
  let isClosing = false;
  const watching = (async () => {
    for (;;) {
      await untilEnded(working, queue);
      if (isClosing) return;
      await letGo(working);
      const again = await beginAgain(async () => begin(queue, name), {
        queue,
        isClosing: () => isClosing,
      });
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
async function untilEnded({ runner, watched }: Working, { onFault }: Queue): Promise<void> {
  const ending = new Promise((resolve) => runner.events.once('pool:gracefulShutdown', resolve));
  const given = new AbortController();
  const { signal } = given;
  try {
    await Promise.race([
      runner.promise,
      ending.then(async () => sleep(endingMs, undefined, { signal, ref: false })),
      untilItStands(watched, signal).then(() => onFault('The queue stood still; it begins again.')),
    ]);
  } catch (error) {
    onFault(`The queue has stopped: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    given.abort();
  }
}

const endingMs = 15_000;

// It may wait for what will never come, and a connection that broke while it was in use may never
// be given back.
async function letGo({ runner, pool }: Working): Promise<void> {
  await Promise.race([runner.stop().catch(() => {}), sleep(1000)]);
  await letGoOf(pool);
}

async function letGoOf(pool: pg.Pool): Promise<void> {
  await Promise.race([pool.end().catch(() => {}), sleep(1000)]);
}

type Again = Readonly<{ queue: Queue; isClosing: () => boolean }>;

async function beginAgain(
  beginOnce: () => Promise<Working>,
  { queue, isClosing }: Again,
): Promise<Working | undefined> {
  let told = '';
  for (let pause = 200; !isClosing(); pause = Math.min(2 * pause, 5000)) {
    await sleep(pause);
    try {
      return await beginOnce();
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

async function begin(queue: Queue, name: string): Promise<Working> {
  const { owner, jobsAtOnce, waitingMsMax } = queue;
  const own = new Set<string>();
  const busy = { count: 0 };
  const watched = { owner, name, own, busy, waitingMsMax };
  await giveBackWork(watched);
  const pool = queuePool(owner, { name, max: jobsAtOnce + 2 });
  try {
    const events = new EventEmitter() as WorkerEvents;
    events.on('pool:create', ({ workerPool }) => own.add(workerPool.id));
    const runner = await started(queue, { pool, events, busy });
    return { runner, pool, watched };
  } catch (error) {
    await letGoOf(pool);
    throw error;
  }
}

type Start = Readonly<{ pool: pg.Pool; events: WorkerEvents; busy: { count: number } }>;

// One that begins while its database goes away may wait for ever as well.
async function started(queue: Queue, { pool, events, busy }: Start): Promise<Runner> {
  const { tasks, jobsAtOnce, crontab, onFault } = queue;
  const beginning = run({
    pgPool: pool,
    taskList: counted(tasks, busy),
    concurrency: jobsAtOnce,
    crontab,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: loggerFor(onFault),
    preset: triesAgain,
    events,
  });
  const given = new AbortController();
  const late = sleep(beginningMs, undefined, { signal: given.signal, ref: false });
  const runner = await Promise.race([beginning, late.catch(() => {})]).finally(() => given.abort());
  if (runner !== undefined) return runner;
  void beginning.then(async (it) => it.stop()).catch(() => {});
  throw new Error('The queue was not begun in time.');
}

const beginningMs = 60_000;

function counted(tasks: TaskList, busy: { count: number }): TaskList {
  const each = ([name, task]: [string, Task | undefined]): [string, Task] => [
    name,
    async (payload, ground) => {
      busy.count += 1;
      try {
        return await task?.(payload, ground);
      } finally {
        busy.count -= 1;
      }
    },
  ];
  return Object.fromEntries(Object.entries(tasks).map(each));
}

/**
 * A connection that breaks is replaced when the next is asked for; the queue tries again. Whoever
 * gets none in time is told so, and waits for no connection that was lost.
 */
export function queuePool(
  owner: Connection,
  { name, max }: Readonly<{ name: string; max: number }>,
): pg.Pool {
  const own = { max, application_name: name, connectionTimeoutMillis: 10_000 };
  const pool = new pg.Pool({ ...owner, ...own });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Tells of the library's errors alone. */
export function loggerFor(onFault: (message: string) => void = () => {}): Logger {
  return new Logger(() => (level, message) => {
    if (`${level}` === 'error') onFault(message);
  });
}
