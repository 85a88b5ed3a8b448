import type { DayNumber } from './civil.ts';
import { civilOf } from './civil.ts';
import { findDay } from './day.ts';

/** A date that comes every year, such as 1 April. */
export type YearlyDate = Readonly<{ month: number; day: number }>;

export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Reads "1 April 2027": the month's whole name, capitals or not, and single spaces. */
export function parseDateText(text: string): DayNumber | undefined {
  const [, day, name, year] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text) ?? [];
  if (day === undefined || name === undefined) return undefined;
  return findDay(Number(year), monthNumber(name), Number(day));
}

/** Writes a day as "1 April 2027". */
export function formatDate(n: DayNumber): string {
  const { year, month, day } = civilOf(n);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** Reads "1 April" or "29 February". */
export function parseYearlyDate(text: string): YearlyDate | undefined {
  const [, day, name] = /^(\d{1,2}) ([A-Za-z]+)$/.exec(text) ?? [];
  if (day === undefined || name === undefined) return undefined;
  const date = { month: monthNumber(name), day: Number(day) };
  return findDay(2000, date.month, date.day) === undefined ? undefined : date;
}

/** Writes a date of every year as "1 April". */
export function formatYearlyDate({ month, day }: YearlyDate): string {
  return `${day} ${monthNames[month - 1]}`;
}

/** 1 to 12, or 0 where there is no such month. */
function monthNumber(name: string): number {
  return monthNames.findIndex((each) => each.toLowerCase() === name.toLowerCase()) + 1;
}
