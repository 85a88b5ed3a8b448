import { assert } from '../problem/index.ts';
import { currencies } from './currencies.ts';
import type { Currency } from './currency.ts';

/** The currency of this code or this name, capitals or not. */
export function findCurrency(codeOrName: string): Currency | undefined {
  return byCodeOrName.get(codeOrName.trim().toLowerCase());
}

/** The currency of this code; a fault where there is none, since pages are checked for it. */
export function getCurrency(code: string): Currency {
  const currency = byCode.get(code);
  assert(currency, 'the code of a currency is one of those known');
  return currency;
}

const byCode = new Map(currencies.map((currency) => [currency.code, currency]));

const byCodeOrName = new Map(
  currencies.flatMap((currency) => [
    [currency.code.toLowerCase(), currency],
    [currency.name.toLowerCase(), currency],
  ]),
);
