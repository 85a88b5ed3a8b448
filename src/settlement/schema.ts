/** A JSON Schema, and what schemas of results are made of. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const day: Schema = {
  type: 'string',
  format: 'date',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
};
export const money: Schema = {
  type: 'string',
  pattern: '^-?\\d+(\\.\\d+)?$',
  description: 'In whole units of the currency, with all its places.',
};
export const exact: Schema = {
  type: 'string',
  pattern: '^-?\\d+(\\.\\d+|/\\d+)?$',
  description: 'Exact: a decimal, or a fraction where the decimal would not end.',
};

/** All of these keys and no others, but for those that may be left out. */
export function object(
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[],
): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', additionalProperties: false, required, properties };
}

export function list(items: Schema, description?: string): Schema {
  return { type: 'array', items, ...(description === undefined ? {} : { description }) };
}

export function orNull(schema: Schema, description: string): Schema {
  return { description, anyOf: [schema, { type: 'null' }] };
}
