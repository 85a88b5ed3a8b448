import { type Contract, forms, parseShare, termsOf } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import type { CountLimitPlan } from './money-plan.ts';
import { sentencesIn } from './sentences-in.ts';

type Whom = Pick<CountLimitPlan, 'of' | 'per'>;

const counted = {
  'those attached to each provider': { of: 'attached', per: 'provider' },
  'those referred to each provider': { of: 'referred', per: 'provider' },
  'all those attached': { of: 'attached', per: 'contract' },
  'all those referred': { of: 'referred', per: 'contract' },
} as const satisfies Readonly<Record<string, Whom>>;

/** For how large a share of the people outcomes are paid. */
export function countLimitsOf(contract: Contract): readonly CountLimitPlan[] {
  return termsOf(sentencesIn(contract, 'limits'), forms.limits.limitOfCount).map((term, at) => ({
    clause: clauseOf('Limits', term.form, at),
    outcomes: term.outcomes,
    share: parseShare(term.share),
    ...counted[term.whom],
  }));
}
