import type { Fact, FactSource } from '../../facts/index.ts';
import type { StatusCounts } from '../achieve/statuses.ts';
import type { AsAt } from '../as-at.ts';
import type { DeductibleFact } from '../other/index.ts';
import { pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { type SettleGround, settleOwn } from '../settle-each.ts';
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

/** Settles shards of participants, as far as each participant can be settled by itself. */
export function shardSettler({
  plan,
  asAt,
  others,
}: ShardGround): (source: FactSource) => SettledShard {
  const work = workOn(plan, asAt, { others, unread: [] });
  const price = pricer(work);
  return (source) => {
    const statuses = noStatuses();
    const watch: SettleGround['watch'] = { statuses, keepsAll: false };
    const { columns, deductible, finishing } = settleOwn({ source, asAt, watch, work, price });
    const lines = plainLines(columns, { plan, price, ofMany: finishing.ofMany });
    return { lines, deductible, statuses };
  };
}
