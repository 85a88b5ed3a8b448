import { type Contract, forms, termsOf } from '../../contract/index.ts';
import { minorUnits } from './minor-units.ts';
import type { PayerLimitPlan } from './money-plan.ts';
import { payerClause, payerName } from './payers-of.ts';
import { sentencesIn } from './sentences-in.ts';

/** The most that each payer pays, and who pays what is beyond; absent: nobody. */
export function payerLimitsOf(contract: Contract): readonly PayerLimitPlan[] {
  const terms = termsOf(sentencesIn(contract, 'payment'), forms.payers.payerLimit);
  return terms.map((term) => ({
    clause: payerClause(contract, term),
    payer: payerName(contract, term.payer),
    most: minorUnits(contract, term.most),
    eachYear: term.each !== undefined,
    ...(term.beyond === undefined ? {} : { beyond: payerName(contract, term.beyond) }),
  }));
}
