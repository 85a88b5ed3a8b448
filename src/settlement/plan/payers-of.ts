import {
  type Contract,
  findTerm,
  forms,
  namedPayer,
  type PayerTerm,
  parseShare,
  payerRulesOf,
  type Term,
} from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import { minorUnits } from './minor-units.ts';
import type { PayerPlan } from './money-plan.ts';
import { sentencesIn } from './sentences-in.ts';

/** Who pays what, rule by rule, in the order of the page. */
export function payersOf(contract: Contract): readonly PayerPlan[] {
  return payerRulesOf(contract).flatMap(({ outcomes, terms }) => {
    const first = terms[0];
    if (!first) return [];
    const clause = payerClause(contract, first);
    const pays = paysOf(contract, first, terms);
    return [{ clause, ...(outcomes ? { outcomes } : {}), pays }];
  });
}

/** The clause of a sentence of Payment: its form, and which of that form it is. */
export function payerClause(contract: Contract, term: Term): string {
  const same = sentencesIn(contract, 'payment').filter(({ form }) => form === term.form);
  return clauseOf('Payment', term.form, same.indexOf(term));
}

function paysOf(
  contract: Contract,
  first: PayerTerm,
  terms: readonly PayerTerm[],
): PayerPlan['pays'] {
  const payer = payerName(contract, first.payer);
  switch (first.form) {
    case 'payer share':
      return {
        is: 'shares',
        shares: terms.flatMap((term) =>
          'share' in term
            ? [{ payer: payerName(contract, term.payer), share: parseShare(term.share) }]
            : [],
        ),
      };
    case 'payer of the first':
      return {
        is: 'first',
        payer,
        sum: minorUnits(contract, first.sum),
        eachYear: first.each !== undefined,
        rest: payerName(contract, first.rest),
      };
    case 'payer of a fixed amount':
      return {
        is: 'fixed',
        payer,
        amount: minorUnits(contract, first.amount),
        rest: payerName(contract, first.rest),
      };
  }
}

/** A payer by its name: the commissioner may be called so. */
export function payerName(contract: Contract, payer: string): string {
  return namedPayer(payer, findTerm(contract.opening, forms.opening.buys)?.commissioner ?? payer);
}
