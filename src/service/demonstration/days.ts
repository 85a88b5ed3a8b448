import { addMonths, type Day, dayNumber, dayOf, formatDate } from '../../calendar/index.ts';

/** So many days after a day, or before it. */
export function daysAfter(day: string, days: number): string {
  return dayOf(dayNumber(day as Day) + days);
}

/** The first day of the month that lies so many months after a day's. */
export function monthAfter(day: string, months: number): string {
  return dayOf(addMonths(dayNumber(`${day.slice(0, 8)}01` as Day), months));
}

/** As a page writes a day: "1 April 2027". */
export function dayInWords(day: string): string {
  return formatDate(dayNumber(day as Day));
}
