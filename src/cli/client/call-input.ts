import { nearest, type Problem, type Result } from '../../problem/index.ts';
import type { Call, Field, Schema } from './list-calls.ts';
import { fieldMissing, fieldUnknown, pairNotUnderstood } from './problems.ts';

/** What a call is given, by the names of its fields. */
export type CallInput = Readonly<Record<string, unknown>>;

/**
 * Reads `name=value` for the fields of a call, over what a file says: a number where it asks for
 * one, a list where the name comes several times, JSON where it asks for more than a word.
 */
export function giveInput(
  call: Call,
  pairs: readonly string[],
  said: CallInput = {},
): Result<CallInput> {
  const texts = new Map<string, string[]>();
  for (const pair of pairs) {
    const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined) return { ok: false, problems: [pairNotUnderstood(pair)] };
    texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  const unknown = [...texts.keys(), ...Object.keys(said)].filter((name) => !call.fields.has(name));
  if (unknown.length > 0) {
    return { ok: false, problems: [...new Set(unknown)].map((name) => unknownIn(call, name)) };
  }
  const given = [...texts].map(([name, values]) => [
    name,
    valueRead(call.fields.get(name), values),
  ]);
  const input: CallInput = { ...said, ...Object.fromEntries(given) };
  const missing = [...call.fields].filter(
    ([name, { place }]) => place === 'path' && (input[name] ?? '') === '',
  );
  return missing.length > 0
    ? { ok: false, problems: missing.map(([name]) => fieldMissing(call.name, name)) }
    : { ok: true, value: input };
}

function unknownIn({ name: call, fields }: Call, name: string): Problem {
  const names = [...fields.keys()];
  return fieldUnknown({ call, name, names, near: nearest(name, names) });
}

function valueRead(field: Field | undefined, values: readonly string[]): unknown {
  const [first = ''] = values;
  const types = typesOf(field?.schema);
  if (types.includes('array') && !first.startsWith('[')) return values;
  if (values.length > 1) return values;
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(first)) {
    return Number(first);
  }
  if (types.includes('boolean') && /^(true|false)$/.test(first)) return first === 'true';
  return types.includes('string') ? first : parsed(first);
}

// What has no one type, such as one shape or another, is JSON where it looks like it.
function parsed(text: string): unknown {
  if (!/^([[{]|null$)/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function typesOf(schema: Schema | undefined): readonly string[] {
  return [schema?.type ?? []].flat();
}
