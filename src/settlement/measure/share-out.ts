import {
  compareFractions,
  type Fraction,
  fraction,
  multiply,
  one,
  type Rounding,
  round,
  subtract,
  sumFractions,
} from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Rounded } from '../pay/draft.ts';
import { roundedDown, smallestUnit } from '../pay/rounding-of-total.ts';
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
  const down = exact.map(roundedDown);
  const lost = exact.map((each, at) => subtract(each, fraction(down[at] ?? 0n)));
  const total = round(sumFractions(exact), smallestUnit(rounding));
  const left = Number(total - down.reduce((sum, each) => sum + each, 0n));
  assert(left >= 0 && left <= payees.length, 'a whole is shared out to the last unit');
  const order = payees.map((_, at) => at);
  order.sort((a, b) => compareFractions(lost[b] as Fraction, lost[a] as Fraction) || a - b);
  const takers = new Set(order.slice(0, left));
  return payees.map((payee, at) => {
    return { payee, list, rounded: { how: 'total', takesOddUnit: takers.has(at) } };
  });
}
