import { bandSizesOf, type Contract, forms, termsOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import type { BandsPlan } from './money-plan.ts';
import { overs } from './overs.ts';
import { sentencesIn } from './sentences-in.ts';

/** The bands of an outcome: what each holds, and what the page says that they count. */
export function bandsOf(contract: Contract, outcome: string): BandsPlan | undefined {
  const terms = termsOf(sentencesIn(contract, 'prices'), forms.prices.bands);
  const at = terms.findIndex(({ outcomes }) => outcomes.includes(outcome));
  const said = terms[at];
  if (!said) return undefined;
  return {
    clause: clauseOf('Prices', said.form, at),
    sizes: bandSizesOf(contract, outcome),
    per: said.per === 'each provider achieves' ? 'provider' : 'contract',
    over: overs[said.over],
    how: said.how === 'each at its own price' ? 'own' : 'reached',
  };
}
