import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Problem, Result } from '../../problem/index.ts';
import { inputOtherwise } from '../access/problems.ts';

type Found = Readonly<{
  keyword: string;
  schemaPath: string;
  instancePath: string;
  message: string;
  params: Readonly<{
    requiredProperties?: readonly string[];
    allowedValue?: unknown;
    allowedValues?: readonly unknown[];
    type?: string | readonly string[];
  }>;
}>;
type Check = Readonly<{ Check: (input: unknown) => boolean; Errors: (input: unknown) => unknown }>;

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
  return { ok: false, problems: whole.flatMap((each) => problemsOf(withChoices(each, found))) };
}

// The database keeps neither the character of no value nor half of one that takes two.
const noText = /\0|\p{Surrogate}/u;

function withoutControls<Value>(value: Value): Result<Value> {
  const field = findNoText(value, '');
  if (field === undefined) return { ok: true, value };
  return { ok: false, problems: [inputOtherwise(field, 'holds a character that is no text')] };
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

function withChoices(one: Found, found: readonly Found[]): Found {
  const { keyword, schemaPath, params } = one;
  if (keyword === 'enum') return { ...one, message: mustBe(params.allowedValues ?? []) };
  if (keyword !== 'anyOf') return one;
  const inside = found.filter((each) => each.schemaPath.startsWith(`${schemaPath}/anyOf/`));
  const choices = inside.map(({ params: { allowedValue, type } }) => allowedValue ?? type);
  return choices.includes(undefined) ? one : { ...one, message: mustBe(choices) };
}

function mustBe(choices: readonly unknown[]): string {
  return `must be ${choices.length > 1 ? 'one of ' : ''}${choices.join(', ')}`;
}

function problemsOf({ keyword, instancePath, message, params }: Found): readonly Problem[] {
  // That more stands there than may is said where it stands.
  if (keyword === 'additionalProperties') return [];
  const field = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'boolean') return [inputOtherwise(field, 'is not asked for')];
  if (keyword !== 'required') return [inputOtherwise(field, message)];
  const missing = params.requiredProperties ?? [];
  return missing.map((name) =>
    inputOtherwise(field === '' ? name : `${field}.${name}`, 'is missing, and must be given'),
  );
}
