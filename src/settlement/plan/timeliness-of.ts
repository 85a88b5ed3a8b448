import { dayNumber } from '../../calendar/index.ts';
import { type Contract, findTerm, forms } from '../../contract/index.ts';
import { clauseOf } from './clause-of.ts';
import type { TimelinessPlan } from './money-plan.ts';
import { exceptedMethods } from './payment-plan-of.ts';
import { sentencesIn } from './sentences-in.ts';
import { workingDaysIn } from './working-days-in.ts';

const { knownBy, knownWithin, undecided, yearCloses } = forms.payment;

/** When a fact is known too late, and when a claim that nobody has decided counts as verified. */
export function timelinessOf(contract: Contract): TimelinessPlan {
  const terms = sentencesIn(contract, 'payment');
  const within = findTerm(terms, knownWithin);
  const by = findTerm(terms, knownBy);
  const closes = findTerm(terms, yearCloses);
  const deemed = findTerm(terms, undecided);
  const working = workingDaysIn(contract);
  const except = exceptedMethods(contract);
  const isSaid = within ?? by ?? closes ?? deemed;
  return {
    ...(within ? { within: { clause: clauseIn(within.form), length: within.within } } : {}),
    ...(by ? { by: { clause: clauseIn(by.form), day: dayNumber(by.last) } } : {}),
    ...(closes ? { yearCloses: { clause: clauseIn(closes.form), length: closes.after } } : {}),
    ...(deemed ? { deemed: { clause: clauseIn(deemed.form), length: deemed.within } } : {}),
    ...(isSaid && except.length > 0 ? { except } : {}),
    ...(isSaid && working ? { working } : {}),
  };
}

function clauseIn(form: string): string {
  return clauseOf('Payment', form, 0);
}
