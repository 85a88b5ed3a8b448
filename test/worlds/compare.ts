import { type Owed, owed } from '../../src/settlement/index.ts';
import { owedByOracle } from '../oracle/oracle.ts';
import { invariants } from './invariants.ts';
import { differencesOf, toldByEngine, toldByOracle } from './told.ts';
import type { World } from './world.ts';

/**
 * What is wrong with the engine's settlement of a world, in words; nothing where all is well. What
 * takes long to look for is looked for in every so many worlds only; without a turn, in each.
 */
export function findingsIn(world: World, turn = 0, settled = settle(world)): string[] {
  return [...differing(world, settled), ...brokenIn(world, settled, turn)];
}

/** Where the engine and the oracle differ. */
export function disagreementsIn(world: World): string[] {
  return differing(world, settle(world));
}

export function settle({ plan, facts, asAt }: World): Owed {
  return owed(plan, facts, asAt);
}

function differing({ plan, facts, asAt }: World, settled: Owed): string[] {
  return differencesOf(toldByEngine(settled), toldByOracle(owedByOracle(plan, facts, asAt)));
}

function brokenIn(world: World, settled: Owed, turn: number): string[] {
  return invariants.flatMap(({ rule, every, broken }) => {
    if (turn % every !== 0) return [];
    return broken(world, settled).map((each) => `not so: ${rule}: ${each}`);
  });
}
