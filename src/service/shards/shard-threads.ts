import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { FactShard } from '../../facts/index.ts';
import type { DifferingBatch, DigestOf } from '../../settlement/index.ts';
import {
  buffersIn,
  type DigestFromThread,
  type FromThread,
  type MovedFromThread,
  type SinceFromThread,
  type ThreadGround,
  type ToThread,
} from './messages.ts';
import { closeThreads, openThread, type Thread, threadProgram } from './open-thread.ts';

/** Threads that settle shards, from when they are opened until they are closed. */
export type ShardThreads = Readonly<{
  /** Has all shards settled, of which each is made only when a thread is there for it. */
  settle: (work: ShardWork) => Promise<readonly FromThread[]>;
  /** Has all shards settled as at two days, and what changed between them found. */
  settleMoving: (work: ShardWork) => Promise<readonly MovedFromThread[]>;
  /** Has found what moved lines, of whoever was settled, in batches that are made likewise. */
  findChanges: (work: ChangeWork) => Promise<readonly SinceFromThread[]>;
  /** Has the facts of all shards added up that a digest means. */
  addUp: (work: ShardWork, of: DigestOf) => Promise<readonly DigestFromThread[]>;
  /** Starts as many more as there are to be; they take part from the next settling on. */
  openUntil: (count: number) => void;
  close: () => Promise<void>;
}>;

export type ShardWork = Readonly<{
  ground: ThreadGround;
  shardCount: number;
  shardAt: (at: number) => FactShard;
  onSettled: (done: number) => void;
}>;

/** Batches of lines, and the facts of those whose they are; the ground is that of settling. */
export type ChangeWork = Readonly<{
  batchCount: number;
  batchAt: (at: number) => Readonly<{ shard: FactShard; batch: DifferingBatch }>;
}>;

/** More threads than this wait for each other's memory. */
const threadsMost = 8;

/** Each thread has one piece at hand while it works on another. */
const piecesAtOnce = 2;

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
  const workers: Thread[] = [];
  const openUntil = (most: number): void => {
    while (workers.length < most) workers.push(openThread(program, roomForNewMegabytes));
  };
  openUntil(count);
  const shareShards = <Answer extends Readonly<{ at: number }>>(
    told: Readonly<{ is: 'shard' | 'moving' }> | Readonly<{ is: 'digest'; of: DigestOf }>,
    { ground, shardCount, shardAt, onSettled }: ShardWork,
  ) => {
    for (const { worker } of workers) worker.postMessage({ is: 'ground', ground });
    const messageAt = (at: number) => ({ ...told, at, shard: shardAt(at) });
    return shareOut<Answer>(workers, { count: shardCount, messageAt, onDone: onSettled });
  };
  return {
    openUntil,
    settle: (work) => shareShards<FromThread>({ is: 'shard' }, work),
    settleMoving: (work) => shareShards<MovedFromThread>({ is: 'moving' }, work),
    findChanges: ({ batchCount, batchAt }) => {
      const messageAt = (at: number) => ({ is: 'batch', at, ...batchAt(at) }) as const;
      return shareOut<SinceFromThread>(workers, { count: batchCount, messageAt });
    },
    addUp: (work, of) => {
      const silent = { ...work, onSettled: () => undefined };
      return shareShards<DigestFromThread>({ is: 'digest', of }, silent);
    },
    close: () => closeThreads(workers),
  };
}

/** So many pieces of work, each of which is made when a thread is there for it. */
type Pieces = Readonly<{
  count: number;
  messageAt: (at: number) => ToThread & Readonly<{ shard: FactShard }>;
  onDone?: (done: number) => void;
}>;

/** Has all pieces done, each on the thread that is free, and gives the answers in their order. */
function shareOut<Answer extends Readonly<{ at: number }>>(
  workers: readonly Thread[],
  { count, messageAt, onDone }: Pieces,
): Promise<readonly Answer[]> {
  return new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    let [next, done] = [0, 0];
    const giveNext = (worker: Worker): void => {
      if (next === count) return;
      const message = messageAt(next);
      next += 1;
      worker.postMessage(message, [...buffersIn(message.shard)]);
    };
    const take = (worker: Worker, answer: Answer): void => {
      answers[answer.at] = answer;
      done += 1;
      giveNext(worker);
      onDone?.(done);
      if (done === count) resolve(answers);
    };
    for (const { worker, lost } of workers) {
      void lost.then(reject);
      worker.ref();
      worker.removeAllListeners('message');
      worker.on('message', (answer: Answer) => take(worker, answer));
      for (let given = 0; given < piecesAtOnce; given += 1) giveNext(worker);
    }
    if (count === 0) resolve(answers);
  });
}
