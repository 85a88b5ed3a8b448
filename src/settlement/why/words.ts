import { type DayNumber, formatDate } from '../../calendar/index.ts';
import {
  type Fraction,
  formatAmount,
  formatDecimal,
  formatMoney,
  formatPercent,
  round,
  usualRounding,
} from '../../money/index.ts';
import { isDay } from '../plan/open-days.ts';

/** "1 April 2027"; "the end of time" is never written, an open end is. */
export function dayWords(day: DayNumber): string {
  return isDay(day) ? formatDate(day) : 'an open end';
}

/** "1 day", "41 days". */
export function daysWords(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** "£220", and where the sum never ends nearly so as well: "£1,000/3, about £333.33". */
export function moneyWords(units: Fraction | bigint, currency: string): string {
  const exact = typeof units === 'bigint' ? { numerator: units, denominator: 1n } : units;
  const words = formatAmount(exact, currency);
  if (!words.includes('/')) return words;
  return `${words}, about ${formatMoney({ units: round(exact, usualRounding), currency })}`;
}

/** A share as people read it: 75%, or 5/6 where the percentage would not end. */
export function shareWords(share: Fraction): string {
  const decimal = formatDecimal(share);
  return decimal.includes('/') ? decimal : formatPercent(share);
}

/** Names of a page as they are quoted: "in jail" or "in custody". */
export function quotedWords(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return listWords(
    names.map((name) => `"${name}"`),
    joint,
  );
}

/** "A", "A and B", "A, B and C". */
export function listWords(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** "for the 2nd time"; nothing for the first. */
export function timesWords(number: number | string): string {
  if (typeof number === 'string') return `for ${number}`;
  return number === 1 ? '' : `for the ${ordinalWords(number)} time`;
}

/** "1st", "12th", "43rd". */
export function ordinalWords(number: number): string {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
