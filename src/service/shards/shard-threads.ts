import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { buffersIn, type FromThread, type ThreadGround, type ToThread } from './messages.ts';
import { closeThreads, openThread, type Thread, threadProgram } from './open-thread.ts';

/** Threads that settle shards, from when they are opened until they are closed. */
export type ShardThreads = Readonly<{
  /** Has all shards settled, of which each is made only when a thread is there for it. */
  settle: (work: ShardWork) => Promise<readonly FromThread[]>;
  close: () => Promise<void>;
}>;

export type ShardWork = Readonly<{
  ground: ThreadGround;
  shardCount: number;
  shardAt: (at: number) => (ToThread & { is: 'shard' })['shard'];
  onSettled: (done: number) => void;
}>;

/** More threads than this wait for each other's memory. */
const threadsMost = 8;

/** Each thread has one shard at hand while it settles another. */
const shardsAtOnce = 2;

/** A thread makes much that it throws away at once: more room for it takes a tenth less time. */
const roomForNewMegabytes = 64;

/** How many threads there are to be: `OUTTURN_THREADS`, or as many as the computer runs at once. */
export function threadCount(asked = process.env.OUTTURN_THREADS): number {
  const wanted = Number(asked);
  const isWanted = Number.isInteger(wanted) && wanted >= 1;
  return Math.min(isWanted ? wanted : availableParallelism(), threadsMost);
}

/** Starts so many threads, which get ready while facts are still being read. */
export function openShardThreads(
  count: number,
  program = threadProgram('shard-worker', import.meta.url),
): ShardThreads {
  const workers = Array.from({ length: count }, () => openThread(program, roomForNewMegabytes));
  return {
    settle: (work) => settleOn(workers, work),
    close: () => closeThreads(workers),
  };
}

function settleOn(
  workers: readonly Thread[],
  { ground, shardCount, shardAt, onSettled }: ShardWork,
): Promise<readonly FromThread[]> {
  return new Promise((resolve, reject) => {
    const settled: FromThread[] = [];
    let [next, done] = [0, 0];
    const giveNext = (worker: Worker): void => {
      if (next === shardCount) return;
      const message: ToThread = { is: 'shard', at: next, shard: shardAt(next) };
      next += 1;
      worker.postMessage(message, [...buffersIn(message)]);
    };
    const take = (worker: Worker, answer: FromThread): void => {
      settled[answer.at] = answer;
      done += 1;
      giveNext(worker);
      onSettled(done);
      if (done === shardCount) resolve(settled);
    };
    for (const { worker, lost } of workers) {
      void lost.then(reject);
      worker.ref();
      worker.on('message', (answer: FromThread) => take(worker, answer));
      worker.postMessage({ is: 'ground', ground } satisfies ToThread);
      for (let count = 0; count < shardsAtOnce; count += 1) giveNext(worker);
    }
    if (shardCount === 0) resolve(settled);
  });
}
