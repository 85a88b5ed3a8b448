// When periods close: what is shared or promised over them is owed then (docs/language.md, Payment).
import { expect, test } from 'vitest';
import { aContract } from '../../../test/support/makers/page.ts';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import { closingPeriodsOf } from './closing-periods-of.ts';
import type { Over } from './period-plan.ts';

const days = { startsOn: dayNumber('2027-04-01'), endsOn: dayNumber('2028-09-30') };
const england = ['Working days are those of England.'];

const closesOf = (over: Over, Payment: readonly string[], opening = england) =>
  closingPeriodsOf(aContract({ said: { Payment }, opening }), days, over).map(({ closesOn }) =>
    dayOf(closesOn),
  );

test.each<[Over, readonly string[]]>([
  ['contract', ['2028-09-30']],
  ['year', ['2028-03-31', '2028-09-30']],
])('without a word of it each %s closes with its last day', (over, closes) => {
  expect(closesOf(over, [])).toEqual(closes);
});

test.each<[Over, readonly string[]]>([
  ['contract', ['2028-12-31']],
  ['year', ['2028-06-30', '2028-12-31']],
  ['quarter', ['2027-06-30', '2027-09-30', '2027-12-31', '2028-03-31', '2028-06-30', '2028-09-30']],
])('where years close 3 months after their last day, each %s closes so', (over, closes) => {
  expect(closesOf(over, ['Each year closes 3 months after its last day.'])).toEqual(closes);
  expect(closesOf(over, ['Each year closes 3 months after its last day.'], [])).toEqual(closes);
});

// Good Friday is 14 April 2028, and Easter Monday the 17th.
test('10 working days from Saturday 1 April 2028 end on Tuesday the 18th', () => {
  const closes = closesOf('year', ['Each year closes 10 working days after its last day.'])[0];
  expect(closes).toBe('2028-04-18');
});
