import type { DayNumber } from '../../calendar/index.ts';
import { allocate, fraction } from '../../money/index.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import { type Due, isGiven } from './due.ts';
import type { OverLine, Pool, Share } from './limits-over.ts';

/** The lines among which a limit is shared, and what those keep that were settled before. */
type Sharers = { kept: bigint; readonly amounts: Map<number, bigint> };

/** The share of each line of a pool, by its place, and what is left when all have theirs. */
type Sharing = Readonly<{ shares: ReadonlyMap<number, Share>; rest: bigint }>;

/**
 * Step 10, limits that are shared in proportion. Where the lines under one come to more than it,
 * each has its share of it by largest remainder, the earlier in line among equals; else each is
 * whole. What is left when all have theirs, once it has closed, is left for what waits for
 * verification. What is less than nothing and what was settled before have no such limit over them.
 * Lines come in place in line.
 */
export function withShares(
  dues: readonly Due[],
  limits: readonly (readonly OverLine[])[],
  { horizon, openPool }: Readonly<{ horizon: DayNumber; openPool: () => Pool }>,
): readonly (readonly OverLine[])[] {
  const pools = poolsOf(dues, limits);
  if (pools.size === 0) return limits;
  const known = new Map<Pool, Map<bigint, Sharing>>();
  const sharingOf = ({ pool, limit }: OverLine) => {
    const most = roundedDown(limit.most);
    const ofPool = known.get(pool) ?? new Map<bigint, Sharing>();
    known.set(pool, ofPool);
    const sharing = ofPool.get(most) ?? sharingIn(pools.get(pool), most);
    ofPool.set(most, sharing);
    return sharing;
  };
  return limits.map((over, at) =>
    over.flatMap((each) => {
      const { period } = each;
      if (period === undefined) return [each];
      const { shares, rest } = sharingOf(each);
      const share = shares.get(at);
      if (share) return [{ ...each, pool: openPool(), share }];
      const isWaiting = dues[at]?.payableOn === undefined;
      return isWaiting ? [{ ...each, rest: period.closesOn > horizon ? 0n : rest }] : [];
    }),
  );
}

function poolsOf(
  dues: readonly Due[],
  limits: readonly (readonly OverLine[])[],
): ReadonlyMap<Pool, Sharers> {
  const pools = new Map<Pool, Sharers>();
  dues.forEach((due, at) => {
    const amount = due.steps.at(-1)?.upTo;
    for (const { pool: name, period } of limits[at] ?? []) {
      if (period === undefined) continue;
      const pool = pools.get(name) ?? { kept: 0n, amounts: new Map<number, bigint>() };
      pools.set(name, pool);
      if (amount === undefined || amount < 0n) continue;
      if (isGiven(due)) pool.kept += amount;
      else pool.amounts.set(at, amount);
    }
  });
  return pools;
}

function sharingIn(pool: Sharers | undefined, sum: bigint): Sharing {
  const { kept = 0n, amounts = new Map<number, bigint>() } = pool ?? {};
  const earned = [...amounts.values()];
  const all = earned.reduce((total, amount) => total + amount, 0n);
  const left = sum > kept ? sum - kept : 0n;
  const weights = earned.map((amount) => fraction(amount));
  const mosts = all <= left ? earned : allocate(left, weights);
  const shares = [...amounts].map(([at, amount], index) => {
    return [at, { most: mosts[index] ?? 0n, amount, all, left }] as const;
  });
  return { shares: new Map(shares), rest: all <= left ? left - all : 0n };
}
