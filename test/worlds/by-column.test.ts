import { expect, test } from 'vitest';
import { hasWideLimits, standApart } from '../../src/settlement/due/stand-apart.ts';
import type { OutcomePlan, Plan, WholePlan } from '../../src/settlement/index.ts';
import { disagreementsIn, settle } from './compare.ts';
import { worldOf } from './world.ts';

/** The page of a world with nothing of all lines together but limits that are first come. */
function withLimitsAlone(plan: Plan): Plan {
  const versions = plan.versions.map((version) => ({
    ...version,
    roundingOf: 'line' as const,
    groups: new Map(
      [...version.groups].map(([name, group]) => {
        return [name, { ...group, outcomes: group.outcomes.map(withoutBands) }];
      }),
    ),
    ...(version.whole ? { whole: limitsOf(version.whole) } : {}),
  }));
  return { ...plan, versions };
}

function withoutBands(outcome: OutcomePlan): OutcomePlan {
  const { bands: _, ...price } = outcome.price;
  const rows = price.rows.filter(({ band = 0 }) => band === 0);
  return { ...outcome, price: { ...price, rows } };
}

function limitsOf(whole: WholePlan): WholePlan {
  return {
    ...whole,
    measures: [],
    measurePayments: [],
    gates: [],
    fees: [],
    advances: [],
    pots: [],
    guarantees: [],
    counts: [],
    laterRates: [],
    payers: [],
    payerLimits: [],
    limits: whole.limits.map(({ shared: _, ...limit }) => limit),
  };
}

test('limits over lines by column leave what the oracle says', () => {
  let cut = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const world = worldOf(`7/${seed}`);
    const small = { ...world, plan: withLimitsAlone(world.plan) };
    expect(standApart(small.plan)).toBe(true);
    expect(disagreementsIn(small), `world ${seed}`).toEqual([]);
    const { notPaid } = settle(small);
    if (hasWideLimits(small.plan) && notPaid.some(({ reason }) => reason === 'limit')) cut += 1;
  }
  expect(cut).toBeGreaterThan(40);
}, 120_000);
