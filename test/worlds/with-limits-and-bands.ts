import type { Plan, WholePlan } from '../../src/settlement/index.ts';

/** Worlds in whose pages with bands lines grew, or came in part too late. */
export const withGrownLines = [344, 423, 670, 861, 980, 988, 1134, 1194, 1446, 1474];

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
    limits: whole.limits.map((limit) => {
      const { shared: _, ...alone } = limit;
      return alone;
    }),
  };
}
