import { type Contract, printingOf } from '../../contract/index.ts';
import { type Fraction, fraction, multiply } from '../../money/index.ts';
import { decimalOf } from './decimal-of.ts';

/** An amount of the page, a decimal of whole units, in the smallest unit of its currency. */
export function minorUnits(contract: Contract, decimal: string): Fraction {
  return multiply(
    decimalOf(decimal),
    fraction(10n ** BigInt(printingOf(contract).currency.exponent)),
  );
}
