import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareFractions, fraction, multiply, negate, one, subtract } from './fraction.ts';
import { type Rounding, round, roundToFraction, usualRounding } from './round.ts';

function to(unit: number, direction: Rounding['direction']): Rounding {
  return { unit: fraction(unit), direction };
}

const values = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 4n))
  .map(([n, d]) => fraction(n, d));
const units = fc.constantFrom(1, 5, 10, 100, 1000);

test('halves go away from zero', () => {
  expect(round(fraction(5, 2), usualRounding)).toBe(3n);
  expect(round(fraction(-5, 2), usualRounding)).toBe(-3n);
  expect(round(fraction(249, 100), usualRounding)).toBe(2n);
});

test('up is away from zero and down is towards it', () => {
  expect(round(fraction(21, 10), to(1, 'up'))).toBe(3n);
  expect(round(fraction(-21, 10), to(1, 'up'))).toBe(-3n);
  expect(round(fraction(29, 10), to(1, 'down'))).toBe(2n);
  expect(round(fraction(-29, 10), to(1, 'down'))).toBe(-2n);
});

test('to the pound is to the nearest hundred pence', () => {
  expect(round(fraction(12_350), to(100, 'nearest'))).toBe(12_400n);
  expect(round(fraction(12_349), to(100, 'nearest'))).toBe(12_300n);
  expect(round(fraction(12_301), to(100, 'up'))).toBe(12_400n);
});

test('a unit that is no whole number of the smallest unit is a fault', () => {
  expect(() => round(one, { unit: fraction(1, 2), direction: 'nearest' })).toThrow('rounded');
  expect(() => round(one, to(0, 'nearest'))).toThrow('rounded');
});

test('money taken back is rounded as it was when it was paid', () => {
  const directions = fc.constantFrom<Rounding['direction']>('nearest', 'up', 'down');
  fc.assert(
    fc.property(values, units, directions, (value, unit, direction) => {
      const rounding = to(unit, direction);
      expect(round(negate(value), rounding)).toBe(-round(value, rounding));
    }),
  );
});

test('rounding moves an amount by less than the unit, and to the nearest by half at most', () => {
  fc.assert(
    fc.property(values, units, (value, unit) => {
      const moved = (direction: Rounding['direction']) => {
        const difference = subtract(value, roundToFraction(value, to(unit, direction)));
        return difference.numerator < 0n ? negate(difference) : difference;
      };
      expect(compareFractions(multiply(moved('nearest'), fraction(2)), fraction(unit))).not.toBe(1);
      expect(compareFractions(moved('up'), fraction(unit))).toBe(-1);
      expect(compareFractions(moved('down'), fraction(unit))).toBe(-1);
    }),
  );
});

test('a rounded amount stays as it is when rounded again', () => {
  fc.assert(
    fc.property(values, units, (value, unit) => {
      const once = roundToFraction(value, to(unit, 'nearest'));
      expect(roundToFraction(once, to(unit, 'up'))).toEqual(once);
    }),
  );
});
