import { add, compareFractions, type Fraction, multiply, negate, zero } from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { LaterRatePlan } from '../plan/money-plan.ts';
import type { Draft } from './draft.ts';
import { type PoolName, poolsBy } from './pools-by.ts';
import { atLaterRate, type Priced, priceBeforeAdditions } from './price.ts';
import { repriced } from './reprice.ts';

/**
 * Step 8. Once lines of some outcomes have come to a stated sum, those after them in line pay a
 * share of their price. What is refused counts for nothing; what is added to a price does not
 * either. Lines come in place in line, the parts of contributors after their provider's.
 */
export function applyLaterRates(drafts: readonly Draft[]): readonly Draft[] {
  const sums = poolsBy((): Sum => ({ amount: zero }));
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

/** What lines have come to, exact. */
type Sum = { amount: Fraction };
type FindSum = (name: PoolName) => Sum;

/** The price of the next achievement in line, which then counts towards every sum over it. */
function pricedInLine({ earned, priced }: Draft, sums: FindSum): Priced {
  const { version, placed, attachment } = earned;
  const { name } = placed.outcome;
  const rates = (version.whole?.laterRates ?? []).filter(({ outcomes }) => outcomes.includes(name));
  const sumOf = (rate: LaterRatePlan) => sums(nameOfSum(rate, attachment.provider));
  const now = rates
    .filter((rate) => compareFractions(sumOf(rate).amount, rate.sum) >= 0)
    .reduce(atLaterRate, priced);
  const price = priceBeforeAdditions(now);
  // What was settled tells its price alone, below nothing where the provider pays it.
  const worth = multiply(price.numerator < 0n ? negate(price) : price, earned.achievement.quantity);
  for (const sum of rates.map(sumOf)) sum.amount = add(sum.amount, worth);
  return now;
}

function nameOfSum({ clause, per, outcomes }: LaterRatePlan, provider: string): PoolName {
  return [clause, outcomes.join('|'), per === 'provider' ? provider : ''];
}
