import type { ColumnSource } from '../../facts/index.ts';
import { canBeCut, type GivenLine, type Plan } from '../../settlement/index.ts';
import { type SettledFacts, settleInOne, settleInShards } from '../shards/settle-in-shards.ts';
import { openShardThreads } from '../shards/shard-threads.ts';
import type { SettlingGround } from './settling.ts';

type Facts = Readonly<{ plan: Plan; source: ColumnSource; given: readonly GivenLine[] }>;

/** Settles facts in shards, where the page lets them be cut and threads are asked for. */
export async function settleFacts(
  { contracts, asAt, threads: count }: SettlingGround,
  { plan, source, given }: Facts,
): Promise<SettledFacts> {
  const settling = { contracts, plan, source, asAt, given };
  if (count === 0 || given.length > 0 || !canBeCut(plan)) return settleInOne(settling);
  const threads = openShardThreads(count);
  try {
    return await settleInShards(settling, { threads, count });
  } finally {
    await threads.close();
  }
}
