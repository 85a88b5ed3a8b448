import { runMigrations, type Task } from 'graphile-worker';
import type { Connection } from './connection.ts';
import { change, type Tx } from './tx.ts';
import { queueName } from './watch-queue.ts';
import { loggerFor, queuePool, workOnQueue } from './work-on-queue.ts';

/** A piece of work for later. Two with one key are one. */
export type Job = Readonly<{ task: string; payload: unknown; key: string }>;

/** Puts work into the queue, if and when this transaction is kept. */
export async function addJob(tx: Tx, { task, payload, key }: Job): Promise<void> {
  await change(tx, 'select add_job($1, $2, $3)', [task, JSON.stringify(payload), key]);
}

/**
 * What is done for each task; it must bear being done again, since a crash may come in between. It
 * is told when the queue will not try once more.
 */
export type Tasks = Readonly<
  Record<string, (payload: unknown, isLastTry: boolean) => Promise<void>>
>;

/** Is told what the queue could not do, for the log of the service. */
export type OnJobFault = (message: string) => void;

/** The queue while it is being worked on. */
export type RunningJobs = Readonly<{ close: () => Promise<void> }>;

/** Makes the queue's own tables. */
export async function prepareJobs(owner: Connection): Promise<void> {
  const pgPool = queuePool(owner, { name: queueName, max: 1 });
  try {
    await runMigrations({ pgPool, logger: loggerFor() });
  } finally {
    await pgPool.end();
  }
}

/** How a queue is worked on. */
export type RunOptions = Readonly<{
  jobsAtOnce?: number;
  onFault?: OnJobFault;
  /** Tasks that come by themselves each quarter of an hour; one that was missed is not made up. */
  regular?: readonly string[];
  /** Work that waited so long while nobody here had any makes the queue begin again. */
  waitingMsMax?: number;
}>;

/** Works on the queue until it is closed; work under way is finished first. */
export async function runJobs(
  owner: Connection,
  tasks: Tasks,
  { jobsAtOnce = 2, onFault, regular = [], waitingMsMax = 15_000 }: RunOptions = {},
): Promise<RunningJobs> {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, work]): [string, Task] => [
      name,
      async (payload, { job }) => work(payload, job.attempts >= job.max_attempts),
    ]),
  );
  return workOnQueue({
    owner,
    tasks: taskList,
    jobsAtOnce,
    waitingMsMax,
    crontab: regular.map((task) => `*/15 * * * * ${task} ?max=1&jobKey=${task}`).join('\n'),
    onFault: onFault ?? (() => {}),
  });
}
