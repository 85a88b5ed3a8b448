import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, dayNumber, dayOf } from './day.ts';
import { monthSpan, yearOf, yearSpan } from './year.ts';

const april = { month: 4, day: 1 };
const starts = fc.integer({ min: dayNumber('2010-01-01'), max: dayNumber('2040-12-31') });
const yearlyDates = fc.option(
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 29 }) }),
  { nil: undefined },
);

function year(day: Day, start: Day, from?: typeof april): number {
  return yearOf(dayNumber(day), dayNumber(start), from);
}

test('years of a contract run from each anniversary', () => {
  expect(year('2027-06-15', '2027-06-15')).toBe(1);
  expect(year('2028-06-14', '2027-06-15')).toBe(1);
  expect(year('2028-06-15', '2027-06-15')).toBe(2);
  expect(year('2031-12-31', '2027-06-15')).toBe(5);
});

test('where years run from 1 April, year 1 ends on the day before the first 1 April', () => {
  expect(year('2028-03-31', '2027-06-15', april)).toBe(1);
  expect(year('2028-04-01', '2027-06-15', april)).toBe(2);
  expect(year('2027-03-31', '2027-01-10', april)).toBe(1);
  expect(year('2027-04-01', '2027-01-10', april)).toBe(2);
  expect(year('2028-04-01', '2027-01-10', april)).toBe(3);
});

test('a contract that starts on the date its years run from has a whole first year', () => {
  expect(year('2028-03-31', '2027-04-01', april)).toBe(1);
  expect(year('2028-04-01', '2027-04-01', april)).toBe(2);
});

test('a contract that starts on 29 February has its anniversary on 28 February', () => {
  expect(year('2029-02-27', '2028-02-29')).toBe(1);
  expect(year('2029-02-28', '2028-02-29')).toBe(2);
  expect(year('2032-02-28', '2028-02-29')).toBe(4);
  expect(year('2032-02-29', '2028-02-29')).toBe(5);
});

test('a day before the start is of year 0', () => {
  expect(year('2027-03-31', '2027-04-01')).toBe(0);
  expect(year('2020-01-01', '2027-04-01', april)).toBe(0);
  expect(() => yearSpan(0, 0)).toThrow('counted from 1');
});

test('the years of a contract follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(starts, yearlyDates, fc.integer({ min: 1, max: 40 }), (start, from, n) => {
      const span = yearSpan(n, start, from);
      expect(yearSpan(1, start, from).first).toBe(start);
      expect(yearSpan(n + 1, start, from).first).toBe(span.last + 1);
      expect(span.last - span.first + 1).toBeLessThanOrEqual(366);
      expect(yearOf(span.first, start, from)).toBe(n);
      expect(yearOf(span.last, start, from)).toBe(n);
    }),
  );
});

test('a calendar month runs from its first day to its last', () => {
  const { first, last } = monthSpan(dayNumber('2028-02-10'));
  expect([dayOf(first), dayOf(last)]).toEqual(['2028-02-01', '2028-02-29']);
});
