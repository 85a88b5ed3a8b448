import type { Contract } from '../../contract/index.ts';
import { type ColumnSource, cutShard, shardPools } from '../../facts/index.ts';
import {
  type AsAt,
  type DaysBefore,
  type DigestOf,
  digestOfSums,
  digestSums,
  type GivenLine,
  joinChanges,
  type OwedByColumn,
  owedByColumn,
  owedOfShards,
  type Plan,
  type ResultChange,
  type SettledShard,
} from '../../settlement/index.ts';
import { joinSeen, openSeen, type SeenFacts, seeFacts, seenOf } from '../settling/seen-facts.ts';
import { seenSource } from './settle-shard.ts';
import type { ShardThreads, ShardWork } from './shard-threads.ts';

/** What is settled, and who is told of how many participants have been. */
export type Settling = Readonly<{
  contracts: readonly Contract[];
  plan: Plan;
  source: ColumnSource;
  asAt: AsAt;
  /** Lines of those whose facts have been erased: with them all is settled together. */
  given?: readonly GivenLine[];
  onProgress?: (done: number, total: number) => void;
}>;

/** What is owed, and what was seen of the facts on the way. */
export type SettledFacts = Readonly<{ owed: OwedByColumn; seen: SeenFacts }>;

/** Threads, and how many there are. */
export type ThreadsOpened = Readonly<{ threads: ShardThreads; count: number }>;

/** So many participants are small beside all, and enough that handing them over is quick. */
const participantsMost = 16_384;

/** Everybody has to wait for the last shard, which should be no large part of all. */
const shardsLeastEach = 8;

/** Settles the participants in shards, each on the thread that is free. */
export async function settleInShards(
  settling: Settling,
  { threads, count }: ThreadsOpened,
): Promise<SettledFacts> {
  const { plan, source, asAt } = settling;
  const { others } = source;
  const settled = await threads.settle(shardWork(settling, count));
  const shards = settled.map((each) => each.settled);
  return {
    owed: owedOfShards({ plan, asAt, others }, shards),
    seen: seenWithOthers(
      { plan, source },
      settled.map((each) => each.seen),
    ),
  };
}

/** The same as at two days of whom each stands alone, and what changed between them. */
export async function settleMovingInShards(
  settling: Settling,
  before: DaysBefore,
  { threads, count }: ThreadsOpened,
): Promise<MovedPeople> {
  const { plan, source, asAt } = settling;
  const { ground, ...shards } = shardWork(settling, count);
  const answers = await threads.settleMoving({ ...shards, ground: { ...ground, before } });
  const moved = answers.map((each) => each.moved);
  const owedOn = (days: AsAt, settled: readonly SettledShard[]) =>
    owedOfShards({ plan, asAt: days, others: source.others }, settled);
  return {
    before: owedOn(
      before.days,
      moved.map((each) => each.before),
    ),
    owed: owedOn(
      asAt,
      moved.map(({ now }) => now),
    ),
    changes: joinChanges(moved.map(({ changes }) => changes)),
  };
}

/** What is owed to people as at two days, and what changed between them. */
export type MovedPeople = Readonly<{
  before: OwedByColumn;
  owed: OwedByColumn;
  changes: readonly ResultChange[];
}>;

/** The digest of the facts, of which each thread adds up those of some participants. */
export async function digestInShards(
  settling: Settling,
  of: DigestOf,
  { threads, count }: ThreadsOpened,
): Promise<string> {
  const parts = await threads.addUp(shardWork(settling, count), of);
  const ofNobody = digestSums(settling.source, of, true);
  return digestOfSums([ofNobody, ...parts.map(({ sums }) => sums)]);
}

/** All participants in shards, to be shared among so many threads. */
function shardWork({ contracts, source, asAt, onProgress }: Settling, count: number): ShardWork {
  const { participantCount, others } = source;
  const spread = Math.ceil(participantCount / (count * shardsLeastEach));
  const size = Math.max(1, Math.min(spread, participantsMost));
  return {
    ground: { contracts, asAt, others, pools: shardPools(source) },
    shardCount: Math.ceil(participantCount / size),
    shardAt: (at) => {
      const from = at * size;
      return cutShard(source, { from, to: Math.min(from + size, participantCount) });
    },
    onSettled: (done) => onProgress?.(Math.min(done * size, participantCount), participantCount),
  };
}

/** Settles the participants one after the other on the thread that asks. */
export function settleInOne(settling: Settling): SettledFacts {
  const { plan, source, asAt, given = [], onProgress } = settling;
  const seeing = openSeen(plan);
  const owed = owedByColumn(plan, seenSource(source, seeing), {
    ...asAt,
    given,
    ...(onProgress && { onProgress }),
  });
  return { owed, seen: seenWithOthers(settling, [seenOf(seeing)]) };
}

/** What has been seen of all participants, and of facts about nobody. */
export function seenWithOthers(
  { plan, source: { others, columns } }: Pick<Settling, 'plan' | 'source'>,
  parts: readonly SeenFacts[],
): SeenFacts {
  const seeing = openSeen(plan);
  seeFacts(seeing, others);
  for (const provider of columns.provider.pool.values) seeing.providers.add(provider);
  return joinSeen([...parts, seenOf(seeing)]);
}
