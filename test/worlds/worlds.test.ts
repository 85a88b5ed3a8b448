import { expect, test } from 'vitest';
import { factsToCsv, readFactTexts } from '../../src/facts/index.ts';
import { from } from './numbers.ts';
import { isLate } from './random-facts.ts';
import { runWorlds } from './run-worlds.ts';
import { worldOf } from './world.ts';
import { rulesOf } from './world-rules.ts';

test('engine and oracle agree to the penny in every world, and every invariant holds', () => {
  runWorlds(from(1, 250));
});

const seeds = Array.from({ length: 300 }, (_, index) => `7/${index + 1}`);

test('every world has a late fact, a correction and a withdrawal', () => {
  const lacking = seeds.filter((seed) => {
    const { facts } = worldOf(seed);
    const replacing = facts.filter(({ replaces }) => replaces !== undefined);
    const isWithdrawn = replacing.some(({ kind }) => kind === 'withdrawn');
    const isCorrected = replacing.some(({ kind }) => kind !== 'withdrawn');
    return !(facts.some(isLate) && isWithdrawn && isCorrected);
  });
  expect(lacking).toEqual([]);
});

test('the facts of every world are read as they were written', () => {
  for (const seed of seeds.slice(0, 100)) {
    const world = worldOf(seed);
    const text = factsToCsv(world.facts);
    const set = readFactTexts([{ source: seed, format: 'csv', text }], rulesOf(world));
    expect(set.problems).toEqual([]);
    expect(set.facts).toEqual(world.facts);
  }
});

test('a seed makes the same world again', () => {
  expect(worldOf('7/1')).toEqual(worldOf('7/1'));
});
