import { expect } from 'vitest';
import { findingsIn, settle } from './compare.ts';
import { lateFacts } from './late-facts.ts';
import { countWorld, type Tally, tallyText } from './tally.ts';
import { worldOf } from './world.ts';

/** Holds these worlds against the oracle and every invariant, and prints what they met. */
export function runWorlds(numbers: readonly number[]): void {
  const tally: Tally = new Map();
  for (const number of numbers) {
    const seed = `7/${number}`;
    const world = worldOf(seed);
    const settled = settle(world);
    // Shown again, as small as it can be, by: npm run worlds -- --seed SEED
    expect({ seed, findings: findingsIn(world, number, settled) }).toEqual({ seed, findings: [] });
    countWorld(tally, world, settled);
  }
  const { seen, onlyAdding, growing } = lateFacts;
  console.log(tallyText(tally, numbers.length));
  console.log(
    `late facts: ${seen}, only adding: ${onlyAdding}, of which ${growing} let a line grow`,
  );
}
