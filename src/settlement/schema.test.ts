// What published schemas of results are made of: days, money, exact numbers, and keys and no others.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { count, day, exact, list, money, object, orNull, type Schema, text } from './schema.ts';

const ajv = new Ajv2020({ strict: true, validateFormats: false });

test.each<[string, () => Schema, readonly unknown[], readonly unknown[]]>([
  ['a text', () => text, ['', 'Sam'], [1, null]],
  ['a count', () => count, [0, 41], [-1, 1.5, '1']],
  ['a day', () => day, ['2027-04-01'], ['1 April 2027', '2027-4-1', '2027-04-01T00:00', 20_909]],
  ['a sum of money', () => money, ['0', '-5.00', '220.00'], ['£5', '5.', '1/3', 5]],
  ['an exact number', () => exact, ['1', '-0.335', '10/3', '-2/3'], ['1.5/3', '1/', 'a third', 1]],
  ['a list of texts', () => list(text), [[], ['a']], ['a', [1]]],
  ['a day or nothing', () => orNull(day, 'When.'), ['2027-04-01', null], ['never', undefined]],
])('%s is that and nothing else', (_, schemaOf, good, bad) => {
  const isValid = ajv.compile(schemaOf());
  expect(good.filter((each) => !isValid(each))).toEqual([]);
  expect(bad.filter((each) => isValid(each))).toEqual([]);
});

test('days, money and exact numbers say what they are', () => {
  expect(day).toMatchObject({ format: 'date' });
  expect(money.description).toBe('In whole units of the currency, with all its places.');
  expect(exact.description).toBe(
    'Exact: a decimal, or a fraction where the decimal would not end.',
  );
  expect(list(text)).not.toHaveProperty('description');
  expect(list(text, 'Ids.')).toMatchObject({ type: 'array', description: 'Ids.' });
  expect(orNull(day, 'When.')).toMatchObject({ description: 'When.' });
});

test('of an object every key must be there but for those that may be left out, and no other', () => {
  const isValid = ajv.compile(object({ line: text, group: text }, ['group']));
  expect(isValid({ line: 'a' })).toBe(true);
  expect(isValid({ line: 'a', group: 'b' })).toBe(true);
  expect(isValid({ group: 'b' })).toBe(false);
  expect(isValid({ line: 'a', more: 1 })).toBe(false);
});
