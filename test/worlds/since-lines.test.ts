import { expect, test } from 'vitest';
import { changesBothWays } from '../support/changes-by-column.ts';
import { madeFolder } from '../support/made-files.ts';
import { withLimitsAndBands } from './with-limits-and-bands.ts';
import { type World, worldOf } from './world.ts';

const { path } = madeFolder();

const seen = { changes: 0, passed: 0, causes: new Set<string>() };

/** Settles a world half way and at its end, the first time without some of the facts. */
async function compare({ seed, plan, facts, asAt }: World): Promise<void> {
  const middle = Math.floor((plan.startsOn + asAt.trueBy) / 2);
  const some = facts.filter((_, at) => at % 23 !== 0);
  const before = { facts: some, asAt: { trueBy: middle, knownBy: Math.min(middle, asAt.knownBy) } };
  const now = { facts, asAt };
  const file = path('lines.parquet');
  const found = await changesBothWays({ plan, before, now }, file);
  expect([seed, found.byColumn]).toEqual([seed, found.byObject]);
  const same = await changesBothWays({ plan, before: now, now }, file);
  expect([seed, same.byColumn, same.byObject]).toEqual([seed, [], []]);
  for (const { cause } of found.byColumn) seen.causes.add(cause.is);
  seen.changes += found.byColumn.length;
  seen.passed += same.lines - same.read;
}

test('in worlds changes found by column are those found by object', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const world = worldOf(`since/${seed}`);
    await compare(world);
    await compare({ ...world, plan: withLimitsAndBands(world.plan) });
  }
  expect(seen.changes).toBeGreaterThan(200);
  expect(seen.passed).toBeGreaterThan(200);
  expect([...seen.causes].sort()).toEqual(['day', 'facts', 'facts given', 'line']);
}, 300_000);
