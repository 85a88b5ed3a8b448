import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import type { Problem, Result } from '../../problem/index.ts';
import { inputEmpty, inputOtherwise } from '../access/problems.ts';
import { inputWords } from './input-words.ts';

type Found = Readonly<{
  keyword: string;
  schemaPath: string;
  instancePath: string;
  params: Readonly<{
    requiredProperties?: readonly string[];
    allowedValue?: unknown;
    allowedValues?: readonly unknown[];
    type?: string | readonly string[];
    format?: string;
    limit?: number;
  }>;
}>;
type Check = Readonly<{ Check: (input: unknown) => boolean; Errors: (input: unknown) => unknown }>;

// A form has more fields than the eight of which it is said without this what stands against them.
Settings.Set({ maxErrors: 100 });

const compiled = new WeakMap<TSchema, Check>();

/** What an action was given, if it is of the shape that the action declares; else each problem. */
export function checkInput<Schema extends TSchema>(
  schema: Schema,
  input: unknown,
): Result<Static<Schema>> {
  const check = compiled.get(schema) ?? (Compile(schema) as Check);
  compiled.set(schema, check);
  if (check.Check(input)) return withoutControls(input as Static<Schema>);
  const found = check.Errors(input) as readonly Found[];
  const whole = found.filter(({ schemaPath }) => !choicesAround(found, schemaPath));
  return { ok: false, problems: whole.flatMap((each) => problemsOf(each, { found, input })) };
}

// The database keeps neither the character of no value nor half of one that takes two.
const noTextWords = {
  value: '',
  rule: 'holds a character that is no text',
};
const noText = /\0|\p{Surrogate}/u;

function withoutControls<Value>(value: Value): Result<Value> {
  const field = findNoText(value, '');
  if (field === undefined) return { ok: true, value };
  return { ok: false, problems: [inputOtherwise(field, noTextWords)] };
}

function findNoText(value: unknown, field: string): string | undefined {
  if (typeof value === 'string') return noText.test(value) ? field : undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [name, inside] of Object.entries(value)) {
    const at = field === '' ? name : `${field}.${name}`;
    const found = noText.test(name) ? field : findNoText(inside, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

// What stands against each of several choices is said together, where the choice is made.
function choicesAround(found: readonly Found[], path: string): boolean {
  return found.some(
    ({ keyword, schemaPath }) => keyword === 'anyOf' && path.startsWith(`${schemaPath}/anyOf/`),
  );
}

type Around = Readonly<{ found: readonly Found[]; input: unknown }>;

function problemsOf(one: Found, { found, input }: Around): readonly Problem[] {
  const { keyword, instancePath, params } = withChoices(one, found);
  // That more stands there than may is said where it stands.
  if (keyword === 'additionalProperties') return [];
  const steps = instancePath.split('/').slice(1);
  const field = steps.join('.');
  if (keyword === 'required') {
    const missing = params.requiredProperties ?? [];
    return missing.map((name) => inputEmpty(field === '' ? name : `${field}.${name}`));
  }
  const value = valueAt(input, steps);
  if (value === '') return [inputEmpty(field)];
  return [inputOtherwise(field, inputWords({ keyword, params, value }))];
}

// Several choices of fixed words are said as one list of them.
function withChoices(one: Found, found: readonly Found[]): Found {
  const { keyword, schemaPath } = one;
  if (keyword !== 'anyOf') return one;
  const inside = found.filter((each) => each.schemaPath.startsWith(`${schemaPath}/anyOf/`));
  const choices = inside.map(({ params: { allowedValue, type } }) => allowedValue ?? type);
  if (choices.includes(undefined)) return one;
  return { ...one, keyword: 'enum', params: { allowedValues: choices } };
}

function valueAt(input: unknown, steps: readonly string[]): unknown {
  let value = input;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
