import { exampleRows } from './forms/examples.ts';
import { shapes } from './forms/fact-shapes.ts';
import { measureAdditions, measureCores } from './forms/measure.ts';
import { measuresForms, scheduleCells, scheduleRows } from './forms/measures.ts';
import { openingForms } from './forms/opening.ts';
import { additions, cores } from './forms/outcome.ts';
import { outcomesForms } from './forms/outcomes.ts';
import { peopleForms } from './forms/people.ts';
import { isPlainSection, sections } from './sections.ts';
import type { Form } from './wording/form.ts';
import { getPlaceType } from './wording/place-types.ts';
import { termSchema } from './wording/term-schema.ts';

/** The JSON form of a page, as JSON Schema 2020-12: nothing but what is described is allowed. */
export function contractSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A page of Outturn, as JSON',
    ...record(partsOfPage(), ['measures']),
  };
}

function partsOfPage(): Record<string, object> {
  return {
    language: { const: 1 },
    title: text,
    opening: termsOfForms(openingForms),
    people: record({
      groups: list(record({ name: text, who: text })),
      terms: termsOfForms(peopleForms),
    }),
    facts: record({ kinds: list(kind) }),
    outcomes: record({
      outcomes: list(record({ name: text, definition: termsOfForms([...cores, ...additions]) })),
      tables: list(record({ columns: list(column), rows: list(row) })),
      terms: termsOfForms(outcomesForms),
    }),
    measures,
    periods: list(record({ name: text, from: day, to: day })),
    sections: plainSections(),
    notes: list(record({ section: { type: 'string' }, text })),
    examples: list(example),
  };
}

const text = { type: 'string', minLength: 1 };
const money = getPlaceType('money').schema;
const day = getPlaceType('date').schema;

function list(items: object): object {
  return { type: 'array', items };
}

/** An object with these properties and no others; those named after it may be left out. */
function record(properties: Record<string, object>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

function termsOfForms(forms: readonly Form[]): object {
  return list({ oneOf: forms.map(termSchema) });
}

function plainSections(): object {
  const properties = Object.fromEntries(
    sections
      .filter(({ key }) => isPlainSection(key))
      .map(({ key, forms }) => [key, termsOfForms(forms)] as const),
  );
  return record(properties, Object.keys(properties));
}

const kind = record({
  names: { ...list(text), minItems: 1 },
  shape: { oneOf: shapes.map(termSchema) },
  sources: list(text),
  ranked: { type: 'boolean' },
});

const column = record({ group: text, years: getPlaceType('years').schema, with: list(text) }, [
  'group',
  'years',
  'with',
]);

const measures = record({
  measures: list(
    record({ name: text, definition: termsOfForms([...measureCores, ...measureAdditions]) }),
  ),
  schedules: list(
    record({
      measure: text,
      rows: list(
        record({
          value: { oneOf: scheduleRows.map(termSchema) },
          pays: { oneOf: scheduleCells.map(termSchema) },
        }),
      ),
    }),
  ),
  terms: termsOfForms(measuresForms),
});

const prices = list({ anyOf: [money, { type: 'null' }] });

const rowValue = {
  oneOf: [
    record({ length: getPlaceType('length').schema }),
    record({ money }),
    record({ times: getPlaceType('count').schema }),
    record({ amount: getPlaceType('amount').schema }),
    record({ number: money }),
  ],
};

const row = {
  oneOf: [
    record({ outcome: text, prices }),
    record({ tierOf: text, least: money, under: money, prices }, ['under']),
    record({ bandOf: text, count: getPlaceType('count').schema, prices }, ['count']),
    record({ row: text, values: list({ anyOf: [rowValue, { type: 'null' }] }) }),
  ],
};

const example = record(
  {
    title: text,
    rows: list(record({ day, who: text, what: { oneOf: exampleRows.map(termSchema) } }, ['who'])),
    asAt: day,
    total: money,
    pays: list(record({ amount: money, outcome: text, days: { ...list(day), minItems: 1 } })),
  },
  ['asAt'],
);
