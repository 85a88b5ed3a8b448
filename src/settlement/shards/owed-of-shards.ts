import { finishRows } from '../columns/finish-rows.ts';
import { allInLine } from '../columns/rows-in-line.ts';
import { type OwedByColumn, owedOf } from '../owed.ts';
import { pricer } from '../pay/price.ts';
import { noneTogether } from '../settle.ts';
import { standInLine } from '../settle-each.ts';
import { addStatuses, noStatuses } from '../status-counts.ts';
import { workOn } from '../work.ts';
import { joinLines } from './join-lines.ts';
import type { SettledShard, ShardGround } from './shard-settler.ts';

/** What is owed to all participants together, whose shards come in the order of participants. */
export function owedOfShards(ground: ShardGround, shards: readonly SettledShard[]): OwedByColumn {
  const { plan, asAt, others } = ground;
  const work = workOn(plan, asAt, { others, unread: [] });
  const { columns, ofMany } = joinLines(
    shards.map(({ lines }) => lines),
    work,
  );
  const known = ofMany && allInLine(columns);
  const rest = { columns, price: pricer(work), onMet: undefined };
  if (ofMany && known) finishRows({ ...ofMany, ...rest }, known);
  const deductible = shards.flatMap((shard) => shard.deductible);
  const statuses = noStatuses();
  for (const shard of shards) addStatuses(statuses, shard.statuses);
  const inLine = standInLine({ columns, deductible, known }, work, others);
  return owedOf({ ...inLine, ...noneTogether, statuses });
}
