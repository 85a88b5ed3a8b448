import { type Contract, forms, parseShare, termsOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import { minorUnits } from './minor-units.ts';
import type { LaterRatePlan } from './money-plan.ts';
import { sentencesIn } from './sentences-in.ts';

/** Which outcomes pay a share of their price once so much has been earned for them. */
export function laterRatesOf(contract: Contract): readonly LaterRatePlan[] {
  const terms = termsOf(sentencesIn(contract, 'prices'), forms.prices.laterRate);
  return terms.map((term, at) => ({
    clause: clauseOf('Prices', term.form, at),
    sum: minorUnits(contract, term.sum),
    per: term.per === 'by a provider' ? 'provider' : 'contract',
    outcomes: term.outcomes,
    share: parseShare(term.share),
  }));
}
