import { expect, test } from 'vitest';
import { factsToCsv, readFactTexts } from '../../src/facts/index.ts';
import { owed } from '../../src/settlement/index.ts';
import { findingsIn } from './compare.ts';
import { isLate } from './random-facts.ts';
import { countWorld, type Tally, tallyText } from './tally.ts';
import { linesOf } from './told.ts';
import { worldOf } from './world.ts';
import { rulesOf } from './world-rules.ts';

const count = 300;
const seeds = Array.from({ length: count }, (_, index) => `7/${index + 1}`);

test('engine and oracle agree to the penny in every world, and every invariant holds', () => {
  const tally: Tally = new Map();
  for (const seed of seeds) {
    const world = worldOf(seed);
    // Shown again, as small as it can be, by: npm run worlds -- --seed SEED
    expect({ seed, findings: findingsIn(world) }).toEqual({ seed, findings: [] });
    countWorld(tally, world, linesOf(owed(world.plan, world.facts, world.asAt)));
  }
  console.log(tallyText(tally, count));
}, 240_000);

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
