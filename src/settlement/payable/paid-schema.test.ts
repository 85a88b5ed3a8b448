// "The result" of docs/settlement.md: what a result that follows another has besides.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { object } from '../schema.ts';
import { paidProperties } from './paid-schema.ts';

const names = ['changes', 'payable', 'outstanding', 'reserved', 'erased'];

test('what a result that follows another has is as it was published', () => {
  const { properties } = JSON.parse(readFileSync('test/schemas/results.json', 'utf8'));
  expect(Object.keys(paidProperties)).toEqual(names);
  const published = Object.fromEntries(names.map((name) => [name, properties[name]]));
  expect(JSON.stringify(paidProperties, null, 2)).toBe(JSON.stringify(published, null, 2));
});

test('a statement tells what it is, to whom, and why it differs from what is due, and no more', () => {
  const schema = object(paidProperties, names);
  const isValid = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);
  const item = { is: 'recovered', line: 'a', amount: '5.00' };
  const statement = { payee: 'Harbour', due: '10.00', items: [item], paid: '5.00' };
  const payable = {
    paid: '5.00',
    payBy: null,
    questionBy: '2028-01-31',
    interest: { rate: '0.08', over: null },
    statements: [statement],
  };
  expect(isValid({ payable })).toBe(true);
  expect(isValid({})).toBe(true);
  expect(isValid({ payable: { ...payable, statements: [{ ...statement, paid: 5 }] } })).toBe(false);
  const lost = { ...statement, items: [{ ...item, is: 'lost' }] };
  expect(isValid({ payable: { ...payable, statements: [lost] } })).toBe(false);
  expect(isValid({ payable: { ...payable, interest: { rate: '0.08' } } })).toBe(false);
});
