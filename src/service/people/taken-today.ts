import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import { planOf, whyNotTakenOn } from '../../settlement/index.ts';
import type { Work } from '../act/index.ts';
import { findRules } from '../facts-in/index.ts';

/**
 * Why nobody is referred today, as its day is none of the contract's; undefined where it is one. It
 * is what a settlement says of such a referral, which would count for nothing.
 */
export async function whyNotToday(
  { tx, today }: Work,
  programme: string,
): Promise<string | undefined> {
  const found = await findRules(tx, programme);
  if (found === undefined) return undefined;
  const plan = planOf(found.contracts);
  assert(plan.ok, 'versions that were published follow each other');
  return whyNotTakenOn(plan.value, { kind: 'referred', day: dayNumber(today as Day) });
}
