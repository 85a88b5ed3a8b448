import { expect } from 'vitest';
import { findingsIn, settle } from './compare.ts';
import { lateFacts } from './late-facts.ts';
import { countWorld, type Tally, tallyText } from './tally.ts';
import { worldOf } from './world.ts';

/** Holds so many worlds against the oracle and every invariant, and prints what they met. */
export function runWorlds({ first, count }: Readonly<{ first: number; count: number }>): void {
  const tally: Tally = new Map();
  for (let number = first; number < first + count; number += 1) {
    const seed = `7/${number}`;
    const world = worldOf(seed);
    const settled = settle(world);
    // Shown again, as small as it can be, by: npm run worlds -- --seed SEED
    expect({ seed, findings: findingsIn(world, number, settled) }).toEqual({ seed, findings: [] });
    countWorld(tally, world, settled);
  }
  const { seen, onlyAdding, growing } = lateFacts;
  console.log(tallyText(tally, count));
  console.log(
    `late facts: ${seen}, only adding: ${onlyAdding}, of which ${growing} let a line grow`,
  );
}
