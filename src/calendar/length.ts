import { assert } from '../problem/index.ts';
import type { DayNumber } from './civil.ts';
import { civilOf, daysFromCivil, monthLength } from './civil.ts';
import { findNthWorkingDay, type WorkingDays } from './working-days.ts';

export type LengthUnit = 'day' | 'week' | 'month' | 'year' | 'working day';

/** A length of time as a page states it: 13 weeks, 6 months, 5 working days. */
export type Length = Readonly<{ count: number; unit: LengthUnit }>;

const numberWords: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A whole number without leading noughts, or a word up to twelve; then the unit, one or many. */
const lengthText = /^([1-9]\d{0,4}|[a-z]+) (day|week|month|year|working day)(s?)$/i;

/** Reads "13 weeks", "1 month", "six months", "5 working days". Undefined for a length of none. */
export function parseLength(text: string): Length | undefined {
  const [, amount = '', unit = ''] = lengthText.exec(text) ?? [];
  const inWords = numberWords.indexOf(amount.toLowerCase()) + 1;
  const count = inWords > 0 ? inWords : Number(amount);
  if (!(count >= 1)) return undefined;
  return { count, unit: unit.toLowerCase() as LengthUnit };
}

/** Writes "13 weeks", "1 month". */
export function formatLength({ count, unit }: Length): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * The last day of a length that begins on the first day; that day counts.
 *
 * A week is 7 days. N months end on the day before the same date N months later, or on the last
 * day of that month if it is too short; always reckoned from the first day, so that two lengths
 * of a month are not always one of two months. The n-th working day is the n-th on or after the
 * first day, and must lie within the table of working days: where that is not known to be so, ask
 * `findLastDayOf`.
 */
export function lastDayOf(first: DayNumber, length: Length, working?: WorkingDays): DayNumber {
  const last = findLastDayOf(first, length, working);
  assert(last !== undefined, 'the working days asked for lie within the table of working days');
  return last;
}

/** The same, or undefined where the table of working days does not reach so far. */
export function findLastDayOf(
  first: DayNumber,
  length: Length,
  working?: WorkingDays,
): DayNumber | undefined {
  assert(length.count >= 1, 'a length is at least one of its unit');
  switch (length.unit) {
    case 'day':
      return first + length.count - 1;
    case 'week':
      return first + 7 * length.count - 1;
    case 'month':
      return lastDayOfMonths(first, length.count);
    case 'year':
      return lastDayOfMonths(first, 12 * length.count);
    case 'working day':
      assert(working, 'whoever counts working days says of which place');
      return findNthWorkingDay(first, length.count, working);
  }
}

/** The same date so many months later or earlier, or the last day of that month if too short. */
export function addMonths(first: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilOf(first);
  const target = monthAfter(year, month, months);
  return target.first + Math.min(day, target.length) - 1;
}

function lastDayOfMonths(first: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilOf(first);
  const target = monthAfter(year, month, months);
  return target.first + Math.min(day - 1, target.length) - 1;
}

type Month = Readonly<{ first: DayNumber; length: number }>;

function monthAfter(year: number, month: number, months: number): Month {
  const target = year * 12 + month - 1 + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  return {
    first: daysFromCivil(targetYear, targetMonth, 1),
    length: monthLength(targetYear, targetMonth),
  };
}
