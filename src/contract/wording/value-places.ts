import {
  type Day,
  dayNumber,
  dayOf,
  formatDate,
  formatLength,
  type Length,
  parseDateText,
  parseDay,
  parseLength,
  workingPlaces,
} from '../../calendar/index.ts';
import {
  type Currency,
  compareFractions,
  type Fraction,
  findCurrency,
  formatDecimal,
  formatPercent,
  fraction,
  multiply,
  one,
  parseDecimal,
  parseMoneyText,
  parsePercent,
  zero,
} from '../../money/index.ts';
import { nearest } from '../../problem/index.ts';
import { textOf, wordsOf } from '../page/tokens.ts';
import { oneToken, type PlaceType, type Read, type Reading } from './place-type.ts';
import type {
  AmountValue,
  BoundValue,
  QuantityValue,
  Scope,
  Times,
  ValueUnit,
  YearsValue,
} from './place-values.ts';

/** A decimal as the contract's JSON has it: exact, plain, no grouping. */
export const decimalSchema = { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' };

/** Words of `count` tokens from a place, for values of several words. */
function words(reading: Reading, at: number, count: number): string {
  return textOf(reading.text, reading.tokens.slice(at, at + count));
}

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

const money: PlaceType<string> = {
  expects: 'an amount of money',
  example: '£220',
  *read(reading, at) {
    const { currency } = reading.names;
    for (const count of [2, 1]) {
      const text = words(reading, at, count);
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
    const share = /^\d+\/[1-9]\d*$/.test(text) ? parseDecimalOrRatio(text) : parsePercent(text);
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
export function parseDecimalOrRatio(text: string): Fraction {
  const [numerator, denominator] = text.split('/');
  if (denominator !== undefined) return fraction(BigInt(numerator ?? '0'), BigInt(denominator));
  return parsePercent(text) ?? zero;
}

const length: PlaceType<Length> = {
  expects: 'a length of time',
  example: '13 weeks',
  *read(reading, at) {
    for (const size of [3, 2]) {
      const value = parseLength(words(reading, at, size));
      if (value) yield { value, end: at + size };
    }
  },
  print: (value) => formatLength(value),
  schema: {
    type: 'object',
    properties: {
      count: { type: 'integer', minimum: 1 },
      unit: { enum: ['day', 'week', 'month', 'year', 'working day'] },
    },
    required: ['count', 'unit'],
    additionalProperties: false,
  },
  complain: (text) => ({
    code: 'length.not_a_length',
    message: `"${text}" is not a length of time.`,
    help: 'Write a whole number and days, weeks, months, years or working days, as in 13 weeks.',
  }),
};

const times: PlaceType<Times> = {
  expects: 'once, up to a number of times, or any number of times',
  example: 'once',
  *read(reading, at) {
    const [first, second, third, fourth] = reading.tokens.slice(at, at + 4);
    if (first?.lower === 'once') yield { value: 1, end: at + 1 };
    if (words(reading, at, 4).toLowerCase() === 'any number of times') {
      yield { value: 'any', end: at + 4 };
    }
    if (first?.lower !== 'up' || second?.lower !== 'to' || fourth?.lower !== 'times') return;
    if (/^[1-9]\d{0,3}$/.test(third?.text ?? '')) yield { value: Number(third?.text), end: at + 4 };
  },
  print: (value) =>
    value === 'any' ? 'any number of times' : value === 1 ? 'once' : `up to ${value} times`,
  schema: { oneOf: [{ type: 'integer', minimum: 1, maximum: 9999 }, { const: 'any' }] },
};

const scope: PlaceType<Scope> = {
  expects: 'the unit of the page, attachment or referral',
  example: 'person',
  *read(reading, at) {
    const word = reading.tokens[at]?.lower;
    if (word === 'attachment' || word === 'referral') yield { value: word, end: at + 1 };
    const unitWords = wordsOf(reading.names.unit);
    const isUnit = unitWords.every((each, index) => reading.tokens[at + index]?.lower === each);
    if (isUnit) yield { value: 'participant', end: at + unitWords.length };
  },
  print: (value, { unit }) => (value === 'participant' ? unit : value),
  schema: { enum: ['participant', 'attachment', 'referral'] },
  complain: (text, { names: { unit } }) => ({
    code: 'outcome.counted_in_unknown_unit',
    message:
      `An outcome is counted per ${unit}, per attachment or per ` + `referral, not per "${text}".`,
    help: `Write "per ${unit}", or declare another unit: "Each participant is a family."`,
  }),
};

const date: PlaceType<Day> = {
  expects: 'a date',
  example: '1 April 2027',
  *read(reading, at) {
    const isoDay = parseDay(reading.tokens[at]?.text ?? '');
    if (isoDay !== undefined) yield { value: dayOf(isoDay), end: at + 1 };
    const written = parseDateText(words(reading, at, 3));
    if (written !== undefined) yield { value: dayOf(written), end: at + 3 };
  },
  print: (value) => formatDate(dayNumber(value)),
  schema: { type: 'string', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  complain: (text) => ({
    code: 'date.not_a_day',
    message: `"${text}" is not a day of the calendar.`,
    help: 'Write a day that exists between 1900 and 2199, as in 1 April 2027 or 2027-04-01.',
  }),
};

const dayOfTheYear: PlaceType<string> = {
  expects: 'a day of the year',
  example: '1 April',
  *read(reading, at) {
    const text = words(reading, at, 2);
    const day = parseDateText(`${text} 2027`);
    if (day !== undefined) yield { value: dayOf(day).slice(5), end: at + 2 };
  },
  print: (value) => formatDate(dayNumber(`2027-${value}` as Day)).replace(/ 2027$/, ''),
  schema: { type: 'string', pattern: '^[0-9]{2}-[0-9]{2}$' },
};

const years: PlaceType<YearsValue> = {
  expects: 'years of the contract',
  example: 'years 2 to 3',
  *read(reading, at) {
    const text = words(reading, at, 4).toLowerCase();
    const range = /^years ([1-9]\d?) to ([1-9]\d?)$/.exec(text);
    if (range && Number(range[1]) < Number(range[2])) {
      yield { value: { first: Number(range[1]), last: Number(range[2]) }, end: at + 4 };
    }
    const from = /^from year ([1-9]\d?)$/.exec(words(reading, at, 3).toLowerCase());
    if (from) yield { value: { first: Number(from[1]) }, end: at + 3 };
    const single = /^year ([1-9]\d?)$/.exec(words(reading, at, 2).toLowerCase());
    if (single) yield { value: { first: Number(single[1]), last: Number(single[1]) }, end: at + 2 };
  },
  print({ first, last }) {
    if (last === undefined) return `from year ${first}`;
    return first === last ? `year ${first}` : `years ${first} to ${last}`;
  },
  schema: {
    type: 'object',
    properties: { first: { type: 'integer', minimum: 1 }, last: { type: 'integer', minimum: 1 } },
    required: ['first'],
    additionalProperties: false,
  },
  complain: (text) => ({
    code: 'years.not_years_of_the_contract',
    message: `"${text}" does not name years of the contract.`,
    help: 'Write year 2, years 2 to 3, or from year 4; in a sentence, "in year 2".',
  }),
};

/** Years as a sentence has them: "in year 2", "in years 2 to 3", "from year 4". */
const inYears: PlaceType<YearsValue> = {
  ...years,
  example: 'in year 2',
  *read(reading, at) {
    const isIn = reading.tokens[at]?.lower === 'in';
    for (const read of years.read(reading, isIn ? at + 1 : at)) {
      if (isIn === (read.value.last !== undefined)) yield read;
    }
  },
  print(value, printing) {
    const text = years.print(value, printing);
    return value.last === undefined ? text : `in ${text}`;
  },
};

const unitWords: readonly (readonly [string, ValueUnit])[] = [
  ['hours a week', 'hours a week'],
  ['money a week', 'money a week'],
  ['hours', 'hours'],
  ['money', 'money'],
  ['units', 'units'],
];

const unit: PlaceType<ValueUnit> = {
  expects: 'hours, hours a week, money, money a week or units',
  example: 'hours a week',
  *read(reading, at) {
    for (const [text, value] of unitWords) {
      const size = text.split(' ').length;
      if (words(reading, at, size).toLowerCase() === text) yield { value, end: at + size };
    }
  },
  print: (value) => value,
  schema: { enum: unitWords.map(([, value]) => value) },
};

/** "16 hours a week", "£100 a week", "45 hours", "£3,350", "10 units". */
function* quantities(reading: Reading, at: number): Generator<Read<[string, ValueUnit]>> {
  for (const { value, end } of money.read(reading, at)) {
    const isWeekly = words(reading, end, 2).toLowerCase() === 'a week';
    if (isWeekly) yield { value: [value, 'money a week'], end: end + 2 };
    yield { value: [value, 'money'], end };
  }
  for (const { value, end } of number.read(reading, at)) {
    for (const { value: of, end: last } of unit.read(reading, end)) {
      if (!of.startsWith('money')) yield { value: [value, of], end: last };
    }
  }
}

function printQuantity(value: string, of: ValueUnit, currency: Currency): string {
  if (of === 'money') return printMoney(value, currency);
  if (of === 'money a week') return `${printMoney(value, currency)} a week`;
  return `${value} ${of}`;
}

const bound: PlaceType<BoundValue> = {
  expects: 'at least or more than a value, and perhaps under another',
  example: 'at least 16 hours a week',
  *read(reading, at) {
    const lead = words(reading, at, 2).toLowerCase();
    if (lead !== 'at least' && lead !== 'more than') return;
    const strictly = lead === 'more than';
    for (const { value, end } of quantities(reading, at + 2)) {
      const [least, of] = value;
      yield { value: { least, strictly, unit: of }, end };
    }
    yield* boundedAbove(reading, at + 2, strictly);
  },
  print: ({ least, strictly, under, unit: of }, { currency }) => {
    const start = strictly ? 'more than' : 'at least';
    if (under === undefined) return `${start} ${printQuantity(least, of, currency)}`;
    const low = of.startsWith('money') ? printMoney(least, currency) : least;
    return `${start} ${low} and under ${printQuantity(under, of, currency)}`;
  },
  schema: {
    type: 'object',
    properties: {
      least: decimalSchema,
      strictly: { type: 'boolean' },
      under: decimalSchema,
      unit: unit.schema,
    },
    required: ['least', 'strictly', 'unit'],
    additionalProperties: false,
  },
};

/** "8 and under 16 hours a week": one unit for both ends. */
function* boundedAbove(
  reading: Reading,
  at: number,
  strictly: boolean,
): Generator<Read<BoundValue>> {
  for (const low of [...money.read(reading, at), ...number.read(reading, at)]) {
    if (words(reading, low.end, 2).toLowerCase() !== 'and under') continue;
    for (const { value, end } of quantities(reading, low.end + 2)) {
      const [under, of] = value;
      yield { value: { least: low.value, strictly, under, unit: of }, end };
    }
  }
}

const amount: PlaceType<AmountValue> = {
  expects: 'a sum of money, hours or units',
  example: '£3,350',
  *read(reading, at) {
    for (const { value, end } of quantities(reading, at)) {
      const [sum, of] = value;
      if (of === 'money' || of === 'hours' || of === 'units')
        yield { value: { sum, unit: of }, end };
    }
  },
  print: ({ sum, unit: of }, { currency }) => printQuantity(sum, of, currency),
  schema: {
    type: 'object',
    properties: { sum: decimalSchema, unit: { enum: ['money', 'hours', 'units'] } },
    required: ['sum', 'unit'],
    additionalProperties: false,
  },
};

const quantity: PlaceType<QuantityValue> = {
  expects: 'a value with what it is a number of',
  example: '20 hours a week',
  *read(reading, at) {
    for (const { value, end } of quantities(reading, at)) {
      yield { value: { value: value[0], unit: value[1] }, end };
    }
  },
  print: ({ value, unit: of }, { currency }) => printQuantity(value, of, currency),
  schema: {
    type: 'object',
    properties: { value: decimalSchema, unit: unit.schema },
    required: ['value', 'unit'],
    additionalProperties: false,
  },
};

const currency: PlaceType<string> = {
  expects: 'a currency by its name or code',
  example: 'pounds sterling',
  *read(reading, at) {
    for (const size of [3, 2, 1]) {
      const found = findCurrency(words(reading, at, size));
      if (found) yield { value: found.code, end: at + size };
    }
  },
  print: (code) => findCurrency(code)?.name ?? code,
  schema: { type: 'string', pattern: '^[A-Z]{3}$' },
};

const workingDays: PlaceType<string> = {
  expects: `a place whose holidays are known: ${workingPlaces.join(', ')}`,
  example: 'England',
  *read(reading, at) {
    for (const size of [4, 3, 2, 1]) {
      const text = words(reading, at, size).toLowerCase();
      const place = workingPlaces.find((name) => name.toLowerCase() === text);
      if (place !== undefined) yield { value: place, end: at + size };
    }
  },
  print: (place) => place,
  schema: { enum: workingPlaces },
  complain: (text) => ({
    code: 'calendar.place_without_holidays',
    message: `The holidays of "${text}" are not known; those of ${workingPlaces.join(', ')} are.`,
    help: `Name one of them${suggestion(text)}.`,
  }),
};

function suggestion(text: string): string {
  const like = nearest(text, workingPlaces);
  return like === undefined ? '' : `, perhaps ${like}`;
}

/** The places that hold numbers, money, days and lengths. */
export const valuePlaces = {
  money,
  number,
  count,
  percent,
  factor,
  length,
  times,
  scope,
  date,
  'day of the year': dayOfTheYear,
  years,
  'in years': inYears,
  unit,
  bound,
  amount,
  quantity,
  currency,
  'working days': workingDays,
};
