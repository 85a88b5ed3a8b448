import type { Contract } from '../../contract/index.ts';
import type { Fact, FactShard, ShardPools } from '../../facts/index.ts';
import type {
  AsAt,
  DaysBefore,
  DifferingBatch,
  DigestOf,
  DigestSums,
  MovedShard,
  SettledShard,
  SinceBatch,
} from '../../settlement/index.ts';
import type { SeenFacts } from '../settling/seen-facts.ts';

/**
 * What a thread is told: first what all shards have in common, then one shard after the other to be
 * settled, as at one day or at two, or with those of its lines that differ from earlier ones; or
 * its facts to be added up.
 */
export type ToThread =
  | Readonly<{ is: 'ground'; ground: ThreadGround }>
  | Readonly<{ is: 'shard'; at: number; shard: FactShard }>
  | Readonly<{ is: 'moving'; at: number; shard: FactShard }>
  | Readonly<{ is: 'batch'; at: number; shard: FactShard; batch: DifferingBatch }>
  | Readonly<{ is: 'digest'; at: number; shard: FactShard; of: DigestOf }>;

/** What is the same for all shards, as data of which a thread makes its own plan. */
export type ThreadGround = Readonly<{
  contracts: readonly Contract[];
  asAt: AsAt;
  others: readonly Fact[];
  pools: ShardPools;
  /** The days before, where shards are settled as at two. */
  before?: DaysBefore;
}>;

/** What comes back of a shard, by its place among the shards. */
export type FromThread = Readonly<{ at: number; settled: SettledShard; seen: SeenFacts }>;

/** What comes back of a shard that was settled as at two days. */
export type MovedFromThread = Readonly<{ at: number; moved: MovedShard }>;

/** What comes back of lines that differ, by the place of the batch among the batches. */
export type SinceFromThread = Readonly<{ at: number; since: SinceBatch }>;

/** What comes back of a shard whose facts were added up. */
export type DigestFromThread = Readonly<{ at: number; sums: DigestSums }>;

/**
 * The memory of every column in a message, which is handed over and not copied. What is no larger
 * than the memory that short buffers of Node share is copied: to hand that over is to take it from
 * all of them, which Node 24 refuses.
 */
export function buffersIn(message: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(message)) {
    const { buffer } = message;
    if (buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize) found.add(buffer);
  } else if (typeof message === 'object' && message !== null) {
    for (const value of Object.values(message)) buffersIn(value, found);
  }
  return found;
}
