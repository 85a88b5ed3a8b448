import { type ColumnSource, cutShard, placesBetween } from '../../facts/index.ts';
import {
  type DifferingLines,
  differingBatches,
  joinSince,
  type SinceLines,
  sinceLines,
} from '../../settlement/index.ts';
import type { ShardThreads } from './shard-threads.ts';

/** Finds what changed on threads that have settled these facts, some participants at a time. */
export async function sinceInShards(
  { findChanges }: ShardThreads,
  source: ColumnSource,
  differing: DifferingLines,
): Promise<SinceLines> {
  const batches = differingBatches(differing);
  if (batches === undefined) return sinceLines(differing);
  const found = await findChanges({
    batchCount: batches.count,
    batchAt: (at) => {
      const batch = batches.batchAt(at);
      return { batch, shard: cutShard(source, placesBetween(source, batch.whose)) };
    },
  });
  return joinSince(found.map(({ since }) => since));
}
