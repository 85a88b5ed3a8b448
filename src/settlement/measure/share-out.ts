import {
  compareFractions,
  type Fraction,
  fraction,
  multiply,
  one,
  type Rounding,
  round,
  sumFractions,
} from '../../money/index.ts';
import type { Rounded } from '../pay/draft.ts';
import { smallestUnit, takersOfOddUnits } from '../pay/rounding-of-total.ts';
import type { Payee } from './payees.ts';

/** A payee's part of an amount: the amount that is shared, and how the part is rounded. */
export type Shared = Readonly<{ payee: Payee; list: Fraction; rounded: Rounded }>;

/**
 * The whole is rounded once and shared by largest remainder: each part is rounded down, and the
 * units left over go one each to those that lost most, the earliest name among equals. To a larger
 * unit than the smallest, the whole is rounded before it is shared.
 */
export function shareOut(
  amount: Fraction,
  payees: readonly Payee[],
  rounding: Rounding,
): readonly Shared[] {
  const [only] = payees;
  if (payees.length === 1 && only && compareFractions(only.part, one) === 0) {
    return [{ payee: only, list: amount, rounded: { how: 'line' } }];
  }
  const isSmallest = compareFractions(rounding.unit, one) === 0;
  const list = isSmallest ? amount : fraction(round(amount, rounding));
  const exact = payees.map(({ part }) => multiply(list, part));
  const total = round(sumFractions(exact), smallestUnit(rounding));
  const takers = takersOfOddUnits(exact, total);
  return payees.map((payee, at) => {
    return { payee, list, rounded: { how: 'total', takesOddUnit: takers.has(at) } };
  });
}
