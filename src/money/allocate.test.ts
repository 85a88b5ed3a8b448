import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { fraction, multiply, sumFractions } from './fraction.ts';

const totals = fc.bigInt(-(10n ** 12n), 10n ** 12n);
const weight = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => fraction(n, d));
const weights = fc
  .array(weight, { minLength: 1, maxLength: 12 })
  .filter((all) => all.some(({ numerator }) => numerator > 0n));

function wholes(...all: number[]) {
  return all.map((each) => fraction(each));
}

test('the odd penny goes to the earliest share with weight', () => {
  expect(allocate(100n, wholes(0, 1, 1, 1))).toEqual([0n, 34n, 33n, 33n]);
});

test('the odd penny goes first to the share that lost most by rounding', () => {
  expect(allocate(10n, wholes(1, 1, 4))).toEqual([2n, 2n, 6n]);
  expect(allocate(10n, wholes(10, 17, 23))).toEqual([2n, 3n, 5n]);
});

test('a total below zero is shared as the same total above zero', () => {
  expect(allocate(-100n, wholes(1, 1, 1))).toEqual([-34n, -33n, -33n]);
});

test('weights may be fractions', () => {
  expect(allocate(60n, [fraction(1, 2), fraction(1, 3), fraction(1, 6)])).toEqual([30n, 20n, 10n]);
});

test('nothing is shared among those without weight, and something cannot be', () => {
  expect(allocate(0n, wholes(0, 0))).toEqual([0n, 0n]);
  expect(allocate(0n, [])).toEqual([]);
  expect(() => allocate(1n, wholes(0, 0))).toThrow('has weight');
  expect(() => allocate(1n, [])).toThrow('has weight');
  expect(() => allocate(1n, wholes(2, -1))).toThrow('below zero');
});

test('no penny is made or lost, whatever the weights', () => {
  fc.assert(
    fc.property(totals, weights, (total, shares) => {
      expect(allocate(total, shares).reduce((sum, paid) => sum + paid, 0n)).toBe(total);
    }),
  );
});

test('each share is its exact share rounded up or down', () => {
  fc.assert(
    fc.property(totals, weights, (total, shares) => {
      const whole = sumFractions(shares);
      allocate(total, shares).forEach((paid, index) => {
        const { numerator, denominator } = multiply(shares[index] ?? whole, fraction(total));
        const away = numerator * whole.denominator - paid * denominator * whole.numerator;
        const unit = denominator * whole.numerator;
        expect((away < 0n ? -away : away) < unit).toBe(true);
      });
    }),
  );
});

test('what weighs nothing gets nothing, and weights of the same size differ by a unit at most', () => {
  fc.assert(
    fc.property(totals, weights, (total, shares) => {
      const paid = allocate(total, [...shares, fraction(0), fraction(7), fraction(7)]);
      const [none, one, other] = paid.slice(-3) as [bigint, bigint, bigint];
      expect(none).toBe(0n);
      expect([-1n, 0n, 1n]).toContain(one - other);
    }),
  );
});
