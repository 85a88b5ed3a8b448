import type { DayNumber } from '../../calendar/index.ts';
import { type Fact, firstDay } from '../../facts/index.ts';
import { type Fraction, one } from '../../money/index.ts';
import { admitOthers, type Sighting } from '../admit/admit-others.ts';
import { chainsIn } from '../admit/admitted.ts';

/** The share of its prices that a provider takes off them, from a day on. */
export type Discount = Readonly<{
  fact: string;
  from: DayNumber;
  /** The outcome it is for; every one where absent. */
  outcome?: string;
  share: Fraction;
}>;

/** The discounts that stand, by provider, in the order of their days. */
export function discountsOf(
  others: readonly Fact[],
  sighting: Sighting,
): ReadonlyMap<string, readonly Discount[]> {
  const isDiscount = (fact: Fact) => fact.kind === 'discount' || fact.kind === 'withdrawn';
  const discounts = new Map<string, Discount[]>();
  for (const { id, head } of chainsIn(admitOthers(others.filter(isDiscount), sighting))) {
    if (head.state !== 'verified' || head.provider === undefined) continue;
    const own = discounts.get(head.provider) ?? [];
    const about = head.about === undefined ? {} : { outcome: head.about };
    own.push({ fact: id, from: firstDay(head), share: head.value ?? one, ...about });
    discounts.set(head.provider, own);
  }
  for (const own of discounts.values()) own.sort((a, b) => a.from - b.from);
  return discounts;
}

/** The latest on or before the outcome's day; one about this outcome before one about all. */
export function findDiscount(
  discounts: readonly Discount[],
  outcome: string,
  day: DayNumber,
): Discount | undefined {
  const begun = discounts.filter((discount) => discount.from <= day);
  return (
    begun.findLast((discount) => discount.outcome === outcome) ??
    begun.findLast((discount) => discount.outcome === undefined)
  );
}
