import { add, compareFractions, type Fraction, multiply, negate, zero } from '../../money/index.ts';
import type { Earned } from '../achieve/evaluate.ts';
import type { LaterRatePlan } from '../plan/money-plan.ts';
import type { Draft } from './draft.ts';
import { atLaterRate, type Priced, priceBeforeAdditions } from './price.ts';
import { repriced } from './reprice.ts';

/**
 * Step 8. Once lines of some outcomes have come to a stated sum, those after them in line pay a
 * share of their price. What is refused counts for nothing; what is added to a price does not
 * either. Lines come in place in line, the parts of contributors after their provider's.
 */
export function applyLaterRates(drafts: readonly Draft[]): readonly Draft[] {
  const sums = new Map<string, Fraction>();
  const known = new Map<Earned, Priced>();
  return drafts.map((draft) => {
    if (draft.refusal) return draft;
    const priced = known.get(draft.earned) ?? pricedInLine(draft, sums);
    // Of what was settled each contributor's line tells the price of its own part alone.
    if (draft.isGiven) return draft;
    known.set(draft.earned, priced);
    return repriced(draft, priced);
  });
}

/** The price of the next achievement in line, which then counts towards every sum over it. */
function pricedInLine({ earned, priced }: Draft, sums: Map<string, Fraction>): Priced {
  const { version, placed, attachment } = earned;
  const { name } = placed.outcome;
  const rates = (version.whole?.laterRates ?? []).filter(({ outcomes }) => outcomes.includes(name));
  const before = (rate: LaterRatePlan) => sums.get(poolOf(rate, attachment.provider)) ?? zero;
  const now = rates
    .filter((rate) => compareFractions(before(rate), rate.sum) >= 0)
    .reduce(atLaterRate, priced);
  const price = priceBeforeAdditions(now);
  // What was settled tells its price alone, below nothing where the provider pays it.
  const worth = multiply(price.numerator < 0n ? negate(price) : price, earned.achievement.quantity);
  for (const rate of rates) sums.set(poolOf(rate, attachment.provider), add(before(rate), worth));
  return now;
}

function poolOf({ clause, per, outcomes }: LaterRatePlan, provider: string): string {
  return JSON.stringify([clause, outcomes, per === 'provider' ? provider : '']);
}
