import { allocate, fraction } from '../../money/index.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import { type Due, isGiven } from './due.ts';
import type { OverLine, Share } from './limits-over.ts';

/** The lines among which a limit is shared, and what those keep that were settled before. */
type Pool = { kept: bigint; readonly amounts: Map<number, bigint> };

/**
 * Step 10, limits that are shared in proportion. Where the lines under one come to more than it,
 * each has its share of it by largest remainder, the earlier in line among equals; else each is
 * whole. What waits, what is less than nothing and what was settled before have none: no such limit
 * is over them. Lines come in place in line.
 */
export function withShares(
  dues: readonly Due[],
  limits: readonly (readonly OverLine[])[],
): readonly (readonly OverLine[])[] {
  const pools = poolsOf(dues, limits);
  if (pools.size === 0) return limits;
  const known = new Map<string, ReadonlyMap<number, Share>>();
  const sharesIn = ({ pool, limit }: OverLine) => {
    const most = roundedDown(limit.most);
    const key = `${pool} ${most}`;
    const shares = known.get(key) ?? sharesOf(pools.get(pool), most);
    known.set(key, shares);
    return shares;
  };
  return limits.map((over, at) =>
    over.flatMap((each) => {
      if (each.period === undefined) return [each];
      const share = sharesIn(each).get(at);
      return share ? [{ ...each, pool: JSON.stringify([each.pool, at]), share }] : [];
    }),
  );
}

function poolsOf(
  dues: readonly Due[],
  limits: readonly (readonly OverLine[])[],
): ReadonlyMap<string, Pool> {
  const pools = new Map<string, Pool>();
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

function sharesOf(pool: Pool | undefined, sum: bigint): ReadonlyMap<number, Share> {
  const { kept = 0n, amounts = new Map<number, bigint>() } = pool ?? {};
  const earned = [...amounts.values()];
  const all = earned.reduce((total, amount) => total + amount, 0n);
  const left = sum > kept ? sum - kept : 0n;
  const weights = earned.map((amount) => fraction(amount));
  const shares = all <= left ? earned : allocate(left, weights);
  const shared = [...amounts].map(([at, amount], index) => {
    return [at, { most: shares[index] ?? 0n, amount, all, left }] as const;
  });
  return new Map(shared);
}
