import { type Contract, findTerm, forms } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import type { EndingPlan } from './money-plan.ts';
import { sentencesIn } from './sentences-in.ts';

/** How long outcomes are paid for after a provider has left, and after the programme has ended. */
export function endingOf(contract: Contract): EndingPlan {
  const terms = sentencesIn(contract, 'market');
  const left = findTerm(terms, forms.market.paidAfterLeaving);
  const ended = findTerm(terms, forms.market.runOff);
  const ruleOf = ({ form, length }: NonNullable<typeof left | typeof ended>) => ({
    clause: clauseOf('Market', form, 0),
    length,
  });
  return {
    ...(left ? { afterLeaving: ruleOf(left) } : {}),
    ...(ended ? { runOff: ruleOf(ended) } : {}),
  };
}
