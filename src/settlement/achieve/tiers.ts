import { firstDay } from '../../facts/index.ts';
import { compareFractions, type Fraction, one } from '../../money/index.ts';
import type { SeenFact } from '../admit/seen-fact.ts';

import type { PricePlan, PriceRow } from '../plan/plan.ts';
import type { Achievement } from './achievement.ts';
import type { Asking } from './question.ts';

type Tier = NonNullable<PriceRow['tier']>;
type Scored = Readonly<{ seen: SeenFact; score: Fraction }>;

/** Whether prices differ by how far a score went. */
export function hasTiers(price: PricePlan): boolean {
  return price.rows.some((row) => row.tier !== undefined);
}

/** The tier in which a score lies: its lower bound included, its upper not. */
export function findTier(price: PricePlan, score: Fraction): Tier | undefined {
  return price.rows.find((row) => row.tier && isInTier(row.tier, score))?.tier;
}

export function isInTier({ least, under }: Tier, score: Fraction): boolean {
  return (
    compareFractions(score, least) >= 0 &&
    (under === undefined || compareFractions(score, under) < 0)
  );
}

/**
 * Where prices are in tiers an outcome is achieved once, at the best score so far, on the day its
 * tier was first reached.
 */
export function scoreInBestTier(
  scored: readonly Scored[],
  better: 'higher' | 'lower',
  { outcome, notBefore }: Asking<'improves' | 'scores'>,
): Achievement | undefined {
  const late = scored.filter(({ seen }) => firstDay(seen.fact) >= notBefore);
  let best: Scored | undefined;
  for (const each of late) {
    const difference = best ? compareFractions(each.score, best.score) : 1;
    if (best === undefined || (better === 'higher' ? difference > 0 : difference < 0)) best = each;
  }
  const tier = best && findTier(outcome.price, best.score);
  if (best === undefined || tier === undefined) return undefined;
  const first = late.find(({ score }) => isInTier(tier, score)) ?? best;
  const day = firstDay(first.seen.fact);
  return { from: day, day, certainOn: day, quantity: one, fact: first.seen.id, score: best.score };
}
