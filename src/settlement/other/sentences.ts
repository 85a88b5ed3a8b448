import { civilOf, type DayNumber, monthNames, type Span } from '../../calendar/index.ts';
import { dayWords } from '../why/words.ts';

/** "1 April 2027 to 30 June 2027"; "1 April 2027" where that is all. */
export function spanWords({ first, last }: Span): string {
  if (first === last) return dayWords(first);
  return `${dayWords(first)} to ${dayWords(last)}`;
}

/** "April 2027", the month in which a day lies. */
export function monthWords(day: DayNumber): string {
  const { year, month } = civilOf(day);
  return `${monthNames[month - 1] ?? month} ${year}`;
}
