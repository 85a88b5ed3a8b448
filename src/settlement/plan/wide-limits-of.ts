import { type Contract, findTerm, forms, type Term, termsOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import { closingPeriodsOf } from './closing-periods-of.ts';
import { minorUnits } from './minor-units.ts';
import type { WideLimitPlan } from './money-plan.ts';
import type { ContractDays } from './periods-of.ts';
import { sentencesIn } from './sentences-in.ts';

const { limits: said, opening, payment } = forms;

/** The limits over lines of many, in the order of the page, and the sum that may be spent. */
export function wideLimitsOf(contract: Contract, days: ContractDays): readonly WideLimitPlan[] {
  const terms = sentencesIn(contract, 'limits');
  const limit = (term: Limit, at: number, per: WideLimitPlan['per']): WideLimitPlan => ({
    clause: clauseOf('Limits', term.form, at),
    most: minorUnits(contract, term.most),
    per,
    ...(term.outcomes ? { outcomes: term.outcomes } : {}),
    eachYear: term.each !== undefined || term.over === 'in each year',
  });
  const found = [
    ...termsOf(terms, said.limitInAll).map((term, at) => ({
      term,
      plan: limit(term, at, { is: 'contract' }),
    })),
    ...termsOf(terms, said.limitInProportion).map((term, at) => ({
      term,
      plan: {
        ...limit(term, at, { is: 'contract' }),
        shared: closingPeriodsOf(contract, days, term.over === 'in all' ? 'contract' : 'year'),
      },
    })),
    ...termsOf(terms, said.limitOfEachProvider).map((term, at) => ({
      term,
      plan: limit(term, at, { is: 'each provider' }),
    })),
    ...termsOf(terms, said.limitOfOneProvider).map((term, at) => ({
      term,
      plan: limit(term, at, { is: 'provider', provider: term.provider }),
    })),
    ...termsOf(terms, said.limitOfGroup).map((term, at) => ({
      term,
      plan: limit(term, at, { is: 'group', group: term.group }),
    })),
  ];
  const place = (term: Term) => terms.indexOf(term);
  const inOrder = found.toSorted((one, other) => place(one.term) - place(other.term));
  return [...inOrder.map(({ plan }) => plan), ...spendingLimit(contract)];
}

type Limit = Readonly<{
  form: string;
  most: string;
  over?: string;
  each?: string;
  outcomes?: readonly string[];
}>;

/** Where nothing is reserved, what is earned beyond the sum that may be spent is not paid. */
function spendingLimit(contract: Contract): readonly WideLimitPlan[] {
  const sum = findTerm(contract.opening, opening.spends);
  const isBare = findTerm(sentencesIn(contract, 'payment'), payment.noReserve) !== undefined;
  if (!sum || !isBare) return [];
  return [
    {
      clause: `Payment/${payment.noReserve.name}`,
      most: minorUnits(contract, sum.most),
      per: { is: 'contract' },
      eachYear: false,
    },
  ];
}
