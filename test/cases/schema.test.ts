import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { contractSchema } from '../../src/contract/index.ts';
import { anyContract } from './any/contract.ts';

// The pattern of a day says all that its format says.
const ajv = new Ajv2020.default({ allErrors: true, strict: true, formats: { date: true } });
const validate = ajv.compile(contractSchema());

const contracts = Array.from({ length: 60 }, (_, seed) => anyContract(seed));

test('the JSON of every contract is as the schema describes it', () => {
  for (const contract of contracts) {
    validate(JSON.parse(JSON.stringify(contract)));
    expect(validate.errors ?? []).toEqual([]);
  }
});

test('nothing is allowed that the schema does not describe, at any depth', () => {
  for (const contract of contracts.slice(0, 12)) {
    const json: unknown = JSON.parse(JSON.stringify(contract));
    for (const part of objectsIn(json)) {
      part.more = 1;
      expect(validate(json)).toBe(false);
      delete part.more;
    }
    expect(validate(json)).toBe(true);
  }
});

test('nothing that the schema asks for may be missing', () => {
  const json: unknown = JSON.parse(JSON.stringify(contracts[0]));
  for (const key of Object.keys(json as object).filter((name) => name !== 'measures')) {
    const { [key]: _missing, ...rest } = json as Record<string, unknown>;
    expect(validate(rest)).toBe(false);
  }
});

test('money is a string, exact, and never a number', () => {
  const contract = contracts.find(({ outcomes }) => outcomes.tables.length > 0);
  const text = JSON.stringify(contract);
  const numeric = text.replace(/"prices":\["([\d.]+)"/, '"prices":[$1');
  expect(numeric).not.toBe(text);
  expect(validate(JSON.parse(numeric))).toBe(false);
});

function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inside of Object.values(value)) yield* objectsIn(inside);
}
