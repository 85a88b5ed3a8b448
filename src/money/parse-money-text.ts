import type { Currency } from './currency.ts';
import { parseFraction, tenToThe } from './decimal.ts';
import { getCurrency } from './find-currency.ts';
import { type Fraction, fraction, multiply } from './fraction.ts';

/** Digits grouped in threes, or the Indian way, or not; then perhaps places, or a divisor. */
const inThrees = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:[./]\d+)?$/;
const inLakhs = /^(?:\d{1,2}(?:,\d{2})*,\d{3}|\d+)(?:[./]\d+)?$/;

/**
 * Reads an amount that people wrote, "£1,234.50", as an exact number of smallest units; it may
 * have more places than the currency, as a price may. The currency's symbol, one of its other
 * signs or its code must stand before or after the digits; commas must group the digits rightly;
 * a minus stands first. Undefined for anything else, and for another currency's amount.
 */
export function parseMoneyText(text: string, currency: string): Fraction | undefined {
  const known = getCurrency(currency);
  const isNegative = text.startsWith('-');
  const digits = findDigits(isNegative ? text.slice(1) : text, known);
  const size = digits === undefined ? undefined : parseFraction(digits.replaceAll(',', ''));
  if (size === undefined) return undefined;
  const unitsInOne = tenToThe(known.exponent);
  return multiply(size, fraction(isNegative ? -unitsInOne : unitsInOne));
}

/** The digits without the sign. One space, broken or not, may part the two. */
function findDigits(text: string, currency: Currency): string | undefined {
  return [currency.symbol, currency.code, ...currency.signs]
    .flatMap((sign) => [
      text.startsWith(sign) ? text.slice(sign.length).replace(/^[ \u00a0]/, '') : '',
      text.endsWith(sign) ? text.slice(0, -sign.length).replace(/[ \u00a0]$/, '') : '',
    ])
    .find((digits) => isAmount(digits, currency));
}

function isAmount(digits: string, { grouping }: Currency): boolean {
  if (inThrees.test(digits)) return true;
  return grouping === 'lakhs' && inLakhs.test(digits);
}
