import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  isZero,
  maxFraction,
  minFraction,
  multiply,
  negate,
  one,
  subtract,
  sumFractions,
  zero,
} from './fraction.ts';

const whole = fc.bigInt(-(10n ** 20n), 10n ** 20n);
const fractions = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0n),
  )
  .map(([n, d]) => fraction(n, d));
const small = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => fraction(n, d));
const any = fc.oneof(fractions, small);

function holds(rule: (a: Fraction, b: Fraction, c: Fraction) => void): void {
  fc.assert(fc.property(any, any, any, rule));
}

test('a fraction is kept in lowest terms with the sign above', () => {
  expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  expect(fraction(0, -7)).toEqual(zero);
  expect(fraction(12n)).toEqual({ numerator: 12n, denominator: 1n });
});

test('a fraction over zero, and a division by zero, is a fault', () => {
  expect(() => fraction(1, 0)).toThrow('divided by zero');
  expect(() => divide(one, zero)).toThrow('divided by zero');
});

test('a plain number that is not a safe whole number is a fault', () => {
  expect(() => fraction(0.5)).toThrow('safe whole number');
  expect(() => fraction(2 ** 53)).toThrow('safe whole number');
});

test('zero alone is zero', () => {
  const all = [zero, one, fraction(-1, 3), fraction(0, -7)];
  expect(all.map(isZero)).toEqual([true, false, false, true]);
});

test('one third and one sixth are one half', () => {
  expect(add(fraction(1, 3), fraction(1, 6))).toEqual(fraction(1, 2));
});

describe('whatever the fractions', () => {
  test('every result is in lowest terms with the lower number above zero', () => {
    holds((a, b) => {
      for (const each of [add(a, b), subtract(a, b), multiply(a, b)]) {
        expect(each).toEqual(fraction(each.numerator, each.denominator));
        expect(each.denominator > 0n).toBe(true);
      }
    });
  });

  test('the order of adding and of multiplying does not matter', () => {
    holds((a, b, c) => {
      expect(add(add(a, b), c)).toEqual(add(c, add(b, a)));
      expect(multiply(multiply(a, b), c)).toEqual(multiply(c, multiply(b, a)));
    });
  });

  test('multiplying goes through a sum', () => {
    holds((a, b, c) => {
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
    });
  });

  test('subtracting undoes adding, and dividing undoes multiplying', () => {
    holds((a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      if (!isZero(b)) expect(divide(multiply(a, b), b)).toEqual(a);
    });
  });

  test('comparing agrees with the sign of the difference', () => {
    holds((a, b) => {
      const difference = subtract(a, b).numerator;
      expect(Math.sign(Number(difference))).toBe(compareFractions(a, b));
      expect(negate(subtract(a, b))).toEqual(subtract(b, a));
    });
  });

  test('the lesser and the greater are the two', () => {
    holds((a, b) => {
      expect(add(minFraction(a, b), maxFraction(a, b))).toEqual(add(a, b));
      expect(compareFractions(minFraction(a, b), maxFraction(a, b))).not.toBe(1);
    });
  });

  test('the sum of several is what adding them one by one gives', () => {
    holds((a, b, c) => {
      expect(sumFractions([a, b, c])).toEqual(add(a, add(b, c)));
    });
    expect(sumFractions([])).toEqual(zero);
  });
});
