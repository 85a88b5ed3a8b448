import { expect, test } from 'vitest';
import { owed } from '../../src/settlement/index.ts';
import { changesBothWays, type TwoSettlements } from '../support/changes-by-column.ts';
import { madeFolder } from '../support/made-files.ts';
import { owedInShards } from '../support/owed-in-shards.ts';
import { withLimitsAndBands } from './with-limits-and-bands.ts';
import { withPeopleAlone } from './with-people-alone.ts';
import { type World, worldOf } from './world.ts';

const { path } = madeFolder();

const seen = { changes: 0, passed: 0, causes: new Set<string>() };

/** Settles a world half way and at its end, the first time without some of the facts. */
async function compare(
  { seed, plan, facts, asAt }: World,
  how: Pick<TwoSettlements, 'settle'> = {},
): Promise<number> {
  const middle = Math.floor((plan.startsOn + asAt.trueBy) / 2);
  const some = facts.filter((_, at) => at % 23 !== 0);
  const before = { facts: some, asAt: { trueBy: middle, knownBy: Math.min(middle, asAt.knownBy) } };
  const now = { facts, asAt };
  const file = path('lines.parquet');
  const found = await changesBothWays({ plan, before, now, ...how }, file);
  expect([seed, found.byColumn]).toEqual([seed, found.byObject]);
  const same = await changesBothWays({ plan, before: now, now, ...how }, file);
  expect([seed, same.byColumn, same.byObject]).toEqual([seed, [], []]);
  for (const { cause } of found.byColumn) seen.causes.add(cause.is);
  seen.changes += found.byColumn.length;
  seen.passed += same.lines - same.read;
  return same.read;
}

test('in worlds changes found by column are those found by object', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const world = worldOf(`since/${seed}`);
    await compare(world);
    await compare({ ...world, plan: withLimitsAndBands(world.plan) });
  }
  expect(seen.changes).toBeGreaterThan(100);
  expect(seen.passed).toBeGreaterThan(100);
  expect([...seen.causes].sort()).toEqual(['day', 'facts', 'facts given', 'line']);
});

test('lines settled in shards are passed over, but for those that are nobody’s', async () => {
  const settle: TwoSettlements['settle'] = (plan, facts, asAt) =>
    owedInShards({ plan, again: plan, facts, asAt }, 2);
  for (let seed = 1; seed <= 8; seed += 1) {
    const world = worldOf(`since shards/${seed}`);
    const plan = withPeopleAlone(world.plan);
    const read = await compare({ ...world, plan }, { settle });
    const { lines } = owed(plan, world.facts, world.asAt);
    const nobodys = lines.filter(({ participant }) => participant === undefined);
    expect([seed, read]).toEqual([seed, nobodys.length]);
  }
});
