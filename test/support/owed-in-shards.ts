import { byParticipant, type Fact } from '../../src/facts/index.ts';
import {
  type AsAt,
  type OwedByColumn,
  owedOfShards,
  type Plan,
  type SettledShard,
  shardSettler,
} from '../../src/settlement/index.ts';

/** What is settled in shards. */
export type SettlingInShards = Readonly<{
  plan: Plan;
  /** The same plan, as another thread makes its own. */
  again: Plan;
  facts: readonly Fact[];
  asAt: AsAt;
}>;

/** Settles in shards of so many, with all that is handed to or fro copied as threads copy it. */
export function owedInShards(settling: SettlingInShards, size: number): OwedByColumn {
  const { plan, facts, asAt } = settling;
  const { others } = byParticipant(facts);
  return owedOfShards({ plan, asAt, others }, shardsOf(settling, size));
}

/** What shards of so many come to, as it comes from threads. */
export function shardsOf(
  { again, facts, asAt }: SettlingInShards,
  size: number,
): readonly SettledShard[] {
  const { participants, others } = byParticipant(facts);
  const settle = shardSettler({ plan: again, ...structuredClone({ asAt, others }) });
  const shards = [];
  for (let from = 0; from < participants.length; from += size) {
    const own = participants.slice(from, from + size);
    const participantAt = (index: number) => own[index] as (typeof own)[number];
    const source = { participantCount: own.length, participantAt, others: [] };
    shards.push(structuredClone(settle(source)));
  }
  return shards;
}
