import { add, compareFractions, type Fraction, zero } from '../../money/index.ts';
import type { LaterRatePlan } from '../plan/money-plan.ts';
import type { Draft } from './draft.ts';
import { atLaterRate } from './price.ts';
import { repriced } from './reprice.ts';

/**
 * Step 8. Once lines of some outcomes have come to a stated sum, those after them in line pay a
 * share of their price. What is refused counts for nothing. Lines come in place in line.
 */
export function applyLaterRates(drafts: readonly Draft[]): readonly Draft[] {
  const sums = new Map<string, Fraction>();
  return drafts.map((draft) => {
    if (draft.refusal) return draft;
    const { version, placed, attachment } = draft.earned;
    let now = draft;
    const drawn: string[] = [];
    for (const rate of version.whole?.laterRates ?? []) {
      if (!rate.outcomes.includes(placed.outcome.name)) continue;
      const pool = poolOf(rate, attachment.provider);
      drawn.push(pool);
      const isReached = compareFractions(sums.get(pool) ?? zero, rate.sum) >= 0;
      if (isReached) now = repriced(now, atLaterRate(now.priced, rate));
    }
    for (const pool of drawn) sums.set(pool, add(sums.get(pool) ?? zero, now.exact));
    return now;
  });
}

function poolOf({ clause, per }: LaterRatePlan, provider: string): string {
  return JSON.stringify([clause, per === 'provider' ? provider : '']);
}
