import {
  type Fraction,
  formatDecimal,
  formatPercent,
  parseDecimal,
  parsePercent,
  zero,
} from '../../money/index.ts';
import { listed, namePlaces } from './name-places.ts';
import { numberPlaces } from './number-places.ts';
import type { PlaceType, Read, Reading } from './place-type.ts';
import type { BaseValue, CohortsValue, WeightValue } from './place-values.ts';
import { wordsAt } from './words-at.ts';

const overs = {
  'over the whole contract': 'contract',
  'in each year': 'year',
  'in each quarter': 'quarter',
  'in each month': 'month',
} as const;

const cohorts: PlaceType<CohortsValue> = {
  expects: 'in each year, quarter or month, over the whole contract, or in periods of the page',
  example: 'in each year',
  *read(reading, at) {
    for (const [words, over] of Object.entries(overs)) {
      const size = words.split(' ').length;
      if (wordsAt(reading, at, size).toLowerCase() === words) {
        yield { value: { over }, end: at + size };
      }
    }
    if (reading.tokens[at]?.lower !== 'in') return;
    for (const { value, end } of namePlaces.periods.read(reading, at + 1)) {
      yield { value: { periods: value }, end };
    }
  },
  print(value) {
    if ('periods' in value) return `in ${listed(value.periods, 'and')}`;
    return Object.entries(overs).find(([, over]) => over === value.over)?.[0] ?? '';
  },
  schema: {
    oneOf: [
      record({ over: { enum: Object.values(overs) } }),
      record({ periods: namePlaces.periods.schema }),
    ],
  },
  complain: (words) => ({
    code: 'measure.cohorts_not_understood',
    message: `"${words}" does not say which cohorts are meant.`,
    help:
      'Write in each year, in each quarter, in each month, over the whole contract, or "in" and ' +
      'periods of the dated table of Clock and endings.',
  }),
};

function record(properties: Record<string, object>): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** "10%", "1.55", "-3%": what a measure may be, as the contract's JSON has it. */
const level: PlaceType<string> = {
  expects: 'a number or a percentage',
  example: '7.5%',
  *read(reading, at) {
    const isBelowZero = /^[-\u2212]$/.test(reading.tokens[at]?.text ?? '');
    const size = isBelowZero ? 2 : 1;
    if (at + size > reading.tokens.length) return;
    const text = wordsAt(reading, at, size).replace('\u2212', '-');
    const plain = text.replace(/(?<=\d),(?=\d{3})/g, '');
    if (!/^-?\d+(\.\d+)?%?$/.test(plain)) return;
    const value = parseLevel(plain);
    const shown = plain.endsWith('%') ? formatPercent(value) : formatDecimal(value);
    yield { value: shown, end: at + size };
  },
  print: (value) => value,
  schema: { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]+)?%?$' },
  complain: (text) => ({
    code: 'measure.not_a_level',
    message: `"${text}" is neither a number nor a percentage.`,
    help: 'Write it as 1.55 or as 7.5%.',
  }),
};

/** A level as the contract's JSON has it, as an exact number: 0.075 for "7.5%". */
export function parseLevel(text: string): Fraction {
  return (text.endsWith('%') ? parsePercent(text) : parseDecimal(text)) ?? zero;
}

const base: PlaceType<BaseValue> = {
  expects: 'a number or a percentage, or "that of" a period of the page',
  example: 'that of summer term 2028',
  *read(reading, at) {
    for (const { value, end } of level.read(reading, at)) yield { value: { level: value }, end };
    if (wordsAt(reading, at, 2).toLowerCase() !== 'that of') return;
    for (const { value, end } of namePlaces.period.read(reading, at + 2)) {
      yield { value: { period: value }, end };
    }
  },
  print: (value) => ('level' in value ? value.level : `that of ${value.period}`),
  schema: {
    oneOf: [record({ level: level.schema }), record({ period: namePlaces.period.schema })],
  },
  complain: (text) => ({
    code: 'measure.not_a_base',
    message: `"${text}" is nothing with which a measure can be compared.`,
    help:
      'Write a number, a percentage, or "that of" a period of the dated table of Clock and ' +
      'endings.',
  }),
};

const weights: PlaceType<readonly WeightValue[]> = {
  expects: 'shares of measures, which add up to 100%',
  example: '80% of Fewer jail days and 20% of Fewer returns',
  *read(reading, at) {
    const found: WeightValue[] = [];
    const reads: Read<readonly WeightValue[]>[] = [];
    for (let start = at; ; ) {
      const next = weightAt(reading, start);
      if (!next) break;
      found.push(next.value);
      if (found.length > 1) reads.unshift({ value: [...found], end: next.end });
      const joiner = reading.tokens[next.end]?.lower;
      if (joiner !== ',' && joiner !== 'and') break;
      start = next.end + 1;
    }
    yield* reads;
  },
  print: (parts) =>
    listed(
      parts.map((part) => `${part.share} of ${part.measure}`),
      'and',
    ),
  schema: {
    type: 'array',
    items: record({ share: numberPlaces.percent.schema, measure: namePlaces.measure.schema }),
    minItems: 2,
  },
};

/** "80% of Fewer jail days": the longest name that fits. */
function weightAt(reading: Reading, at: number): Read<WeightValue> | undefined {
  const [share] = [...numberPlaces.percent.read(reading, at)];
  if (!share || reading.tokens[share.end]?.lower !== 'of') return undefined;
  const [measure] = [...namePlaces.measure.read(reading, share.end + 1)];
  if (!measure) return undefined;
  return { value: { share: share.value, measure: measure.value }, end: measure.end };
}

/** The places of measures. */
export const measurePlaces = { cohorts, level, base, weights };
