// The rules by which the tables of src/calendar/holidays are made. The engine reads the tables
// only, so that a rule mended here moves nothing until a table is written anew.
//
// Compared on 21 November 2026 with the Python package holidays 0.105: all 1,443 days are the
// same. It has one more for Ireland, 14 September 2011, the day of mourning kept in 2001.
import {
  type DayNumber,
  dayOf,
  daysFromCivil,
  monthLength,
  weekdayOf,
} from '../src/calendar/index.ts';

const [monday, thursday, friday, saturday, sunday] = [1, 4, 5, 6, 7];

export const yearFirst = 2010;
export const yearLast = 2040;

export type Rule = Readonly<{
  file: string;
  name: string;
  place: string;
  version: number;
  source: string;
  holidays: (year: number) => DayNumber[];
}>;

const proclamations =
  'Banking and Financial Dealings Act 1971, section 1 and schedule 1, and royal proclamations ' +
  'under it';

export const rules: readonly Rule[] = [
  {
    file: 'england-and-wales',
    name: 'englandAndWales',
    place: 'England and Wales',
    version: 1,
    source: `${proclamations}; www.gov.uk/bank-holidays`,
    holidays: (year) => [
      ...substituted([on(year, 1, 1)]),
      easter(year) - 2,
      easter(year) + 1,
      ...mayAndJune(year),
      lastWeekday(year, 8, monday),
      ...substituted([on(year, 12, 25), on(year, 12, 26)]),
      ...oneOff(year, ofTheUnitedKingdom),
    ],
  },
  {
    file: 'scotland',
    name: 'scotland',
    place: 'Scotland',
    version: 1,
    source:
      `${proclamations}; St Andrew's Day Bank Holiday (Scotland) Act 2007; ` +
      'www.gov.uk/bank-holidays',
    holidays: (year) => [
      ...substituted([on(year, 1, 1), on(year, 1, 2)]),
      easter(year) - 2,
      ...mayAndJune(year),
      firstWeekday(year, 8, monday),
      ...substituted([on(year, 11, 30)]),
      ...substituted([on(year, 12, 25), on(year, 12, 26)]),
      ...oneOff(year, ofTheUnitedKingdom),
      // Proclamation of 3 February 2026: Scotland at the World Cup.
      ...oneOff(year, ['2026-06-15']),
    ],
  },
  {
    file: 'northern-ireland',
    name: 'northernIreland',
    place: 'Northern Ireland',
    version: 1,
    source: `${proclamations}; www.gov.uk/bank-holidays`,
    holidays: (year) => [
      ...substituted([on(year, 1, 1)]),
      ...substituted([on(year, 3, 17)]),
      easter(year) - 2,
      easter(year) + 1,
      ...mayAndJune(year),
      ...substituted([on(year, 7, 12)]),
      lastWeekday(year, 8, monday),
      ...substituted([on(year, 12, 25), on(year, 12, 26)]),
      ...oneOff(year, ofTheUnitedKingdom),
    ],
  },
  {
    file: 'ireland',
    name: 'ireland',
    place: 'Ireland',
    version: 1,
    source:
      'Organisation of Working Time Act 1997, second schedule, as added to by regulations of ' +
      '2022 (the February holiday from 2023, and 18 March 2022); a public holiday at a weekend ' +
      'has no substitute day',
    holidays: (year) => [
      on(year, 1, 1),
      ...(year >= 2023 ? [februaryHoliday(year)] : []),
      on(year, 3, 17),
      easter(year) + 1,
      firstWeekday(year, 5, monday),
      firstWeekday(year, 6, monday),
      firstWeekday(year, 8, monday),
      lastWeekday(year, 10, monday),
      on(year, 12, 25),
      on(year, 12, 26),
      ...oneOff(year, ['2022-03-18']),
    ],
  },
  {
    file: 'united-states',
    name: 'unitedStates',
    place: 'the United States',
    version: 1,
    source:
      'Title 5 of the United States Code, section 6103, and Executive Order 11582 on days at a ' +
      'weekend; federal holidays of the whole country, so neither Inauguration Day nor days on ' +
      'which a president has excused federal employees',
    holidays: (year) => [
      observed(on(year, 1, 1)),
      nthWeekday({ year, month: 1, weekday: monday, nth: 3 }),
      nthWeekday({ year, month: 2, weekday: monday, nth: 3 }),
      lastWeekday(year, 5, monday),
      ...(year >= 2021 ? [observed(on(year, 6, 19))] : []),
      observed(on(year, 7, 4)),
      firstWeekday(year, 9, monday),
      nthWeekday({ year, month: 10, weekday: monday, nth: 2 }),
      observed(on(year, 11, 11)),
      nthWeekday({ year, month: 11, weekday: thursday, nth: 4 }),
      observed(on(year, 12, 25)),
      observed(on(year + 1, 1, 1)),
    ],
  },
];

/** For each year its holidays on weekdays, as month-day. */
export function yearsOf({ holidays }: Rule): Record<number, string> {
  const years: Record<number, string> = {};
  for (let year = yearFirst; year <= yearLast; year += 1) {
    const days = [...new Set(holidays(year))]
      .sort((a, b) => a - b)
      .filter((day) => weekdayOf(day) < saturday)
      .map(dayOf)
      .filter((day) => day.startsWith(`${year}`));
    years[year] = days.map((day) => day.slice(5)).join(' ');
  }
  return years;
}

/** Royal wedding, jubilees, state funeral, coronation: each by its own proclamation. */
const ofTheUnitedKingdom = ['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];

/** Early May, moved in 2020 for VE Day, and spring, moved for the jubilees of 2012 and 2022. */
function mayAndJune(year: number): DayNumber[] {
  const early = year === 2020 ? on(2020, 5, 8) : firstWeekday(year, 5, monday);
  const moved = { 2012: on(2012, 6, 4), 2022: on(2022, 6, 2) }[year];
  return [early, moved ?? lastWeekday(year, 5, monday)];
}

function oneOff(year: number, days: readonly string[]): DayNumber[] {
  return days
    .map((day) => day.split('-').map(Number))
    .filter(([yearOfDay]) => yearOfDay === year)
    .map(([, month = 0, day = 0]) => on(year, month, day));
}

/** 1 February where it is a Friday, otherwise the first Monday of February. */
function februaryHoliday(year: number): DayNumber {
  const first = on(year, 2, 1);
  return weekdayOf(first) === friday ? first : firstWeekday(year, 2, monday);
}

/** A day at a weekend moves to the next weekday that is not itself one of the days. */
function substituted(days: readonly DayNumber[]): DayNumber[] {
  const kept = days.filter((day) => weekdayOf(day) < saturday);
  for (const day of days.filter((each) => weekdayOf(each) >= saturday)) {
    let next = day + 1;
    while (weekdayOf(next) >= saturday || kept.includes(next)) next += 1;
    kept.push(next);
  }
  return kept;
}

/** A Saturday is observed on the Friday before it, a Sunday on the Monday after it. */
function observed(day: DayNumber): DayNumber {
  if (weekdayOf(day) === saturday) return day - 1;
  return weekdayOf(day) === sunday ? day + 1 : day;
}

/** Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876). */
export function easter(year: number): DayNumber {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const leap = 2 * (century % 4) + 2 * Math.floor((year % 100) / 4);
  const week = (32 + leap - moon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const day = moon + week - 7 * late + 114;
  return on(year, Math.floor(day / 31), (day % 31) + 1);
}

type Nth = Readonly<{ year: number; month: number; weekday: number; nth: number }>;

function nthWeekday({ year, month, weekday, nth }: Nth): DayNumber {
  const first = on(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

function firstWeekday(year: number, month: number, weekday: number): DayNumber {
  return nthWeekday({ year, month, weekday, nth: 1 });
}

function lastWeekday(year: number, month: number, weekday: number): DayNumber {
  const last = on(year, month, monthLength(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

function on(year: number, month: number, day: number): DayNumber {
  return daysFromCivil(year, month, day);
}
