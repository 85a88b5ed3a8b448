import { type Contract, printingOf } from '../../contract/index.ts';
import { type Fraction, fraction, multiply, parseDecimal } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';

/** An amount of the page, a decimal of whole units, in the smallest unit of its currency. */
export function minorUnits(contract: Contract, decimal: string): Fraction {
  const value = parseDecimal(decimal);
  assert(value !== undefined, 'an amount that has been read is a decimal');
  return multiply(value, fraction(10n ** BigInt(printingOf(contract).currency.exponent)));
}
