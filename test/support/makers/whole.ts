import type { WholePlan } from '../../../src/settlement/plan/plan.ts';

/** What a version says of all together: nothing but what is given. */
export function aWhole(words: Partial<WholePlan> = {}): WholePlan {
  return {
    measures: [],
    measurePayments: [],
    gates: [],
    fees: [],
    advances: [],
    pots: [],
    guarantees: [],
    deductions: [],
    limits: [],
    counts: [],
    laterRates: [],
    payers: [],
    payerLimits: [],
    timeliness: {},
    ending: {},
    ...words,
  };
}
