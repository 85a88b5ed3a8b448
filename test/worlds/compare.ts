import { owed } from '../../src/settlement/index.ts';
import { owedByOracle } from '../oracle/oracle.ts';
import { invariants } from './invariants.ts';
import { differencesOf, toldByEngine, toldByOracle } from './told.ts';
import type { World } from './world.ts';

/** What is wrong with the engine's settlement of a world, in words; nothing where all is well. */
export function findingsIn(world: World): string[] {
  return [...disagreementsIn(world), ...brokenIn(world)];
}

/** Where the engine and the oracle differ. */
export function disagreementsIn({ plan, facts, asAt }: World): string[] {
  const engine = toldByEngine(owed(plan, facts, asAt));
  return differencesOf(engine, toldByOracle(owedByOracle(plan, facts, asAt)));
}

function brokenIn(world: World): string[] {
  return invariants.flatMap(({ rule, broken }) =>
    broken(world).map((each) => `not so: ${rule}: ${each}`),
  );
}
