import { type Contract, declaredKinds, forms, kindsNamed } from '../../contract/index.ts';
import { minorUnits } from './minor-units.ts';
import type { DeductionPlan } from './money-plan.ts';
import { paymentTerms } from './payment-terms.ts';

/** What is taken off for each fact of a kind. */
export function deductionsOf(contract: Contract): readonly DeductionPlan[] {
  const kinds = declaredKinds(contract);
  return paymentTerms(contract, forms.fees.deduction).map(({ term, ...place }) => ({
    ...place,
    kinds: kindsNamed(term.kinds, kinds),
    amount: minorUnits(contract, term.amount),
  }));
}
