import type { DayNumber } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { BandsPlan } from '../plan/money-plan.ts';
import { periodOfDay } from '../plan/period-of-day.ts';
import type { OutcomePlan, Plan } from '../plan/plan.ts';
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
    const line = countedLine(draft);
    const pool = line && findPool(line);
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

/** The prices of one unit of a line in each band; none where it has no bands. */
export function unitsInBands(earned: Earned, price: Pricer): readonly Fraction[] {
  const { sizes = [] } = earned.placed.outcome.price.bands ?? {};
  return sizes.map((_, band) => price(earned, band).unit);
}

/** By what of a line it is found with which others it is counted. */
export type CountedLine = Readonly<{ outcome: OutcomePlan; provider: string; day: DayNumber }>;

/** A line as it is counted; undefined where it is not. */
export function countedLine({
  earned,
  refusal,
  payee,
}: Pick<Draft, 'earned' | 'refusal' | 'payee'>): CountedLine | undefined {
  const { placed, attachment, achievement } = earned;
  // The shares of contributors are parts of one achievement, which is counted once.
  const isPart = payee !== attachment.provider;
  if (refusal || isPart) return undefined;
  return { outcome: placed.outcome, provider: attachment.provider, day: achievement.day };
}

/** With which others the achievement of a line is counted; undefined where it has no bands. */
export function bandPoolsIn<Pool extends BandPool>(
  plan: Plan,
  open: (name: PoolName) => Pool,
): (line: CountedLine) => Pool | undefined {
  const periods = {
    contract: periodOfDay(plan, 'contract'),
    year: periodOfDay(plan, 'year'),
    quarter: periodOfDay(plan, 'quarter'),
    month: periodOfDay(plan, 'month'),
  };
  const poolOf = poolsBy(open);
  return ({ outcome, provider, day }) => {
    const { bands } = outcome.price;
    if (bands === undefined) return undefined;
    const { per, over } = bands;
    const whose = per === 'provider' ? provider : '';
    return poolOf([outcome.name, whose, over, periods[over](day)]);
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
