// "In each year, quarter or month of it, by the outcome's day" (docs/settlement.md, step 7).
import { expect, test } from 'vitest';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { periodOfDay } from './period-of-day.ts';
import type { Over } from './period-plan.ts';

const days = { startsOn: dayNumber('2027-05-10'), endsOn: dayNumber('2027-12-31') };

test.each<[Over, Day, string]>([
  ['contract', '2027-05-10', ''],
  ['year', '2027-05-10', '2027-05-10'],
  ['year', '2028-05-09', '2027-05-10'],
  ['year', '2028-05-10', '2028-05-10'],
  ['quarter', '2027-08-09', '2027-05-10'],
  ['quarter', '2027-08-10', '2027-08-10'],
  ['month', '2027-06-09', '2027-05-10'],
  ['month', '2027-06-10', '2027-06-10'],
  ['month', '2029-01-09', '2028-12-10'],
])('the %s of %s is that of %s, also after the last day of the contract', (over, day, name) => {
  const nameOf = periodOfDay(days, over);
  expect(nameOf(dayNumber(day))).toBe(name);
  expect(nameOf(dayNumber(day))).toBe(name);
});

test('where years run from a date, so do their quarters', () => {
  const nameOf = periodOfDay({ ...days, yearsRunFrom: { month: 4, day: 1 } }, 'quarter');
  const names = (['2027-05-10', '2027-07-01', '2028-03-31'] as const).map((day) =>
    nameOf(dayNumber(day)),
  );
  expect(names).toEqual(['2027-05-10', '2027-07-01', '2028-01-01']);
});
