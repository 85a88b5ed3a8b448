import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartScale } from './chart-scale.ts';

test('lines stand at round values and nothing is among them', () => {
  expect(chartScale([180, 430]).ticks).toEqual([0, 200, 400, 600]);
  expect(chartScale([-40, 90]).ticks).toEqual([-50, 0, 50, 100]);
  expect(chartScale([]).ticks.length).toBeGreaterThan(1);
});

test('every value lies on the scale', () => {
  const value = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const { min, max, ticks } = chartScale(values);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(min);
      expect(Math.max(...values)).toBeLessThanOrEqual(max);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});
