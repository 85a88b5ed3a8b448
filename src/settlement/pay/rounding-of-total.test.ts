import { describe, expect, test } from 'vitest';
import { fraction } from '../../money/index.ts';
import { partOfTotal, roundedDown, smallestUnit, takersOfOddUnits } from './rounding-of-total.ts';

test.each([
  [7, 2, 3n],
  [6, 2, 3n],
  [0, 1, 0n],
  [-6, 2, -3n],
  [-7, 2, -4n],
  [-1, 3, -1n],
])('%d/%d is rounded down to %d, on either side of nothing', (over, under, whole) => {
  expect(roundedDown(fraction(over, under))).toBe(whole);
});

describe('a part of a rounded total', () => {
  test.each([
    [7, 2, 3n, 4n],
    [-7, 2, -3n, -4n],
    [0, 1, 0n, 1n],
  ])('of %d/%d is %d towards nothing, and %d with an odd unit', (over, under, whole, more) => {
    expect(partOfTotal(fraction(over, under), false)).toBe(whole);
    expect(partOfTotal(fraction(over, under), true)).toBe(more);
  });

  test('those that lost most take the odd units, the earlier among equals', () => {
    const parts = [fraction(13, 10), fraction(17, 10), fraction(17, 10), fraction(3)];
    // 7.7: of 1, 1, 1 and 3 one is left over for 7, two for 8.
    expect([...takersOfOddUnits(parts, 6n)]).toEqual([]);
    expect([...takersOfOddUnits(parts, 7n)]).toEqual([1]);
    expect([...takersOfOddUnits(parts, 8n)]).toEqual([1, 2]);
  });

  test('of a total below nothing those that lost most of what is taken', () => {
    const parts = [fraction(-13, 10), fraction(-17, 10), fraction(-17, 10)];
    expect([...takersOfOddUnits(parts, -5n)]).toEqual([1, 2]);
    expect([...takersOfOddUnits(parts, -4n)]).toEqual([1]);
  });

  test('where some are below nothing those on the side of what is left', () => {
    // 1.6 - 0.4 is 1.2: of 1 and 0 nothing is left over; 1.4 - 0.8 is 0.6, rounded to 1: neither.
    expect([...takersOfOddUnits([fraction(16, 10), fraction(-4, 10)], 1n)]).toEqual([]);
    expect([...takersOfOddUnits([fraction(14, 10), fraction(-8, 10)], 1n)]).toEqual([]);
    // 0.9 + 0.8 - 0.1 is 1.6: two odd units, for the two above nothing.
    const three = [fraction(-1, 10), fraction(8, 10), fraction(9, 10)];
    expect([...takersOfOddUnits(three, 2n)]).toEqual([2, 1]);
  });
});

test('a total is rounded in the direction of the page, to the smallest unit', () => {
  expect(smallestUnit({ unit: fraction(100), direction: 'up' })).toEqual({
    unit: fraction(1),
    direction: 'up',
  });
});
