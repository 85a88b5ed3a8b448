import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { columns } from './columns.ts';
import { factSchema } from './fact-schema.ts';

const ajv = new Ajv2020.default({ strict: true, formats: { date: true } });
const isFact = ajv.compile(factSchema());
const row = { id: 'a1', kind: 'attached', day: '2027-05-04' };

test('the schema has every column of the table and nothing else', () => {
  expect(Object.keys(factSchema().properties as object)).toEqual([...columns]);
  expect(isFact({ ...row, extra: '1' })).toBe(false);
});

test('a row of the schema has an id and a kind', () => {
  expect(isFact(row)).toBe(true);
  expect(isFact({ id: 'a1' })).toBe(false);
});

test('days are ISO days and numbers are plain', () => {
  expect(isFact({ ...row, day: '04/05/2027' })).toBe(false);
  expect(isFact({ ...row, day: '1899-12-31' })).toBe(false);
  expect(isFact({ ...row, value: '1,5' })).toBe(false);
  expect(isFact({ ...row, value: 12.5, low: '-1', high: null })).toBe(true);
});

test('a state is one of five', () => {
  expect(isFact({ ...row, state: 'not selected' })).toBe(true);
  expect(isFact({ ...row, state: 'done' })).toBe(false);
});
