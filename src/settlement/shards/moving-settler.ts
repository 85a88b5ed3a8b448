import type { FactSource } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { AsAt } from '../as-at.ts';
import { type ChangesInPlace, changesBetween } from '../difference/changes-between.ts';
import type { Settlement } from '../result.ts';
import { type SettledShard, type ShardGround, settlerAtHand } from './shard-settler.ts';

/** As at which days the same participants were settled before, and of which terms. */
export type DaysBefore = Readonly<{ days: AsAt; settlement: Settlement }>;

/** The participants of a shard as at two days, and what changed between them, as plain data. */
export type MovedShard = Readonly<{
  before: SettledShard;
  now: SettledShard;
  changes: ChangesInPlace;
}>;

/** Settles shards as at two days, where each participant stands alone. */
export function movingSettler(
  ground: ShardGround,
  { days, settlement }: DaysBefore,
): (source: FactSource) => MovedShard {
  const settleBefore = settlerAtHand({ ...ground, asAt: days });
  const settleNow = settlerAtHand(ground);
  return (source) => {
    const [before, now] = [settleBefore(source), settleNow(source)];
    const both = { before: before.owed(), owed: now.owed() };
    const changes = changesBetween({ ...both, source, settlement });
    assert(changes, 'whoever stands alone has no line that is kept as an object');
    return { before: before.plain(), now: now.plain(), changes };
  };
}
