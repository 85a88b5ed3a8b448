import {
  type JoinedPart,
  joinNumbers,
  type NumberColumn,
  numberColumn,
} from '../../facts/index.ts';
import type { Fraction } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { type BandColumns, bandColumns, openBandPool } from '../columns/band-columns.ts';
import type { OfMany } from '../columns/finish-rows.ts';
import {
  type LimitColumns,
  limitColumns,
  numberOfLimit,
  openPool,
} from '../columns/limit-columns.ts';
import type { OverLine } from '../due/limits-over.ts';
import { poolsBy } from '../pay/pools-by.ts';
import type { Plan } from '../plan/plan.ts';
import { joinBeside } from './join-beside.ts';
import type { PlainLimit, PlainOfMany } from './plain-of-many.ts';

/** A shard, and how many lines it has. */
export type PartOfMany = Readonly<{ ofMany: PlainOfMany; rows: number }>;

type Into = Readonly<{
  plan: Plan;
  /** The one object for a price, where its bands are alike too. */
  priceOf: (price: Fraction, inBands?: readonly Fraction[]) => Fraction;
}>;

/** How the lines of all shards are counted, and the limits over them. */
export function joinOfMany(shards: readonly PartOfMany[], into: Into): OfMany {
  return { bands: joinBands(shards, into), limits: joinLimits(shards, into) };
}

function joinBands(shards: readonly PartOfMany[], { priceOf }: Into): BandColumns {
  const joined = bandColumns();
  const findPool = poolsBy((name) => openBandPool(joined, name));
  const parts = shards.map(({ ofMany, rows }): JoinedPart => {
    for (const [price, inBands] of ofMany.prices) {
      const first = priceOf(price, inBands);
      if (!joined.prices.has(first)) joined.prices.set(first, inBands);
    }
    const numbers = ofMany.counts.map(({ name, count }) => {
      const pool = findPool(name);
      pool.count += count;
      return pool.number;
    });
    return { column: ofMany.counted, rows, as: Int32Array.from([0, ...numbers]) };
  });
  const inBands = shards.map(({ ofMany, rows }) => ({ beside: ofMany.inBands, rows }));
  return {
    ...joined,
    pool: joinNumbers(parts),
    inBands: joinBeside(inBands),
  };
}

function joinLimits(shards: readonly PartOfMany[], { plan }: Into): LimitColumns {
  const joined = limitColumns();
  const findWide = poolsBy((name) => ({ pool: openPool(joined, name) }));
  const known = shards.map(({ ofMany: { limits, pools, names } }) => {
    const pool = new Int32Array(pools + 1);
    for (let own = 1; own <= pools; own += 1) {
      const name = names.get(own);
      pool[own] = name ? findWide(name).pool : openPool(joined);
    }
    const limit = limits.map((each) => numberOfLimit(joined, limitIn(plan, each)));
    return { pool, limit: Int32Array.from([0, ...limit]) };
  });
  const most = Math.max(0, ...shards.map(({ ofMany }) => ofMany.limit.length));
  const join = (name: 'limit' | 'pool', place: number): NumberColumn =>
    joinNumbers(
      shards.map(({ ofMany, rows }, at): JoinedPart => {
        const part = { column: ofMany[name][place] ?? numberColumn(), rows };
        const as = known[at]?.[name];
        return as ? { ...part, as } : part;
      }),
    );
  const parts = shards.map(({ ofMany, rows }) => ({ beside: ofMany.parts, rows }));
  return {
    ...joined,
    limit: Array.from({ length: most }, (_, place) => join('limit', place)),
    pool: Array.from({ length: most }, (_, place) => join('pool', place)),
    parts: joinBeside(parts),
  };
}

function limitIn({ versions }: Plan, { version: at, group, at: place }: PlainLimit) {
  const version = versions[at];
  const among = group === undefined ? version?.whole : version?.groups.get(group);
  const limit: OverLine['limit'] | undefined = among?.limits[place];
  assert(limit, 'the plan has the limits over every line');
  return limit;
}
