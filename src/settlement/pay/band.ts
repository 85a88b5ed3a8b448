import type { Earned } from '../achieve/stage.ts';
import type { BandsPlan } from '../plan/money-plan.ts';
import { periodOfDay } from '../plan/period-of-day.ts';
import type { Plan } from '../plan/plan.ts';
import type { Draft } from './draft.ts';
import { type PoolName, poolsBy } from './pools-by.ts';
import type { Pricer } from './price.ts';
import { repriced } from './reprice.ts';

/** Achievements that are counted together, and how many there are. */
export type BandPool = { count: number };

/** As the how-manieth of how many an achievement is counted. */
export type Counted = Readonly<{ number: number; all: number }>;

/** An achievement, the how-manieth of how many it is, and the price of its band. */
export type InBand = Counted & Readonly<{ clause: string; band: number }>;

/**
 * Step 7. The achievements of an outcome are counted in place in line, and each is paid the price
 * of its band, or all of them that of the band that their number has reached. What is refused is
 * not counted; what a limit will cut is. Lines come in place in line.
 */
export function applyBands(drafts: readonly Draft[], plan: Plan, price: Pricer): readonly Draft[] {
  const counted = new Map<Earned, Readonly<{ pool: BandPool; number: number }>>();
  const findPool = bandPoolsIn(plan, () => ({ count: 0 }));
  for (const draft of drafts) {
    const pool = findPool(draft);
    if (pool === undefined) continue;
    pool.count += 1;
    counted.set(draft.earned, { pool, number: pool.count });
  }
  if (counted.size === 0) return drafts;
  return drafts.map((draft) => {
    const own = counted.get(draft.earned);
    if (own === undefined || draft.isGiven) return draft;
    return inItsBand(draft, { number: own.number, all: own.pool.count }, price);
  });
}

/** A line at the price of its band. */
export function inItsBand(draft: Draft, { number, all }: Counted, price: Pricer): Draft {
  const { bands } = draft.earned.placed.outcome.price;
  if (bands === undefined) return draft;
  const band = bandOf(bands, { number, all });
  const inBand = { clause: bands.clause, number, all, band };
  return { ...atPriceOf(draft, band, price), inBand };
}

/** A line at the price of a band. */
export function atPriceOf(draft: Draft, band: number, price: Pricer): Draft {
  return repriced(draft, price(draft.earned, band));
}

/** With which others the achievement of a line is counted; undefined where it is not. */
export function bandPoolsIn<Pool extends BandPool>(
  plan: Plan,
  open: (name: PoolName) => Pool,
): (draft: Pick<Draft, 'earned' | 'refusal' | 'payee'>) => Pool | undefined {
  const periods = {
    contract: periodOfDay(plan, 'contract'),
    year: periodOfDay(plan, 'year'),
    quarter: periodOfDay(plan, 'quarter'),
    month: periodOfDay(plan, 'month'),
  };
  const poolOf = poolsBy(open);
  return ({ earned, refusal, payee }) => {
    const { placed, attachment, achievement } = earned;
    const { bands } = placed.outcome.price;
    // The shares of contributors are parts of one achievement, which is counted once.
    const isPart = payee !== attachment.provider;
    if (bands === undefined || refusal || isPart) return undefined;
    const { per, over } = bands;
    const provider = per === 'provider' ? attachment.provider : '';
    return poolOf([placed.outcome.name, provider, over, periods[over](achievement.day)]);
  };
}

/** The band of the how-manieth, or of the last of all: the first whose end it does not pass. */
export function bandOf({ sizes, how }: BandsPlan, { number, all }: Counted): number {
  const counted = how === 'own' ? number : all;
  let end = 0;
  return sizes.findIndex((size) => {
    end += size ?? Number.POSITIVE_INFINITY;
    return counted <= end;
  });
}
