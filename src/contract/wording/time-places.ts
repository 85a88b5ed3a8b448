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
import { nearest } from '../../problem/index.ts';
import { wordsOf } from '../page/tokens.ts';
import type { PlaceType } from './place-type.ts';
import type { Scope, YearsValue } from './place-values.ts';
import { wordsAt } from './words-at.ts';

/** A length as the contract's JSON has it. */
export const lengthSchema = {
  type: 'object',
  properties: {
    count: { type: 'integer', minimum: 1 },
    unit: { enum: ['day', 'week', 'month', 'year', 'working day'] },
  },
  required: ['count', 'unit'],
  additionalProperties: false,
};

const length: PlaceType<Length> = {
  expects: 'a length of time',
  example: '13 weeks',
  *read(reading, at) {
    for (const size of [3, 2]) {
      const value = parseLength(wordsAt(reading, at, size));
      if (value) yield { value, end: at + size };
    }
  },
  print: (value) => formatLength(value),
  schema: lengthSchema,
  complain: (text) => ({
    code: 'length.not_a_length',
    message: `"${text}" is not a length of time.`,
    help: 'Write a whole number and days, weeks, months, years or working days, as in 13 weeks.',
  }),
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
    const written = parseDateText(wordsAt(reading, at, 3));
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
    const text = wordsAt(reading, at, 2);
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
    const text = wordsAt(reading, at, 4).toLowerCase();
    const range = /^years ([1-9]\d?) to ([1-9]\d?)$/.exec(text);
    if (range && Number(range[1]) < Number(range[2])) {
      yield { value: { first: Number(range[1]), last: Number(range[2]) }, end: at + 4 };
    }
    const from = /^from year ([1-9]\d?)$/.exec(wordsAt(reading, at, 3).toLowerCase());
    if (from) yield { value: { first: Number(from[1]) }, end: at + 3 };
    const single = /^year ([1-9]\d?)$/.exec(wordsAt(reading, at, 2).toLowerCase());
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

const workingDays: PlaceType<string> = {
  expects: `a place whose holidays are known: ${workingPlaces.join(', ')}`,
  example: 'England',
  *read(reading, at) {
    for (const size of [4, 3, 2, 1]) {
      const text = wordsAt(reading, at, size).toLowerCase();
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

/** The places that hold lengths, days and years, and within what a thing is counted. */
export const timePlaces = {
  length,
  scope,
  date,
  'day of the year': dayOfTheYear,
  years,
  'in years': inYears,
  'working days': workingDays,
};
