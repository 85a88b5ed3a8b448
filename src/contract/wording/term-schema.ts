import type { Form } from './form.ts';
import { getPlaceType } from './place-types.ts';
import type { Part } from './template.ts';

/** JSON Schema 2020-12 of the terms of one form: its name and the value of each place. */
export function termSchema(form: Form): object {
  const required = form.parts.flatMap(placesOf);
  const optional = form.parts.flatMap((part) =>
    part.is === 'optional' ? part.parts.flatMap(placesOf) : [],
  );
  return {
    type: 'object',
    description: form.meaning,
    properties: {
      form: { const: form.name },
      ...Object.fromEntries([...required, ...optional]),
    },
    required: ['form', ...required.map(([name]) => name)],
    additionalProperties: false,
  };
}

function placesOf(part: Part): (readonly [string, object])[] {
  switch (part.is) {
    case 'place':
      return [[part.name, getPlaceType(part.type).schema]];
    case 'choice':
      return [[part.name, { enum: part.options.map((option) => option.text) }]];
    case 'literal':
    case 'optional':
      return [];
  }
}
