import { expect, test } from 'vitest';
import { hasBands, hasWideLimits, standApart } from '../../src/settlement/due/stand-apart.ts';
import { disagreementsIn, settle } from './compare.ts';
import { withGrownLines, withLimitsAndBands } from './with-limits-and-bands.ts';
import { worldOf } from './world.ts';

test('bands of lines by column, and limits over them, leave what the oracle says', () => {
  const seen = { byColumn: 0, bands: 0, cut: 0 };
  const first = Array.from({ length: 200 }, (_, at) => at + 1);
  for (const seed of [...first, ...withGrownLines]) {
    const world = worldOf(`7/${seed}`);
    const small = { ...world, plan: withLimitsAndBands(world.plan) };
    expect(disagreementsIn(small), `world ${seed}`).toEqual([]);
    if (!standApart(small.plan)) continue;
    const { notPaid } = settle(small);
    seen.byColumn += 1;
    if (hasBands(small.plan)) seen.bands += 1;
    if (hasWideLimits(small.plan) && notPaid.some(({ reason }) => reason === 'limit')) {
      seen.cut += 1;
    }
  }
  expect(seen.byColumn).toBeGreaterThan(150);
  expect(seen.bands).toBeGreaterThan(50);
  expect(seen.cut).toBeGreaterThan(40);
});
