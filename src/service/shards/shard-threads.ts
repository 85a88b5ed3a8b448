import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../problem/index.ts';
import { buffersIn, type FromThread, type ThreadGround, type ToThread } from './messages.ts';

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
export function openShardThreads(count: number, program = shardProgram()): ShardThreads {
  const workers = Array.from({ length: count }, () => openWorker(program));
  return {
    settle: (work) => settleOn(workers, work),
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}

/** What was built of this project's own file, or that file as it is written. */
function shardProgram(): URL {
  const isBuilt = !import.meta.url.endsWith('.ts');
  return new URL(isBuilt ? 'shard-worker.cjs' : 'shard-worker-from-source.mjs', import.meta.url);
}

/** A thread, and the fault with which it was lost, should it be. */
type Opened = Readonly<{ worker: Worker; lost: Promise<Fault> }>;

function openWorker(program: URL): Opened {
  const limits = { maxYoungGenerationSizeMb: roomForNewMegabytes };
  const worker = new Worker(program, { resourceLimits: limits });
  const lost = new Promise<Fault>((resolve) => {
    worker.on('error', (error) => resolve(threadLost(error.message)));
    worker.on('exit', () => resolve(threadLost('it ended before its work was done')));
  });
  // One that waits keeps no program from ending.
  worker.unref();
  return { worker, lost };
}

function settleOn(
  workers: readonly Opened[],
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
      lost.then(reject);
      worker.ref();
      worker.on('message', (answer: FromThread) => take(worker, answer));
      worker.postMessage({ is: 'ground', ground } satisfies ToThread);
      for (let count = 0; count < shardsAtOnce; count += 1) giveNext(worker);
    }
    if (shardCount === 0) resolve(settled);
  });
}

function threadLost(reason: string): Fault {
  return new Fault(`A thread that settles participants was lost: ${reason}.`);
}
