import { bandSizesOf, type Contract, forms, termsOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import type { BandsPlan } from './money-plan.ts';
import type { Over } from './period-plan.ts';

const periods: Readonly<Record<string, Over>> = {
  'over the whole contract': 'contract',
  'in each year': 'year',
  'in each quarter': 'quarter',
  'in each month': 'month',
};

/** The bands of an outcome: what each holds, and what the page says that they count. */
export function bandsOf(contract: Contract, outcome: string): BandsPlan | undefined {
  const terms = termsOf(contract.sections.prices ?? [], forms.prices.bands);
  const at = terms.findIndex(({ outcomes }) => outcomes.includes(outcome));
  const said = terms[at];
  if (!said) return undefined;
  return {
    clause: clauseOf('Prices', said.form, at),
    sizes: bandSizesOf(contract, outcome),
    per: said.per === 'each provider achieves' ? 'provider' : 'contract',
    over: periods[said.over] ?? 'contract',
    how: said.how === 'each at its own price' ? 'own' : 'reached',
  };
}
