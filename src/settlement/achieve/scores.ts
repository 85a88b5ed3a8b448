import { firstDay } from '../../facts/index.ts';
import { compareFractions, one } from '../../money/index.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import { scoreOf, scoresWithin } from './improves.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';
import { hasTiers, scoreInBestTier } from './tiers.ts';

/** A recorded score is at least this good; each one that is, is one achievement. */
export function scores(asking: Asking<'scores'>, stage: Stage, taking: Taking): void {
  const { outcome, condition } = asking;
  const good = scoresWithin(asking, stage).filter((seen) => isGoodEnough(seen, asking));
  if (hasTiers(outcome.price)) {
    const scored = good.map((seen) => ({ seen, score: scoreOf(seen) }));
    const best = scoreInBestTier(scored, condition.better, asking);
    if (best) takeOne(taking, best);
    return;
  }
  for (const seen of good) {
    const day = firstDay(seen.fact);
    if (!takeOne(taking, { from: day, day, certainOn: day, quantity: one, fact: seen.id })) return;
  }
}

function isGoodEnough(seen: SeenFact, { condition }: Asking<'scores'>): boolean {
  const difference = compareFractions(scoreOf(seen), condition.least);
  return condition.better === 'higher' ? difference >= 0 : difference <= 0;
}
