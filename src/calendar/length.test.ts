import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilOf } from './civil.ts';
import { type Day, dayNumber, dayOf, earliestDay, latestDay } from './day.ts';
import { addMonths, findLastDayOf, formatLength, lastDayOf, parseLength } from './length.ts';
import { workingDaysOf } from './working-days.ts';

const days = fc.integer({ min: earliestDay, max: latestDay });
const months = fc.integer({ min: 1, max: 600 });

function lastDay(text: string, first: Day, place?: string): Day {
  const length = parseLength(text);
  if (length === undefined) throw new Error(text);
  const working = place === undefined ? undefined : workingDaysOf(place);
  return dayOf(lastDayOf(dayNumber(first), length, working));
}

test.each<[string, Day, Day]>([
  ['1 day', '2026-03-29', '2026-03-29'],
  ['10 days', '2026-03-29', '2026-04-07'],
  ['13 weeks', '2011-08-15', '2011-11-13'],
  ['1 month', '2027-04-01', '2027-04-30'],
  ['1 month', '2027-04-15', '2027-05-14'],
  ['6 months', '2026-08-31', '2027-02-28'],
  ['six months', '2026-08-31', '2027-02-28'],
  ['6 months', '2026-08-30', '2027-02-28'],
  ['6 months', '2026-08-29', '2027-02-28'],
  ['6 months', '2026-08-28', '2027-02-27'],
  ['6 months', '2027-08-31', '2028-02-29'],
  ['12 months', '2028-02-29', '2029-02-28'],
  ['1 year', '2028-02-29', '2029-02-28'],
  ['4 years', '2028-02-29', '2032-02-28'],
  ['1 month', '2027-01-31', '2027-02-28'],
  ['2 months', '2027-01-31', '2027-03-30'],
  ['1 year', '2027-04-01', '2028-03-31'],
])('%s from %s end on %s', (text, first, last) => {
  expect(lastDay(text, first)).toBe(last);
});

test.each<[string, Day, Day]>([
  ['1 working day', '2026-12-23', '2026-12-23'],
  ['1 working day', '2026-12-25', '2026-12-29'],
  ['3 working days', '2026-12-24', '2026-12-30'],
  ['5 working days', '2026-03-02', '2026-03-06'],
  ['6 working days', '2026-03-02', '2026-03-09'],
])('%s from %s in England end on %s', (text, first, last) => {
  expect(lastDay(text, first, 'England')).toBe(last);
});

test('working days are counted only of a named place and within its table', () => {
  const england = workingDaysOf('England');
  expect(() => lastDay('1 working day', '2026-12-23')).toThrow('which place');
  expect(() => lastDay('1 working day', '2041-01-02', 'England')).toThrow('within the table');
  const length = { count: 9, unit: 'working day' } as const;
  expect(findLastDayOf(dayNumber('2040-12-30'), length, england)).toBeUndefined();
  expect(findLastDayOf(dayNumber('2009-12-30'), length, england)).toBeUndefined();
});

test('a length is a whole number of one unit, in figures or in a word up to twelve', () => {
  expect(parseLength('13 weeks')).toEqual({ count: 13, unit: 'week' });
  expect(parseLength('5 working days')).toEqual({ count: 5, unit: 'working day' });
  expect(parseLength('Twelve Months')).toEqual({ count: 12, unit: 'month' });
  for (const text of [
    '0 days',
    '1.5 weeks',
    '-1 day',
    'weeks',
    '13 fortnights',
    '13weeks',
    '01 day',
  ]) {
    expect(parseLength(text)).toBeUndefined();
  }
});

test('a length of none is a fault', () => {
  expect(() => lastDayOf(0, { count: 0, unit: 'day' })).toThrow('at least one');
});

test('a length written is read back', () => {
  const unit = fc.constantFrom('day', 'week', 'month', 'year', 'working day' as const);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), unit, (count, each) => {
      const length = { count, unit: each } as NonNullable<ReturnType<typeof parseLength>>;
      expect(parseLength(formatLength(length))).toEqual(length);
    }),
  );
  expect(formatLength({ count: 1, unit: 'working day' })).toBe('1 working day');
});

test('the same date so many months later keeps its date where the month is long enough', () => {
  expect(dayOf(addMonths(dayNumber('2026-08-31'), 6))).toBe('2027-02-28');
  expect(dayOf(addMonths(dayNumber('2026-03-31'), -1))).toBe('2026-02-28');
  expect(dayOf(addMonths(dayNumber('2026-01-15'), -13))).toBe('2024-12-15');
  fc.assert(
    fc.property(days, fc.integer({ min: -600, max: 600 }), (first, count) => {
      const [from, to] = [civilOf(first), civilOf(addMonths(first, count))];
      expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + count);
      expect(to.day === from.day || (to.day < from.day && to.day >= 28)).toBe(true);
    }),
  );
});

test('months are the same reckoned at once or by the year', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (first, count) => {
      const inMonths = lastDayOf(first, { count: 12 * count, unit: 'month' });
      expect(inMonths).toBe(lastDayOf(first, { count, unit: 'year' }));
    }),
  );
});

test('a longer length never ends sooner, and a later start never ends sooner', () => {
  fc.assert(
    fc.property(days, months, (first, count) => {
      const last = lastDayOf(first, { count, unit: 'month' });
      expect(lastDayOf(first, { count: count + 1, unit: 'month' })).toBeGreaterThan(last);
      expect(lastDayOf(first + 1, { count, unit: 'month' })).toBeGreaterThanOrEqual(last);
    }),
  );
});
