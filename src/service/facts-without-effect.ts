import { builtInKinds, compareTexts, type Fact } from '../facts/index.ts';
import type { Problem } from '../problem/index.ts';
import { type PaymentPlan, type Plan, whyNotTaken } from '../settlement/index.ts';
import {
  attachedOutside,
  discountNotTaken,
  disputeNotHeld,
  kindsWithoutEffect,
  neverAttached,
} from './problems.ts';
import { findProvidersNotRecorded } from './providers-not-recorded.ts';

/** What a settlement rests on, and the rows that could not be read. */
type Read = Readonly<{
  plan: Plan;
  /** The terms of payment on the day of the settlement. */
  payment: PaymentPlan;
  facts: readonly Fact[];
  unread: readonly Readonly<{ participant?: string }>[];
}>;

/**
 * Facts that are in order and change nothing: mostly a slip in a reference or a day, which would
 * otherwise cost somebody money without a word. The same whatever order the facts came in.
 */
export function findFactsWithoutEffect(read: Read): readonly Problem[] {
  return [
    ...ofKinds(read),
    ...ofParticipants(read),
    ...ofDays(read),
    ...findProvidersNotRecorded(read.plan, read.facts),
  ];
}

/** Kinds that are read and kept, and on which the engine does not act so far. */
const kindsNotActedOn = ['chosen', 'agreed'];

function ofKinds({ plan, payment, facts }: Read): Problem[] {
  const counts = new Map([...kindsNotActedOn, 'discount', 'disputed'].map((kind) => [kind, 0]));
  for (const { kind } of facts) {
    const count = counts.get(kind);
    if (count !== undefined) counts.set(kind, count + 1);
  }
  const discounts = takesDiscount(plan) ? 0 : (counts.get('discount') ?? 0);
  const disputes = payment.held ? 0 : (counts.get('disputed') ?? 0);
  counts.delete('discount');
  counts.delete('disputed');
  const found = [...counts].filter(([, count]) => count > 0);
  return [
    ...(found.length > 0 ? [kindsWithoutEffect(found)] : []),
    ...(discounts > 0 ? [discountNotTaken(discounts)] : []),
    ...(disputes > 0 ? [disputeNotHeld(disputes)] : []),
  ];
}

function takesDiscount({ versions }: Plan): boolean {
  return versions.some(({ groups }) =>
    [...groups.values()].some(({ outcomes }) =>
      outcomes.some(({ price }) => price.discountFromYear !== undefined),
    ),
  );
}

/** Those with a fact of a kind that the page declares, whom nobody ever attached or referred. */
function ofParticipants({ facts, unread }: Read): Problem[] {
  const came = new Set(unread.map(({ participant }) => participant));
  const recorded = new Set<string>();
  let last: string | undefined;
  for (const { kind, participant } of facts) {
    if (participant === undefined) continue;
    if (kind === 'attached' || kind === 'referred') came.add(participant);
    else if (participant !== last && !builtInKinds.has(kind)) {
      last = participant;
      recorded.add(participant);
    }
  }
  const never = [...recorded].filter((participant) => !came.has(participant));
  return never.length === 0 ? [] : [neverAttached(never.toSorted(compareTexts))];
}

/** Attachments and referrals, as corrected, on days on which the contract takes nobody. */
function ofDays({ plan, facts }: Read): Problem[] {
  const outside = facts.filter(
    (fact) =>
      (fact.kind === 'attached' || fact.kind === 'referred') &&
      whyNotTaken(plan, fact) !== undefined,
  );
  if (outside.length === 0) return [];
  const replaced = new Set(facts.map(({ replaces }) => replaces));
  const heads = outside.filter(({ id }) => !replaced.has(id));
  const [first] = heads.toSorted((one, other) => compareTexts(one.id, other.id));
  if (first === undefined) return [];
  const why = whyNotTaken(plan, first) ?? '';
  return [attachedOutside(heads.map(({ id }) => id).toSorted(compareTexts), why)];
}
