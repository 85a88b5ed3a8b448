import type { Currency } from './currency.ts';
import { formatDecimal, formatPlaces, tenToThe } from './decimal.ts';
import { getCurrency } from './find-currency.ts';
import { divide, type Fraction, fraction } from './fraction.ts';
import type { Money } from './money.ts';

/** For people: "£1,234.50", "-£5", and "£220" where there are no pence. */
export function formatMoney({ units, currency: code }: Money): string {
  const currency = getCurrency(code);
  const isWhole = units % tenToThe(currency.exponent) === 0n;
  const major = formatPlaces(units, currency.exponent);
  return withSymbol(isWhole ? (major.split('.')[0] ?? major) : major, currency);
}

/**
 * For people, a price or another exact amount in smallest units, which may have more places than
 * the currency: "£0.1275", and "£12,350,000/119" where they never end. All of the currency's places
 * are shown if there are any.
 */
export function formatAmount(units: Fraction, code: string): string {
  if (units.denominator === 1n) return formatMoney({ units: units.numerator, currency: code });
  const currency = getCurrency(code);
  const major = divide(units, fraction(tenToThe(currency.exponent)));
  return withSymbol(formatDecimal(major), currency);
}

/** For programs: "1871540.00", always the currency's places, no grouping, no symbol. */
export function formatMajor(units: bigint, currency: string): string {
  return formatPlaces(units, getCurrency(currency).exponent);
}

function withSymbol(major: string, currency: Currency): string {
  const sign = major.startsWith('-') ? '-' : '';
  const [whole = '', rest = ''] = major.slice(sign.length).split(/(?=[./])/);
  const space = currency.symbol === currency.code ? ' ' : '';
  return `${sign}${currency.symbol}${space}${grouped(whole, currency)}${rest}`;
}

function grouped(digits: string, { grouping }: Currency): string {
  const endOfGroup = grouping === 'lakhs' ? /\B(?=(?:\d{2})*\d{3}$)/g : /\B(?=(?:\d{3})+$)/g;
  return /^\d+$/.test(digits) ? digits.replace(endOfGroup, ',') : digits;
}
