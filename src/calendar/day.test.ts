import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilOf, daysFromCivil, monthLength, weekdayOf } from './civil.ts';
import { formatDate, formatYearlyDate, parseDateText, parseYearlyDate } from './date-text.ts';
import { type Day, dayNumber, dayOf, earliestDay, latestDay, parseDay } from './day.ts';

const days = fc.integer({ min: earliestDay, max: latestDay });

test('days are counted from 1 January 1970, a Thursday', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2026-03-29')).toBe(20_541);
  expect(weekdayOf(0)).toBe(4);
  expect(weekdayOf(dayNumber('1969-12-28'))).toBe(7);
});

test('every day from 1900 to 2199 follows the one before it, and the weeks go round', () => {
  let expected = earliestDay;
  for (let year = 1900; year <= 2199; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= monthLength(year, month); day += 1) {
        const n = daysFromCivil(year, month, day);
        const back = civilOf(n);
        const isSame = back.year === year && back.month === month && back.day === day;
        if (n !== expected || !isSame) expect.fail(`${year}-${month}-${day}`);
        if (weekdayOf(n) !== ((n - earliestDay) % 7) + 1)
          expect.fail(`weekday of ${year}-${month}`);
        expected += 1;
      }
    }
  }
  expect(expected - 1).toBe(latestDay);
});

test('a century is a leap year only every 400 years', () => {
  expect([1900, 2000, 2100, 2024, 2026].map((year) => monthLength(year, 2))).toEqual([
    28, 29, 28, 29, 28,
  ]);
});

test('a day is read only as year-month-day and only if it is a real date', () => {
  const wrong = [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '2026-1-01',
    '26-01-01',
    '01/02/2026',
    '2026/01/02',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-1 ',
    '1899-12-31',
    '2200-01-01',
    '£100000.00',
    '２０２６-01-01',
    '',
  ];
  expect(wrong.filter((text) => parseDay(text) !== undefined)).toEqual([]);
  expect(parseDay('2028-02-29')).toBe(dayNumber('2028-02-29'));
  expect(() => dayNumber('2026-02-29')).toThrow('real date');
});

test('a day number that is no whole number is a fault', () => {
  expect(() => dayOf(0.5)).toThrow('whole number');
  expect(() => dayOf(Number.NaN)).toThrow('whole number');
});

test('a day written is read back, in figures and in words', () => {
  fc.assert(
    fc.property(days, (n) => {
      expect(parseDay(dayOf(n))).toBe(n);
      expect(parseDateText(formatDate(n))).toBe(n);
    }),
  );
});

test('days written in figures stand in order as texts do', () => {
  fc.assert(fc.property(days, days, (a, b) => dayOf(a) < dayOf(b) === a < b));
});

test('any text is read as a day or refused', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 9, maxLength: 11 }), (text) => {
      const n = parseDay(text);
      if (n !== undefined) expect(dayOf(n)).toBe(text as Day);
    }),
  );
});

test('a date in words has its month in full', () => {
  expect(parseDateText('1 April 2027')).toBe(dayNumber('2027-04-01'));
  expect(parseDateText('01 april 2027')).toBe(dayNumber('2027-04-01'));
  expect(formatDate(dayNumber('2027-04-01'))).toBe('1 April 2027');
  for (const text of ['1 Apr 2027', '31 April 2027', 'April 1 2027', '1st April 2027', '1 April']) {
    expect(parseDateText(text)).toBeUndefined();
  }
});

test('a yearly date is a day and a month, 29 February included', () => {
  expect(parseYearlyDate('1 April')).toEqual({ month: 4, day: 1 });
  expect(parseYearlyDate('29 February')).toEqual({ month: 2, day: 29 });
  expect(formatYearlyDate({ month: 4, day: 1 })).toBe('1 April');
  for (const text of ['30 February', '0 April', '1 Smarch', '1 April 2027']) {
    expect(parseYearlyDate(text)).toBeUndefined();
  }
});
