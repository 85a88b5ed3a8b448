import { expect, test } from 'vitest';
import { engineKinds, notForPayKinds } from '../contract/index.ts';
import { builtInKinds, factRules } from './built-in-kinds.ts';
import { columns } from './columns.ts';

test('the built-in kinds are those that no page may declare', () => {
  const reserved = new Set<string>([...engineKinds, ...notForPayKinds]);
  expect(new Set(builtInKinds.keys())).toEqual(reserved);
});

test('the kinds not for pay are those of the page', () => {
  const notForPay = [...builtInKinds.values()].filter((rule) => rule.notForPay);
  expect(new Set(notForPay.map(({ name }) => name))).toEqual(new Set<string>(notForPayKinds));
});

test('a page without groups asks for no group', () => {
  const rules = factRules({ kinds: [] });
  expect(rules.groups.size).toBe(0);
  expect(rules.kinds).toEqual(builtInKinds);
});

test('what a kind needs are columns', () => {
  const needs = [...builtInKinds.values()].flatMap((rule) => rule.needs ?? []);
  expect(columns).toEqual(expect.arrayContaining(needs));
});
