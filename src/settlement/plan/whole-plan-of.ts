import type { Contract } from '../../contract/index.ts';
import { advancesOf } from './advances-of.ts';
import { attachedHereOf } from './attached-here-of.ts';
import { countLimitsOf } from './count-limits-of.ts';
import { deductionsOf } from './deductions-of.ts';
import { endingOf } from './ending-of.ts';
import { feesOf } from './fees-of.ts';
import { gatesOf } from './gates-of.ts';
import { guaranteesOf } from './guarantees-of.ts';
import { laterRatesOf } from './later-rates-of.ts';
import { measurePaymentsOf } from './measure-payments-of.ts';
import { measurePlansOf } from './measure-plans-of.ts';
import { payerLimitsOf } from './payer-limits-of.ts';
import { payersOf } from './payers-of.ts';
import type { ContractDays } from './periods-of.ts';
import type { WholePlan } from './plan.ts';
import { potsOf } from './pots-of.ts';
import { timelinessOf } from './timeliness-of.ts';
import { wideLimitsOf } from './wide-limits-of.ts';

/** What a version says beyond its outcomes; undefined where the page says nothing of the kind. */
export function wholePlanOf(contract: Contract, days: ContractDays): WholePlan | undefined {
  const attachedHere = attachedHereOf(contract);
  const whole: WholePlan = {
    measures: measurePlansOf(contract, days),
    measurePayments: measurePaymentsOf(contract),
    gates: gatesOf(contract),
    fees: feesOf(contract, days),
    advances: advancesOf(contract),
    pots: potsOf(contract, days),
    guarantees: guaranteesOf(contract, days),
    deductions: deductionsOf(contract),
    limits: wideLimitsOf(contract, days),
    counts: countLimitsOf(contract),
    laterRates: laterRatesOf(contract),
    payers: payersOf(contract),
    payerLimits: payerLimitsOf(contract),
    timeliness: timelinessOf(contract),
    ending: endingOf(contract),
    ...(attachedHere.length > 0 ? { attachedHere } : {}),
  };
  return Object.values(whole).some(isSaid) ? whole : undefined;
}

function isSaid(part: object): boolean {
  return Object.keys(part).length > 0;
}
