import type { Fact, FactSource } from '../../facts/index.ts';
import type { StatusCounts } from '../achieve/statuses.ts';
import type { AsAt } from '../as-at.ts';
import type { DeductibleFact } from '../other/index.ts';
import { type OwedByColumn, owedOf } from '../owed.ts';
import { pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { noneTogether } from '../settle.ts';
import { type SettleGround, settleOwn, standInLine } from '../settle-each.ts';
import { noStatuses } from '../status-counts.ts';
import { workOn } from '../work.ts';
import { type PlainLines, plainLines } from './plain-lines.ts';

/** What the participants of a shard come to by themselves, as plain data. */
export type SettledShard = Readonly<{
  lines: PlainLines;
  deductible: readonly DeductibleFact[];
  statuses: StatusCounts;
}>;

/** What is the same for all shards: the plan, the two days, and the facts about nobody. */
export type ShardGround = Readonly<{ plan: Plan; asAt: AsAt; others: readonly Fact[] }>;

/** A shard as it was settled, before it is made ready to be handed over. */
export type ShardAtHand = Readonly<{
  /** What is owed to its participants, where each of them stands alone. */
  owed: () => OwedByColumn;
  /** As plain data, after which nothing else is asked of it. */
  plain: () => SettledShard;
}>;

/** Settles shards of participants, as far as each participant can be settled by itself. */
export function shardSettler(ground: ShardGround): (source: FactSource) => SettledShard {
  const settle = settlerAtHand(ground);
  return (source) => settle(source).plain();
}

/** The same for whoever asks more of a shard. */
export function settlerAtHand({
  plan,
  asAt,
  others,
}: ShardGround): (source: FactSource) => ShardAtHand {
  const work = workOn(plan, asAt, { others, unread: [] });
  const price = pricer(work);
  return (source) => {
    const statuses = noStatuses();
    const watch: SettleGround['watch'] = { statuses, keepsAll: false };
    const { finishing, ...own } = settleOwn({ source, asAt, watch, work, price });
    const { columns, deductible } = own;
    return {
      owed: () => owedOf({ ...standInLine(own, work, others), ...noneTogether, statuses }),
      plain: () => {
        const lines = plainLines(columns, { plan, price, ofMany: finishing.ofMany });
        return { lines, deductible, statuses };
      },
    };
  };
}
