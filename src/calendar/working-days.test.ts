import { expect, test } from 'vitest';
import { easter, rules, yearFirst, yearLast, yearsOf } from '../../scripts/holiday-rules.ts';
import { weekdayOf } from './civil.ts';
import { type Day, dayNumber, dayOf } from './day.ts';
import { englandAndWales } from './holidays/england-and-wales.ts';
import { ireland } from './holidays/ireland.ts';
import { northernIreland } from './holidays/northern-ireland.ts';
import { scotland } from './holidays/scotland.ts';
import { unitedStates } from './holidays/united-states.ts';
import { workingDaysOf, workingPlaces } from './working-days.ts';

const tables = [englandAndWales, scotland, northernIreland, ireland, unitedStates];

function isWorking(place: string, day: Day): boolean {
  return workingDaysOf(place)?.isWorking(dayNumber(day)) ?? expect.fail(place);
}

test.each(rules.map((rule) => [rule.place, rule] as const))(
  'the table of %s is what its rules give (npx tsx scripts/holidays.ts writes it)',
  (place, rule) => {
    const { version, source } = rule;
    const expected = { place, version, source, yearFirst, yearLast, years: yearsOf(rule) };
    expect(tables.find((table) => table.place === place)).toEqual(expected);
  },
);

// Among them the earliest and the latest of the century.
test.each<Day>([
  '2008-03-23',
  '2011-04-24',
  '2019-04-21',
  '2024-03-31',
  '2027-03-28',
  '2038-04-25',
])('%s is Easter Sunday', (day) => {
  expect(dayOf(easter(Number(day.slice(0, 4))))).toBe(day);
});

// As announced at www.gov.uk/bank-holidays, citizensinformation.ie and opm.gov/policy-data-oversight.
test.each<[string, number, string]>([
  ['England and Wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['England and Wales', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ['England and Wales', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  ['Scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['Northern Ireland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
  ['Ireland', 2022, '03-17 03-18 04-18 05-02 06-06 08-01 10-31 12-26'],
  ['Ireland', 2024, '01-01 02-05 04-01 05-06 06-03 08-05 10-28 12-25 12-26'],
  [
    'the United States',
    2021,
    '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  ],
])('the holidays of %s in %i are those announced', (place, year, days) => {
  expect(tables.find((table) => table.place === place)?.years[year]).toBe(days);
});

test.each<Day>([
  '2011-04-29',
  '2012-06-04',
  '2012-06-05',
  '2020-05-08',
  '2022-06-02',
  '2022-06-03',
  '2022-09-19',
  '2023-05-08',
])('%s was a holiday of the whole United Kingdom', (day) => {
  for (const place of ['England', 'Wales', 'Scotland', 'Northern Ireland']) {
    expect(isWorking(place, day)).toBe(false);
  }
});

test.each<Day>(['2012-05-28', '2020-05-04', '2022-05-30'])(
  '%s was a working day, since its holiday was moved',
  (day) => {
    for (const place of ['England', 'Scotland', 'Northern Ireland']) {
      expect(isWorking(place, day)).toBe(true);
    }
  },
);

test("St Brigid's day is kept from 2023, on 1 February where that is a Friday", () => {
  expect(isWorking('Ireland', '2022-02-07')).toBe(true);
  expect(isWorking('Ireland', '2023-02-06')).toBe(false);
  expect(isWorking('Ireland', '2030-02-01')).toBe(weekdayOf(dayNumber('2030-02-01')) !== 5);
  expect(isWorking('Ireland', '2036-02-01')).toBe(false);
  expect(isWorking('Ireland', '2036-02-04')).toBe(true);
});

test('no Saturday or Sunday is a working day', () => {
  for (const place of workingPlaces) {
    const working = workingDaysOf(place) ?? expect.fail(place);
    for (let day = working.coversFrom; day <= working.coversTo; day += 1) {
      if (weekdayOf(day) > 5 && working.isWorking(day)) expect.fail(`${place} ${dayOf(day)}`);
    }
  }
});

test('a year has from 7 to 12 holidays on weekdays, in order and without repeats', () => {
  for (const { place, years } of tables) {
    for (const [year, text] of Object.entries(years)) {
      const days = text.split(' ');
      expect(days, `${place} ${year}`).toEqual([...new Set(days)].sort());
      expect(days.length, `${place} ${year}`).toBeGreaterThanOrEqual(7);
      expect(days.length, `${place} ${year}`).toBeLessThanOrEqual(12);
    }
  }
});

test('a place is found by its name, with "the" or without, and an unknown one is not', () => {
  expect(workingDaysOf('United States')).toBe(workingDaysOf('the United States'));
  expect(workingDaysOf('england')?.place).toBe('England');
  expect(workingDaysOf('Wales')?.place).toBe('Wales');
  expect(workingDaysOf('Narnia')).toBeUndefined();
});

test('a day outside the years of the table is not answered for', () => {
  const england = workingDaysOf('England');
  expect(england?.coversFrom).toBe(dayNumber('2010-01-01'));
  expect(england?.coversTo).toBe(dayNumber('2040-12-31'));
  expect(() => isWorking('England', '2041-01-02')).toThrow('within the table');
  expect(() => isWorking('England', '2009-12-31')).toThrow('within the table');
});
