import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDays, covers, cut, intersect, joinGaps, type Span, subtract, union } from './span.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([first, more]) => ({ first, last: first + more }));
const spans = fc.array(span, { maxLength: 12 });

function of(...days: [number, number][]): Span[] {
  return days.map(([first, last]) => ({ first, last }));
}

/** The slow truth: every day by itself. */
function daysOf(all: readonly Span[]): Set<number> {
  const days = new Set<number>();
  for (const { first, last } of all) for (let day = first; day <= last; day += 1) days.add(day);
  return days;
}

function expectDays(all: readonly Span[], isIn: (day: number) => boolean): void {
  all.forEach((each, index) => {
    expect(each.first).toBeLessThanOrEqual(each.last);
    if (index > 0) expect(each.first).toBeGreaterThan((all[index - 1]?.last ?? 0) + 1);
  });
  const expected = Array.from({ length: 90 }, (_, day) => day).filter(isIn);
  expect([...daysOf(all)].sort((a, b) => a - b)).toEqual(expected);
}

test('spans that overlap or touch become one', () => {
  expect(union(of([5, 9], [1, 4], [20, 30], [22, 25]))).toEqual(of([1, 9], [20, 30]));
});

test('spans in order already are given back as they are', () => {
  const inOrder = of([1, 4], [6, 9]);
  expect(union(inOrder)).toBe(inOrder);
  expect(cut(inOrder, { first: 1, last: 9 })).toBe(inOrder);
});

test('a span that ends before it begins is a fault', () => {
  expect(() => union(of([2, 1]))).toThrow('end before it begins');
});

test('a gap of as many days as allowed is joined, and one more is not', () => {
  expect(joinGaps(of([1, 4], [7, 9], [13, 15]), 2)).toEqual(of([1, 9], [13, 15]));
  expect(joinGaps(of([1, 4], [7, 9], [13, 15]), 3)).toEqual(of([1, 15]));
});

test('spans are cut to the window', () => {
  expect(cut(of([1, 4], [7, 9]), { first: 4, last: 7 })).toEqual(of([4, 4], [7, 7]));
  expect(cut(of([1, 4]), { first: 7, last: 6 })).toEqual([]);
});

test('a span without an end has days in any window', () => {
  const open = [{ first: 10, last: Infinity }];
  expect(cut(open, { first: 5, last: 12 })).toEqual(of([10, 12]));
  expect(subtract(open, of([20, 30]))).toEqual([...of([10, 19]), { first: 31, last: Infinity }]);
});

test('a day is in the union if it is in any span', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const days = daysOf(all);
      expectDays(union(all), (day) => days.has(day));
      expect(countDays(all)).toBe(days.size);
      for (let day = -1; day < 80; day += 1) expect(covers(union(all), day)).toBe(days.has(day));
    }),
  );
});

test('a day is in the intersection if it is in both, and in the difference if in the first only', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const [left, right] = [daysOf(a), daysOf(b)];
      expectDays(intersect(a, b), (day) => left.has(day) && right.has(day));
      expectDays(subtract(a, b), (day) => left.has(day) && !right.has(day));
    }),
  );
});

test('cutting to a window is the intersection with it', () => {
  fc.assert(
    fc.property(spans, span, (all, window) => {
      expect(cut(all, window)).toEqual(intersect(all, [window]));
    }),
  );
});

test('joining gaps adds the days of short gaps and no others', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 9 }), (all, gapMax) => {
      const merged = union(all);
      const gaps = merged.slice(1).map((next, index) => ({
        first: (merged[index]?.last ?? 0) + 1,
        last: next.first - 1,
      }));
      const short = gaps.filter((gap) => gap.last - gap.first + 1 <= gapMax);
      expect(joinGaps(all, gapMax)).toEqual(union([...merged, ...short]));
    }),
  );
});

test('no function changes the spans it is given', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      const before = JSON.stringify([a, b]);
      [...a, ...b].forEach(Object.freeze);
      union(a);
      joinGaps(intersect(a, b), 3);
      subtract(a, b);
      expect(JSON.stringify([a, b])).toBe(before);
    }),
  );
});
