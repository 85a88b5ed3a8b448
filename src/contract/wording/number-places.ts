import {
  compareFractions,
  type Fraction,
  findCurrency,
  formatDecimal,
  formatPercent,
  fraction,
  one,
  parseDecimal,
  parseMoneyText,
  parsePercent,
  zero,
} from '../../money/index.ts';
import { decimalSchema, majorDecimal, printMoney } from './money-text.ts';
import { oneToken, type PlaceType } from './place-type.ts';
import type { Times } from './place-values.ts';
import { wordsAt } from './words-at.ts';

const money: PlaceType<string> = {
  expects: 'an amount of money',
  example: '£220',
  *read(reading, at) {
    const { currency } = reading.names;
    for (const count of [2, 1]) {
      const text = wordsAt(reading, at, count);
      const minor = at + count <= reading.tokens.length && parseMoneyText(text, currency.code);
      if (minor) yield { value: majorDecimal(minor, currency), end: at + count };
    }
  },
  print: (value, { currency }) => printMoney(value, currency),
  schema: decimalSchema,
  complain(text, { names: { currency } }) {
    const isOther = /^[£$€]/.test(text) && !text.startsWith(currency.symbol);
    return {
      code: isOther ? 'money.other_currency' : 'money.not_an_amount',
      message: isOther
        ? `"${text}" is in another currency, and this page is in ${currency.name}.`
        : `"${text}" is not an amount of money in ${currency.name}.`,
      help: `Write it as ${printMoney('1234.50', currency)}.`,
    };
  },
};

const number = oneToken<string>(
  { expects: 'a number', example: '10', print: (value) => value, schema: decimalSchema },
  ({ text }) => {
    const value = parseDecimal(text.replace(/(?<=\d),(?=\d{3})/g, ''));
    return value && formatDecimal(value);
  },
);

const countMax = 1_000_000;

const count = oneToken<number>(
  {
    expects: 'a whole number',
    example: '5',
    print: (value) => String(value),
    schema: { type: 'integer', minimum: 1, maximum: countMax },
  },
  ({ text }) => {
    const plain = text.replace(/(?<=\d),(?=\d{3})/g, '');
    return /^[1-9]\d{0,6}$/.test(plain) && Number(plain) <= countMax ? Number(plain) : undefined;
  },
);

const percent = oneToken<string>(
  {
    expects: 'a percentage or a fraction',
    example: '6%',
    print: (value) => value,
    schema: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?%$|^[0-9]+/[0-9]+$' },
    complain: (text) => ({
      code: 'percent.not_a_share',
      message: `"${text}" is not a percentage or a fraction from nothing to the whole.`,
      help: 'Write it as 6% or as 1/6, and no more than 100%.',
    }),
  },
  ({ text }) => {
    const share = /^\d+\/[1-9]\d*$/.test(text) ? parseShare(text) : parsePercent(text);
    if (!share || compareFractions(share, zero) < 0 || compareFractions(share, one) > 0) {
      return undefined;
    }
    return text.includes('/') ? text : formatPercent(share);
  },
);

const factor = oneToken<string>(
  {
    expects: 'a percentage, which may be over 100%',
    example: '103.2%',
    print: (value) => value,
    schema: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?%$' },
  },
  ({ text }) => {
    const value = parsePercent(text);
    return value && compareFractions(value, zero) >= 0 ? formatPercent(value) : undefined;
  },
);

/** A share as the contract's JSON has it, "6%" or "1/6", as a number. */
export function parseShare(text: string): Fraction {
  const [numerator, denominator] = text.split('/');
  if (denominator !== undefined) return fraction(BigInt(numerator ?? '0'), BigInt(denominator));
  return parsePercent(text) ?? zero;
}

const times: PlaceType<Times> = {
  expects: 'once, up to a number of times, or any number of times',
  example: 'once',
  *read(reading, at) {
    const [first, second, third, fourth] = reading.tokens.slice(at, at + 4);
    if (first?.lower === 'once') yield { value: 1, end: at + 1 };
    if (wordsAt(reading, at, 4).toLowerCase() === 'any number of times') {
      yield { value: 'any', end: at + 4 };
    }
    if (first?.lower !== 'up' || second?.lower !== 'to' || fourth?.lower !== 'times') return;
    if (/^[1-9]\d{0,3}$/.test(third?.text ?? '')) yield { value: Number(third?.text), end: at + 4 };
  },
  print: (value) =>
    value === 'any' ? 'any number of times' : value === 1 ? 'once' : `up to ${value} times`,
  schema: { oneOf: [{ type: 'integer', minimum: 1, maximum: 9999 }, { const: 'any' }] },
};

const currency: PlaceType<string> = {
  expects: 'a currency by its name or code',
  example: 'pounds sterling',
  *read(reading, at) {
    for (const size of [3, 2, 1]) {
      const found = findCurrency(wordsAt(reading, at, size));
      if (found) yield { value: found.code, end: at + size };
    }
  },
  print: (code) => findCurrency(code)?.name ?? code,
  schema: { type: 'string', pattern: '^[A-Z]{3}$' },
};

/** The places that hold amounts, numbers and shares. */
export const numberPlaces = { money, number, count, percent, factor, times, currency };
