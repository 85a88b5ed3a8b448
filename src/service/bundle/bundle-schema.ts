import { factSchema } from '../../facts/index.ts';
import { resultSchema } from '../../settlement/index.ts';

/** The JSON Schema (2020-12) of a bundle. */
export function bundleSchema(): object {
  const text = { type: 'string' };
  const day = { type: 'string', format: 'date' };
  const page = {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'text'],
    properties: { name: text, text },
  };
  const properties = {
    bundle: { const: 1, description: 'The version of this form of file.' },
    personalData: { ...text, description: 'Says that what it holds is about people.' },
    language: { type: 'integer', minimum: 1 },
    engine: text,
    asAt: day,
    knownAt: day,
    pages: { type: 'array', minItems: 1, items: page, description: 'Every version, as given.' },
    facts: { type: 'array', items: factSchema(), description: 'Under new keys.' },
    previous: {
      description: 'The settlement before; "none" where this is the first of a series.',
      anyOf: [resultSchema(), { const: 'none' }],
    },
    result: resultSchema(),
    digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A settlement with all that it rests on',
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((key) => key !== 'previous'),
    properties,
  };
}
