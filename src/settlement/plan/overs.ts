import type { Over } from './period-plan.ts';

/** The stretches of days over which a page counts or shares, by its words. */
export const overs = {
  'over the whole contract': 'contract',
  'in each year': 'year',
  'in each quarter': 'quarter',
  'in each month': 'month',
} as const satisfies Readonly<Record<string, Over>>;
