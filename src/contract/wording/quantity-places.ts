import type { Currency } from '../../money/index.ts';
import { decimalSchema, printMoney } from './money-text.ts';
import { numberPlaces } from './number-places.ts';
import type { PlaceType, Read, Reading } from './place-type.ts';
import type { AmountValue, BoundValue, QuantityValue, ValueUnit } from './place-values.ts';
import { wordsAt } from './words-at.ts';

const { money, number } = numberPlaces;

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
      if (wordsAt(reading, at, size).toLowerCase() === text) yield { value, end: at + size };
    }
  },
  print: (value) => value,
  schema: { enum: unitWords.map(([, value]) => value) },
};

// One of them: "1 hour".
const single: readonly (readonly [string, ValueUnit])[] = [
  ['hour a week', 'hours a week'],
  ['hour', 'hours'],
  ['unit', 'units'],
];

/** "16 hours a week", "£100 a week", "45 hours", "£3,350", "10 units". */
function* quantities(reading: Reading, at: number): Generator<Read<[string, ValueUnit]>> {
  for (const { value, end } of money.read(reading, at)) {
    const isWeekly = wordsAt(reading, end, 2).toLowerCase() === 'a week';
    if (isWeekly) yield { value: [value, 'money a week'], end: end + 2 };
    yield { value: [value, 'money'], end };
  }
  for (const { value, end } of number.read(reading, at)) {
    for (const { value: of, end: last } of unit.read(reading, end)) {
      if (!of.startsWith('money')) yield { value: [value, of], end: last };
    }
    if (value !== '1') continue;
    for (const [words, of] of single) {
      const last = end + words.split(' ').length;
      if (wordsAt(reading, end, last - end).toLowerCase() === words) {
        yield { value: [value, of], end: last };
      }
    }
  }
}

function printQuantity(value: string, of: ValueUnit, currency: Currency): string {
  if (of === 'money') return printMoney(value, currency);
  if (of === 'money a week') return `${printMoney(value, currency)} a week`;
  const one = value === '1' ? single.find(([, unit]) => unit === of)?.[0] : undefined;
  return `${value} ${one ?? of}`;
}

const bound: PlaceType<BoundValue> = {
  expects: 'at least or more than a value, and perhaps under another',
  example: 'at least 16 hours a week',
  *read(reading, at) {
    const lead = wordsAt(reading, at, 2).toLowerCase();
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
    if (wordsAt(reading, low.end, 2).toLowerCase() !== 'and under') continue;
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

/** The places that hold what the value of a fact is a number of. */
export const quantityPlaces = { unit, bound, amount, quantity };
