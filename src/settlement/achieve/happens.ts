import { one } from '../../money/index.ts';
import { beginsItself, countedFacts } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import type { Instance } from '../whose/instance.ts';
import { canCount } from './counting-days.ts';
import type { Asking } from './question.ts';
import type { Stage } from './stage.ts';
import { type Taking, takeOne } from './taking.ts';

/** A recorded fact is the outcome. A spell happens on its first day. */
export function happens(asking: Asking<'happens'>, { view }: Stage, taking: Taking): void {
  const { wanted, instance } = asking;
  for (const seen of countedFacts(view, wanted.counted)) {
    const day = seen.first;
    if (!beginsItself(seen) || !isOwn(seen, instance) || !canCount(day, asking)) continue;
    if (!takeOne(taking, { from: day, day, certainOn: day, quantity: one, fact: seen.id })) return;
  }
}

/** Of attachments and referrals only the instance's own: a fee for one is not earned by another. */
function isOwn({ id, fact }: SeenFact, { scope, key, attachments }: Instance): boolean {
  if (fact.kind === 'attached') return attachments.some((each) => each.id === id);
  return fact.kind !== 'referred' || scope !== 'referral' || id === key;
}
