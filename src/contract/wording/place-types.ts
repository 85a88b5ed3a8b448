import { assert } from '../../problem/index.ts';
import { measurePlaces } from './measure-places.ts';
import { namePlaces } from './name-places.ts';
import { namesAt } from './names.ts';
import { noticePlaces } from './notice-place.ts';
import { numberPlaces } from './number-places.ts';
import type { PlaceType } from './place-type.ts';
import type { ByGroup } from './place-values.ts';
import { quantityPlaces } from './quantity-places.ts';
import { rulePlaces } from './rule-place.ts';
import { textPlaces } from './text-places.ts';
import { timePlaces } from './time-places.ts';

/**
 * A value, or in its stead the name, in italics, of a row of the rate card that holds it by group.
 */
function byGroup<T>(plain: PlaceType<T>, startsWith = ''): PlaceType<T | ByGroup> {
  const isRow = (value: T | ByGroup): value is ByGroup =>
    typeof value === 'object' && value !== null && 'row' in value;
  const lead = startsWith.trim().split(' ').filter(Boolean);
  return {
    ...plain,
    expects: `${plain.expects}, or the name in italics of a row of the rate card`,
    *read(reading, at) {
      yield* plain.read(reading, at);
      const start = at + lead.length;
      if (lead.some((word, index) => reading.tokens[at + index]?.lower !== word)) return;
      if (reading.tokens[start]?.text !== '*') return;
      for (const { name, end } of namesAt(reading.names.rows, reading.tokens, start + 1)) {
        const close = reading.tokens[end]?.text === '*';
        const isTimes = lead.length > 0;
        if (!close || (isTimes && reading.tokens[end + 1]?.lower !== 'times')) continue;
        yield { value: { row: name }, end: end + (isTimes ? 2 : 1) };
      }
    },
    print(value, printing) {
      if (!isRow(value)) return plain.print(value, printing);
      return lead.length > 0 ? `up to *${value.row}* times` : `*${value.row}*`;
    },
    schema: { anyOf: [plain.schema, rowSchema] },
  };
}

const rowSchema = {
  type: 'object',
  properties: { row: { type: 'string', minLength: 1 } },
  required: ['row'],
  additionalProperties: false,
};

const types: Readonly<Record<string, PlaceType<never>>> = {
  ...namePlaces,
  ...measurePlaces,
  ...numberPlaces,
  ...timePlaces,
  ...quantityPlaces,
  ...textPlaces,
  ...noticePlaces,
  ...rulePlaces,
  'money by group': byGroup(numberPlaces.money),
  'number by group': byGroup(numberPlaces.number),
  'length by group': byGroup(timePlaces.length),
  'amount by group': byGroup(quantityPlaces.amount),
  'times by group': byGroup(numberPlaces.times, 'up to'),
} as unknown as Record<string, PlaceType<never>>;

/** The type of a typed place by its name in a wording. */
export function getPlaceType(name: string): PlaceType<unknown> {
  const found = types[name];
  assert(found !== undefined, `"${name}" is a type of place`);
  return found as unknown as PlaceType<unknown>;
}

/** Every type of typed place, for the language reference. */
export const placeTypeNames: readonly string[] = Object.keys(types);
