import type { Earned } from '../achieve/evaluate.ts';
import type { BandsPlan } from '../plan/money-plan.ts';
import { periodOfDay } from '../plan/period-of-day.ts';
import type { Plan } from '../plan/plan.ts';
import type { Draft } from './draft.ts';
import type { Pricer } from './price.ts';
import { repriced } from './reprice.ts';

/** One achievement in its band: where it was counted, and as the how-manieth. */
export type Counted = Readonly<{ bands: BandsPlan; pool: string; number: number }>;

/** An achievement, the how-manieth of how many it is, and the price of its band. */
export type InBand = Readonly<{ clause: string; number: number; all: number; band: number }>;

/**
 * Step 7. The achievements of an outcome are counted in place in line, and each is paid the price
 * of its band, or all of them that of the band that their number has reached. What is refused is
 * not counted; what a limit will cut is. Lines come in place in line.
 */
export function applyBands(drafts: readonly Draft[], plan: Plan, price: Pricer): readonly Draft[] {
  const numbers = new Map<string, number>();
  const counted = new Map<Earned, Counted>();
  const poolIn = poolsIn(plan);
  for (const { earned, refusal, payee } of drafts) {
    const { bands } = earned.placed.outcome.price;
    // The shares of contributors are parts of one achievement, which is counted once.
    const isPart = payee !== earned.attachment.provider;
    if (bands === undefined || refusal || isPart) continue;
    const pool = poolIn(earned, bands);
    const number = (numbers.get(pool) ?? 0) + 1;
    numbers.set(pool, number);
    counted.set(earned, { bands, pool, number });
  }
  if (counted.size === 0) return drafts;
  return drafts.map((draft) => {
    const own = counted.get(draft.earned);
    if (own === undefined || draft.isGiven) return draft;
    const { bands, number } = own;
    const all = numbers.get(own.pool) ?? number;
    const band = bandOf(bands, bands.how === 'own' ? number : all);
    const inBand = { clause: bands.clause, number, all, band };
    return { ...repriced(draft, price(draft.earned, band)), inBand };
  });
}

function poolsIn(plan: Plan): (earned: Earned, bands: BandsPlan) => string {
  const periods = {
    contract: periodOfDay(plan, 'contract'),
    year: periodOfDay(plan, 'year'),
    quarter: periodOfDay(plan, 'quarter'),
    month: periodOfDay(plan, 'month'),
  };
  return ({ placed, attachment, achievement }, { per, over }) => {
    const provider = per === 'provider' ? attachment.provider : '';
    return JSON.stringify([placed.outcome.name, provider, over, periods[over](achievement.day)]);
  };
}

/** The band that holds the how-manieth: the first whose end it does not pass. */
function bandOf({ sizes }: BandsPlan, number: number): number {
  let end = 0;
  return sizes.findIndex((size) => {
    end += size ?? Number.POSITIVE_INFINITY;
    return number <= end;
  });
}
