import { assert } from '../problem/index.ts';
import type { DayNumber } from './civil.ts';
import { civilOf, daysFromCivil, monthLength } from './civil.ts';
import type { YearlyDate } from './date-text.ts';
import { addMonths } from './length.ts';
import type { Span } from './span.ts';

/**
 * The contract year of a day: 1, 2, ... from each anniversary of the start, and 0 before it. Where
 * years run from a date such as 1 April, year 1 is the part from the start to the day before the
 * first such date. 29 February is 28 February in a year without it.
 */
export function yearOf(day: DayNumber, start: DayNumber, yearsRunFrom?: YearlyDate): number {
  if (day < start) return 0;
  let year = civilOf(day).year - civilOf(start).year + 2;
  while (firstDayOfYear(year, start, yearsRunFrom) > day) year -= 1;
  return year;
}

/** The first and the last day of a contract year, by the same reckoning. */
export function yearSpan(year: number, start: DayNumber, yearsRunFrom?: YearlyDate): Span {
  assert(year >= 1, 'the years of a contract are counted from 1');
  return {
    first: firstDayOfYear(year, start, yearsRunFrom),
    last: firstDayOfYear(year + 1, start, yearsRunFrom) - 1,
  };
}

/** The first and the last day of the calendar month in which the day lies. */
export function monthSpan(day: DayNumber): Span {
  const { year, month } = civilOf(day);
  const first = daysFromCivil(year, month, 1);
  return { first, last: first + monthLength(year, month) - 1 };
}

type Start = YearlyDate | undefined;

function firstDayOfYear(year: number, start: DayNumber, yearsRunFrom: Start): DayNumber {
  if (year === 1) return start;
  if (yearsRunFrom === undefined) return addMonths(start, 12 * (year - 1));
  const startYear = civilOf(start).year;
  const secondBegins = dateIn(startYear, yearsRunFrom) > start ? startYear : startYear + 1;
  return dateIn(secondBegins + year - 2, yearsRunFrom);
}

function dateIn(year: number, { month, day }: YearlyDate): DayNumber {
  return daysFromCivil(year, month, Math.min(day, monthLength(year, month)));
}
