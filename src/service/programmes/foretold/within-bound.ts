import { parseShare } from '../../../contract/index.ts';
import {
  compareFractions,
  isZero,
  multiply,
  negate,
  parseDecimal,
  subtract,
  zero,
} from '../../../money/index.ts';

/** Whether an amount has moved, up or down, by at most this share of what it was. */
export function withinBound(was: string, now: string, most: string): boolean {
  const [before, after] = [parseDecimal(was), parseDecimal(now)];
  if (before === undefined || after === undefined || isZero(before)) return false;
  const moved = subtract(after, before);
  const size = compareFractions(moved, zero) < 0 ? negate(moved) : moved;
  return compareFractions(size, multiply(before, parseShare(most))) <= 0;
}
