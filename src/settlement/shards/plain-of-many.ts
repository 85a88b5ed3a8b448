import type { NumberColumn } from '../../facts/index.ts';
import type { Fraction } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { DueInBand, NamedPool } from '../columns/band-columns.ts';
import { duesInBands } from '../columns/band-rows.ts';
import type { OfMany } from '../columns/finish-rows.ts';
import type { LimitColumns } from '../columns/limit-columns.ts';
import type { DueStep } from '../due/due.ts';
import type { OverLine } from '../due/limits-over.ts';
import type { PoolName } from '../pay/pools-by.ts';
import type { Pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShardOrder } from './shard-order.ts';

/**
 * How lines of a shard are counted in bands, and the limits over them, as another thread can be
 * given them. What lines of other shards draw on too is said by name.
 */
export type PlainOfMany = Readonly<{
  counted: NumberColumn;
  counts: readonly NamedPool[];
  prices: ReadonlyMap<Fraction, readonly Fraction[]>;
  inBands: ReadonlyMap<number, readonly DueInBand[]>;
  /** The first limit over each line and its pool, the second, and so on. */
  limit: readonly NumberColumn[];
  pool: readonly NumberColumn[];
  limits: readonly PlainLimit[];
  pools: number;
  names: ReadonlyMap<number, PoolName>;
  parts: ReadonlyMap<number, readonly DueStep[]>;
}>;

/** The place of a limit among those of a version, or of one of its groups. */
export type PlainLimit = Readonly<{ version: number; group?: string; at: number }>;

/** The plan of a shard, and in which order its rows are handed over. */
export type ShardRows = Readonly<{ plan: Plan; price: Pricer; order: ShardOrder }>;

export function plainOfMany(
  { bands, limits }: OfMany,
  { plan, price, order }: ShardRows,
): PlainOfMany {
  assert(limits.shared.size === 0, 'no limit over a shard is shared in proportion');
  const ofLines = order.ofColumn;
  return {
    counted: ofLines(bands.pool),
    counts: bands.pools,
    prices: bands.prices,
    inBands: order.ofBeside(duesInBands(bands, price)),
    limit: limits.limit.map(ofLines),
    pool: limits.pool.map(ofLines),
    limits: limitsOf(limits, plan),
    pools: limits.pools,
    names: limits.names,
    parts: order.ofBeside(limits.parts),
  };
}

function limitsOf({ limits }: LimitColumns, plan: Plan): readonly PlainLimit[] {
  const places = new Map<OverLine['limit'], PlainLimit>();
  plan.versions.forEach(({ whole, groups }, version) => {
    whole?.limits.forEach((limit, at) => {
      places.set(limit, { version, at });
    });
    for (const [group, { limits: own }] of groups) {
      own.forEach((limit, at) => {
        places.set(limit, { version, group, at });
      });
    }
  });
  return limits.values.map((limit) => {
    const place = places.get(limit);
    assert(place, 'the plan has every limit that is over a line');
    return place;
  });
}
