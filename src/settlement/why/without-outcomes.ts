import { type Fact, firstDay, standingAt } from '../../facts/index.ts';
import type { Basis } from '../as-at.ts';
import type { Plan } from '../plan/plan.ts';
import { whyNotTaken } from './why-not-taken.ts';
import { dayWords } from './words.ts';

/** Why a participant has no outcomes at all to speak of: nobody came, or it does not count. */
export function withoutOutcomes({ plan, facts, asAt }: Basis, participant: string): string[] {
  const own = facts.filter((fact) => fact.participant === participant);
  const recorded = own.filter(({ kind }) => ['attached', 'referred', 'withdrawn'].includes(kind));
  const cut = (asAt.unread ?? []).some((row) => row.participant === participant);
  const unread = cut ? [`A row of facts about ${participant} could not be read.`] : [];
  const standing = standingAt(recorded, asAt);
  const notCounted = standing.flatMap(({ fact, identity }) => reasonFor(fact, identity, plan));
  if (notCounted.length > 0) return [...notCounted, ...unread];
  const isNever = own.length > 0 && recorded.every(({ kind }) => kind === 'withdrawn');
  const said = isNever
    ? `There are facts about ${participant}, who was never attached or referred.`
    : `Nobody was attached under ${participant} by ${dayWords(asAt.trueBy)}${knownWords(asAt)}.`;
  return [said, ...unread];
}

function knownWords({ trueBy, knownBy }: Basis['asAt']): string {
  return knownBy === trueBy ? '' : `, as far as known by ${dayWords(knownBy)}`;
}

function reasonFor(fact: Fact, identity: string, plan: Plan): string[] {
  const day = firstDay(fact);
  const isAttached = fact.kind === 'attached';
  const what = isAttached ? 'Attached' : 'Referred';
  const provider = fact.provider === undefined ? '' : ` to ${fact.provider}`;
  const named = `${what}${provider} on ${dayWords(day)} (${identity})`;
  if (fact.state !== 'verified') return [`${named} does not count: it is ${fact.state}.`];
  const outside = whyNotTaken(plan, fact);
  if (outside !== undefined) return [`${named} does not count: ${outside}.`];
  if (!isAttached) return [`${named}, and attached to nobody.`];
  if (fact.group === undefined) return [`${named}: no group is recorded with it.`];
  return [`${named}: no outcome of the page is for the group ${fact.group}.`];
}
