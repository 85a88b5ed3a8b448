import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayOf, yearOf } from '../../calendar/index.ts';
import type { Over } from './period-plan.ts';
import { type ContractDays, periodsOf } from './periods-of.ts';

const contract: ContractDays = {
  startsOn: dayNumber('2027-04-01'),
  endsOn: dayNumber('2029-05-31'),
};

const shown = (days: ContractDays, over: Over) =>
  periodsOf(days, over).map(({ first, last }) => `${dayOf(first)} ${dayOf(last)}`);

test('the years of a contract begin on its anniversaries, and the last ends with it', () => {
  expect(shown(contract, 'year')).toEqual([
    '2027-04-01 2028-03-31',
    '2028-04-01 2029-03-31',
    '2029-04-01 2029-05-31',
  ]);
  expect(shown(contract, 'contract')).toEqual(['2027-04-01 2029-05-31']);
});

test('a period is named by its first day', () => {
  expect(periodsOf(contract, 'year').map(({ name }) => name)).toEqual([
    '2027-04-01',
    '2028-04-01',
    '2029-04-01',
  ]);
});

test('where years run from 1 April, the first quarter of a start in May is short', () => {
  const days: ContractDays = {
    startsOn: dayNumber('2027-05-10'),
    endsOn: dayNumber('2027-12-31'),
    yearsRunFrom: { month: 4, day: 1 },
  };
  expect(shown(days, 'quarter')).toEqual([
    '2027-05-10 2027-06-30',
    '2027-07-01 2027-09-30',
    '2027-10-01 2027-12-31',
  ]);
  expect(shown({ ...days, yearsRunFrom: { month: 1, day: 1 } }, 'quarter')[0]).toBe(
    '2027-05-10 2027-06-30',
  );
});

test('months from the 31st are reckoned from the first day of the year', () => {
  const days = { startsOn: dayNumber('2027-08-31'), endsOn: dayNumber('2027-12-30') };
  expect(shown(days, 'month')).toEqual([
    '2027-08-31 2027-09-29',
    '2027-09-30 2027-10-30',
    '2027-10-31 2027-11-29',
    '2027-11-30 2027-12-30',
  ]);
});

test('a year that begins on 29 February follows one that ends on the 28th', () => {
  const days = { startsOn: dayNumber('2028-02-29'), endsOn: dayNumber('2032-12-31') };
  const inYears = shown(days, 'year');
  expect(inYears.slice(0, 1)).toEqual(['2028-02-29 2029-02-27']);
  expect(inYears.slice(3)).toEqual(['2031-02-28 2032-02-28', '2032-02-29 2032-12-31']);
  expect(shown(days, 'quarter').slice(14, 17)).toEqual([
    '2031-08-28 2031-11-27',
    '2031-11-28 2032-02-28',
    '2032-02-29 2032-05-28',
  ]);
});

test('years that run from the day on which the contract begins are those of its anniversaries', () => {
  const days = { startsOn: dayNumber('2027-04-01'), endsOn: dayNumber('2028-06-30') };
  const fromApril = { ...days, yearsRunFrom: { month: 4, day: 1 } };
  expect(shown(fromApril, 'quarter')).toEqual([
    '2027-04-01 2027-06-30',
    '2027-07-01 2027-09-30',
    '2027-10-01 2027-12-31',
    '2028-01-01 2028-03-31',
    '2028-04-01 2028-06-30',
  ]);
  expect(shown(fromApril, 'month')).toEqual(shown(days, 'month'));
});

const starts = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2032-12-31') });
const yearsRunFrom = fc.option(
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 29 }) }),
  { nil: undefined },
);
const days = fc
  .tuple(starts, fc.integer({ min: 0, max: 3000 }), yearsRunFrom)
  .map(([startsOn, length, runFrom]): ContractDays => {
    return { startsOn, endsOn: startsOn + length, ...(runFrom && { yearsRunFrom: runFrom }) };
  });
const overs = fc.constantFrom<Over>('contract', 'year', 'quarter', 'month');

test('periods follow each other without a gap from the first day to the last', () => {
  fc.assert(
    fc.property(days, overs, (given, over) => {
      const periods = periodsOf(given, over);
      expect(periods[0]?.first).toBe(given.startsOn);
      expect(periods.at(-1)?.last).toBe(given.endsOn);
      for (const [at, { first, last }] of periods.entries()) {
        expect(first).toBeLessThanOrEqual(last);
        if (at > 0) expect(first).toBe((periods[at - 1]?.last ?? 0) + 1);
      }
    }),
  );
});

test('every period lies within one year, and every year is whole periods', () => {
  fc.assert(
    fc.property(days, fc.constantFrom<Over>('year', 'quarter', 'month'), (given, over) => {
      const { startsOn, yearsRunFrom } = given;
      for (const { first, last } of periodsOf(given, over)) {
        expect(yearOf(last, startsOn, yearsRunFrom)).toBe(yearOf(first, startsOn, yearsRunFrom));
      }
    }),
  );
});
