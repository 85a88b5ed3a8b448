// "The result" of docs/settlement.md: keys never change their meaning, and no other is allowed.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { aResult, aResultLine } from '../../test/support/makers/results.ts';
import { resultSchema } from './result-schema.ts';

test('the published schema is as it was published (UPDATE=1 writes it: read the difference)', () => {
  const path = 'test/schemas/results.json';
  const written = `${JSON.stringify(resultSchema(), null, 2)}\n`;
  if (process.env.UPDATE === '1') writeFileSync(path, written);
  expect(written).toBe(readFileSync(path, 'utf8'));
});

test('what is told of a result may be told, and nothing else', () => {
  const isValid = new Ajv2020({ strict: true, validateFormats: false }).compile(resultSchema());
  const result = aResult([aResultLine()], { total: '220.00' });
  expect(isValid(result)).toBe(true);
  const { total: _, ...without } = result;
  expect(isValid(without)).toBe(false);
  expect(isValid({ ...result, total: 220 })).toBe(false);
  expect(isValid({ ...result, asAt: '30 September 2027' })).toBe(false);
  expect(isValid({ ...result, lines: [{ ...aResultLine(), more: 1 }] })).toBe(false);
  expect(isValid({ ...result, lines: [aResultLine({ number: 'rounding' })] })).toBe(true);
  expect(isValid({ ...result, lines: [aResultLine({ number: 'worked off 2' })] })).toBe(true);
  expect(isValid({ ...result, lines: [aResultLine({ number: 'first' })] })).toBe(false);
});
