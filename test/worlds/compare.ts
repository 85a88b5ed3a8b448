import { owed } from '../../src/settlement/index.ts';
import { owedByOracle } from '../oracle/oracle.ts';
import { invariants } from './invariants.ts';
import { differencesOf, toldByEngine, toldByOracle } from './told.ts';
import type { World } from './world.ts';

/** What is wrong with the engine's settlement of a world, in words; nothing where all is well. */
export function findingsIn(world: World): string[] {
  const { plan, facts, asAt } = world;
  const engine = toldByEngine(owed(plan, facts, asAt));
  const oracle = toldByOracle(owedByOracle(plan, facts, asAt));
  const broken = invariants.flatMap(({ rule, broken }) =>
    broken(world).map((each) => `not so: ${rule}: ${each}`),
  );
  return [...differencesOf(engine, oracle), ...broken];
}
