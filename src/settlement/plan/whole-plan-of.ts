import type { Contract } from '../../contract/index.ts';
import { advancesOf } from './advances-of.ts';
import { deductionsOf } from './deductions-of.ts';
import { endingOf } from './ending-of.ts';
import { feesOf } from './fees-of.ts';
import { guaranteesOf } from './guarantees-of.ts';
import type { ContractDays } from './periods-of.ts';
import type { WholePlan } from './plan.ts';
import { potsOf } from './pots-of.ts';
import { timelinessOf } from './timeliness-of.ts';

/** What a version says beyond its outcomes; undefined where the page says nothing of the kind. */
export function wholePlanOf(contract: Contract, days: ContractDays): WholePlan | undefined {
  const whole: WholePlan = {
    measures: [],
    measurePayments: [],
    gates: [],
    fees: feesOf(contract, days),
    advances: advancesOf(contract),
    pots: potsOf(contract, days),
    guarantees: guaranteesOf(contract, days),
    deductions: deductionsOf(contract),
    limits: [],
    counts: [],
    laterRates: [],
    payers: [],
    payerLimits: [],
    timeliness: timelinessOf(contract),
    ending: endingOf(contract),
  };
  return Object.values(whole).some(isSaid) ? whole : undefined;
}

function isSaid(part: object): boolean {
  return Object.keys(part).length > 0;
}
