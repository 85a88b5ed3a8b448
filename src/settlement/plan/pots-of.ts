import { type Contract, forms } from '../../contract/index.ts';
import { zero } from '../../money/index.ts';
import { closingPeriodsOf } from './closing-periods-of.ts';
import { minorUnits } from './minor-units.ts';
import type { PotPlan } from './money-plan.ts';
import { overs } from './overs.ts';
import { paymentTerms } from './payment-terms.ts';
import type { ContractDays } from './periods-of.ts';

const { pots: said } = forms;

/** Sums that are shared among the providers by what each has achieved. */
export function potsOf(contract: Contract, days: ContractDays): readonly PotPlan[] {
  const amountOf = (text: string) => minorUnits(contract, text);
  const fixed = paymentTerms(contract, said.pot).map(({ term, ...place }): PotPlan => {
    const { outcomes } = term;
    const periods = closingPeriodsOf(contract, days, overs[term.over]);
    return { ...place, outcomes, periods, size: { is: 'fixed', amount: amountOf(term.amount) } };
  });
  const byResults = paymentTerms(contract, said.potByResults).map(({ term, ...place }): PotPlan => {
    const { outcomes } = term;
    const periods = closingPeriodsOf(contract, days, overs[term.over]);
    const floor = term.floor === undefined ? zero : amountOf(term.floor);
    const [each, ceiling] = [amountOf(term.each), amountOf(term.ceiling)];
    return { ...place, outcomes, periods, size: { is: 'by results', each, floor, ceiling } };
  });
  return [...fixed, ...byResults].sort((one, other) => one.order - other.order);
}
