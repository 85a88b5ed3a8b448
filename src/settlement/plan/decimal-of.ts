import { type Fraction, parseDecimal } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';

/** A number of a contract, exact. Whatever has been read as a number is written as a decimal. */
export function decimalOf(text: string): Fraction {
  const value = parseDecimal(text);
  assert(value !== undefined, 'a number that has been read is a decimal');
  return value;
}
