import { finishRows, type Unfinished } from '../columns/finish-rows.ts';
import { type OwedByColumn, owedOf } from '../owed.ts';
import { pricer } from '../pay/price.ts';
import { noneTogether } from '../settle.ts';
import { type OwnLines, standInLine } from '../settle-each.ts';
import { addStatuses, noStatuses } from '../status-counts.ts';
import { workOn } from '../work.ts';
import { type JoinedOfMany, joinLines } from './join-lines.ts';
import type { SettledShard, ShardGround } from './shard-settler.ts';
import { shardsByParticipant, shardsInLine } from './shards-in-line.ts';

/** What is owed to all participants together, whose shards come in the order of participants. */
export function owedOfShards(ground: ShardGround, shards: readonly SettledShard[]): OwedByColumn {
  const { plan, asAt, others } = ground;
  const work = workOn(plan, asAt, { others, unread: [] });
  const { columns, ofMany } = joinLines(
    shards.map(({ lines }) => lines),
    work,
  );
  const found = ofMany && finishTogether({ ...ofMany, columns, price: pricer(work) });
  const deductible = shards.flatMap((shard) => shard.deductible);
  const statuses = noStatuses();
  for (const shard of shards) addStatuses(statuses, shard.statuses);
  const inLine = standInLine({ columns, deductible, ...found }, work, others);
  return owedOf({ ...inLine, ...noneTogether, statuses });
}

type Together = JoinedOfMany & Pick<Unfinished, 'columns' | 'price'>;

/** Counts and limits the lines of all in line, and gives their rows in both orders. */
function finishTogether(together: Together): Pick<OwnLines, 'rows' | 'inLine'> {
  const { columns, shards } = together;
  const inLine = shardsInLine(shards, columns);
  finishRows({ ...together, onMet: undefined }, inLine);
  return { rows: shardsByParticipant(columns, shards), inLine };
}
