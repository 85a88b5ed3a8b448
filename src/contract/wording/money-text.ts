import {
  type Currency,
  type Fraction,
  formatDecimal,
  fraction,
  multiply,
} from '../../money/index.ts';

/** A decimal as the contract's JSON has it: exact, plain, no grouping. */
export const decimalSchema = { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' };

/** Minor units as a decimal of whole units, with the currency's places at least. */
export function majorDecimal(minor: Fraction, currency: Currency): string {
  const text = formatDecimal(multiply(minor, fraction(1n, 10n ** BigInt(currency.exponent))));
  const [whole = '', places = ''] = text.split('.');
  return currency.exponent === 0 && places === ''
    ? whole
    : `${whole}.${places.padEnd(currency.exponent, '0')}`;
}

/** "£1,234.50" from "1234.50"; whole amounts without places. */
export function printMoney(decimal: string, currency: Currency): string {
  const [whole = '', places = ''] = decimal.replace(/^-/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = /^0*$/.test(places) ? grouped : `${grouped}.${places}`;
  const space = /[A-Za-z]$/.test(currency.symbol) ? ' ' : '';
  return `${decimal.startsWith('-') ? '-' : ''}${currency.symbol}${space}${shown}`;
}
