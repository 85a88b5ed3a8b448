import { expect, test } from 'vitest';
import { neutralName } from './index.ts';
import { safetyWords } from './safety-words.ts';

const names = Array.from({ length: 5000 }, (_, seed) => neutralName(String(seed)));

test('the same programme always has the same name, and another most likely another', () => {
  expect(neutralName('6f1c')).toBe(neutralName('6f1c'));
  expect(neutralName('6f1c')).toBe('Bronze Easel');
  expect(new Set(names).size).toBeGreaterThan(1250);
});

test('a name is two plain words that fit into a bank reference', () => {
  expect(names.filter((name) => !/^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name))).toEqual([]);
  expect(names.filter((name) => name.length > 18)).toEqual([]);
});

test('no name hints at what a programme is about', () => {
  const hint = new RegExp(safetyWords.join('|'), 'i');
  expect(names.filter((name) => hint.test(name))).toEqual([]);
  const homely = /home|house|safe|care|hope|child|famil|mother|women|haven|shelter|court|help/i;
  expect(names.filter((name) => homely.test(name))).toEqual([]);
});
