import type { Plan, WholePlan } from '../../src/settlement/index.ts';

/** The page of a world with nothing of all lines together but bands and first-come limits. */
export function withLimitsAndBands(plan: Plan): Plan {
  const versions = plan.versions.map((version) => ({
    ...version,
    roundingOf: 'line' as const,
    ...(version.whole ? { whole: limitsOf(version.whole) } : {}),
  }));
  return { ...plan, versions };
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
