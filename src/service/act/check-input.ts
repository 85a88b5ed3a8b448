import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Problem, Result } from '../../problem/index.ts';
import { inputOtherwise } from '../access/problems.ts';

type Found = Readonly<{
  keyword: string;
  instancePath: string;
  message: string;
  params: Readonly<{ requiredProperties?: readonly string[] }>;
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
  if (check.Check(input)) return { ok: true, value: input as Static<Schema> };
  const problems = (check.Errors(input) as readonly Found[]).flatMap(problemsOf);
  return { ok: false, problems };
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
