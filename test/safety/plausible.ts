import { randomUUID } from 'node:crypto';
import type { Route, Screen } from '../../src/http/index.ts';
import type { Side } from './world.ts';

type Schema = Readonly<{
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  format?: string;
  pattern?: string;
}>;

/** Values by the names under which routes ask for them. */
export type Values = Readonly<Record<string, unknown>>;

/** What is there on a side, by the names that routes give it. */
export function valuesOf({ ids, commissioner }: Side): Values {
  return {
    ...ids,
    number: 1,
    version: 1,
    revision: 1,
    account: commissioner.has('none', 2).account,
    duty: 'verifier',
    day: '2027-09-02',
    text: '# A page',
    name: 'A name',
    email: 'somebody.new@example.org',
    recipient: 'An auditor',
    csv: 'bankReference,reference,amount,day\n',
    details: { names: ['Ann Other'], ways: [] },
    provider: ids.payee,
  };
}

/** An input that an action would take, as far as its schema tells. */
export function plausibleInput({ action }: Pick<Route, 'action'>, values: Values): Values {
  return made(action.input as Schema, '', values) as Values;
}

function made(schema: Schema, name: string, values: Values): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined)
    return schema.enum.includes(values[name]) ? values[name] : schema.enum[0];
  if (schema.anyOf !== undefined) return made(schema.anyOf[0] ?? {}, name, values);
  if (name in values && schema.type !== 'object' && schema.type !== 'array') return values[name];
  if (schema.type === 'object') return madeObject(schema, values);
  if (schema.type === 'array') {
    return (schema.minItems ?? 0) > 0 ? [made(schema.items ?? {}, name, values)] : [];
  }
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return false;
  return madeText(schema);
}

function madeObject({ properties = {}, required = [] }: Schema, values: Values): Values {
  return Object.fromEntries(
    required.map((each) => [each, fitting(properties[each] ?? {}, each, values)]),
  );
}

function fitting(schema: Schema, name: string, values: Values): unknown {
  const value = values[name];
  const fits = value !== undefined && (typeof value === 'object') === (schema.type === 'object');
  return fits ? value : made(schema, name, values);
}

function madeText({ format, pattern = '' }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2027-08-31';
  if (pattern.includes('sha256')) return `sha256:${'0'.repeat(64)}`;
  if (pattern.includes('{64}')) return '0'.repeat(64);
  return 'plausible';
}

/** An address with what its places stand for; those that are not known stand for nothing. */
export function addressOf(path: string, values: Values): string {
  const isWayBack = path.startsWith('/way-back/');
  const known = isWayBack ? { ...values, token: values.wayBack } : values;
  return path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(placeValue(name, known))),
  );
}

const formats: Values = { format: 'pdf', what: 'lines' };

function placeValue(name: string, values: Values): unknown {
  return values[name] ?? formats[name] ?? randomUUID();
}

/** The names that stand in the places of an address. */
export function placesOf({ path }: Pick<Route | Screen, 'path'>): readonly string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}
