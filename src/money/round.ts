import { assert } from '../problem/index.ts';
import { type Fraction, fraction, one } from './fraction.ts';

/**
 * How an exact amount becomes payable. The unit is in the currency's smallest units: 1 is to the
 * penny, 100 to the pound. Nearest sends halves away from zero; up is away from zero and down is
 * towards zero, so that money taken back is rounded as it was when it was paid.
 */
export type Rounding = Readonly<{ unit: Fraction; direction: 'nearest' | 'up' | 'down' }>;

/** What holds on a page that says nothing: to the smallest unit, halves away from zero. */
export const usualRounding: Rounding = { unit: one, direction: 'nearest' };

/** The payable amount, in smallest units, always a multiple of the rounding's unit. */
export function round(value: Fraction, rounding: Rounding): bigint {
  const unit = rounding.unit.numerator;
  const isWhole = rounding.unit.denominator === 1n && unit > 0n;
  assert(isWhole, 'amounts are rounded to a whole number of the smallest unit');
  if (value.denominator === 1n && unit === 1n) return value.numerator;
  const isNegative = value.numerator < 0n;
  const size = isNegative ? -value.numerator : value.numerator;
  const times = timesRounded(size, value.denominator * unit, rounding.direction);
  return isNegative ? -times * unit : times * unit;
}

/** The same as a fraction, for reckoning on. */
export function roundToFraction(value: Fraction, rounding: Rounding): Fraction {
  return fraction(round(value, rounding));
}

function timesRounded(size: bigint, step: bigint, direction: Rounding['direction']): bigint {
  switch (direction) {
    case 'down':
      return size / step;
    case 'up':
      return (size + step - 1n) / step;
    case 'nearest':
      return (2n * size + step) / (2n * step);
  }
}
