import { firstDay } from '../../facts/index.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  isZero,
  multiply,
  negate,
  one,
  subtract,
} from '../../money/index.ts';
import { countedFacts } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import { canCount } from './counting-days.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';
import { hasTiers, scoreInBestTier } from './tiers.ts';

/** A score and how much better it is than the first. */
export type Improvement = Readonly<{ seen: SeenFact; by: Fraction }>;

/** A later score is better than the first by so much, and again by each further so much. */
export function improves(asking: Asking<'improves'>, stage: Stage, taking: Taking): void {
  const { outcome } = asking;
  const first = scoresWithin(asking, stage)[0];
  if (first === undefined) return;
  const from = firstDay(first.fact);
  const later = improvementsOf(asking, stage);
  const step = stepFrom(first, asking);
  if (hasTiers(outcome.price)) {
    const enough = later
      .filter(({ by }) => compareFractions(by, step) >= 0)
      .map(({ seen, by }) => ({ seen, score: by }));
    const best = scoreInBestTier(enough, 'higher', asking);
    if (best) takeOne(taking, { ...best, from });
    return;
  }
  if (isZero(step)) return;
  let number = 1;
  for (const { seen, by } of later) {
    const day = firstDay(seen.fact);
    if (day < asking.notBefore) continue;
    for (; compareFractions(by, multiply(step, fraction(number))) >= 0; number += 1) {
      if (!takeOne(taking, { from, day, certainOn: day, quantity: one })) return;
    }
  }
}

/** How much better a score must be: so much, or that share of the first. */
export function stepFrom(first: SeenFact, { condition }: Asking<'improves'>): Fraction {
  if (condition.ofFirst !== true) return condition.by;
  const start = scoreOf(first);
  const size = start.numerator < 0n ? negate(start) : start;
  return multiply(condition.by, size);
}

/** How much better each later score is than the first, in the order of their days. */
export function improvementsOf(asking: Asking<'improves'>, stage: Stage): readonly Improvement[] {
  const [first, ...others] = scoresWithin(asking, stage);
  if (first === undefined) return [];
  const start = scoreOf(first);
  return others
    .filter(({ fact }) => firstDay(fact) > firstDay(first.fact))
    .map((seen) => {
      const isHigher = asking.condition.better === 'higher';
      const by = isHigher ? subtract(scoreOf(seen), start) : subtract(start, scoreOf(seen));
      return { seen, by };
    });
}

/** The scores that can count, in the order of their days. */
export function scoresWithin(
  asking: Asking<'improves' | 'scores'>,
  { view }: Stage,
): readonly SeenFact[] {
  return countedFacts(view, asking.wanted.counted).filter(
    ({ fact }) => fact.value !== undefined && canCount(firstDay(fact), asking),
  );
}

export function scoreOf({ fact }: SeenFact): Fraction {
  return fact.value ?? fraction(0);
}
