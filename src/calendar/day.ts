import { assert } from '../problem/index.ts';
import { civilOf, type DayNumber, daysFromCivil, monthLength } from './civil.ts';

/** A calendar day with no time and no zone, written as 2026-03-29. */
export type Day = `${number}-${number}-${number}`;

const yearMin = 1900;
const yearMax = 2199;

/** The first and the last day that people and files may write. */
export const earliestDay: DayNumber = daysFromCivil(yearMin, 1, 1);
export const latestDay: DayNumber = daysFromCivil(yearMax, 12, 31);

/** The number of a day known to be one; what people wrote goes through `parseDay` first. */
export function dayNumber(day: Day): DayNumber {
  const n = parseDay(day);
  assert(n !== undefined, 'a day is written as 2026-03-29 and is a real date');
  return n;
}

/** The day of a number, written as 2026-03-29. */
export function dayOf(n: DayNumber): Day {
  assert(Number.isInteger(n), 'a day number is a whole number');
  const { year, month, day } = civilOf(n);
  assert(year >= 0 && year <= 9999, 'a day lies in a year of four digits');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as Day;
}

/** Reads 2026-03-29. Undefined unless it is a real date of the years 1900 to 2199, so written. */
export function parseDay(text: string): DayNumber | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return findDay(year, month, day);
}

/** The day of this date, or undefined where there is no such date of the years 1900 to 2199. */
export function findDay(year: number, month: number, day: number): DayNumber | undefined {
  if (!(year >= yearMin && year <= yearMax && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= monthLength(year, month))) return undefined;
  return daysFromCivil(year, month, day);
}

/** The whole number these characters write, or NaN: a loop, as files hold millions of days. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
