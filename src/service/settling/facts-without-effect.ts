import { compareTexts, type Fact } from '../../facts/index.ts';
import type { Problem } from '../../problem/index.ts';
import { type PaymentPlan, type Plan, whyNotTaken } from '../../settlement/index.ts';
import {
  attachedOutside,
  discountNotTaken,
  disputeNotHeld,
  kindsWithoutEffect,
  neverAttached,
} from './problems.ts';
import { findProvidersNotRecorded } from './providers-not-recorded.ts';
import { kindsNotActedOn, openSeen, type SeenFacts, seeFacts, seenOf } from './seen-facts.ts';

/** Under which terms facts have an effect, and the rows that could not be read. */
type Read = Readonly<{
  plan: Plan;
  /** The terms of payment on the day of the settlement. */
  payment: PaymentPlan;
  unread: readonly Readonly<{ participant?: string }>[];
}>;

/**
 * Facts that are in order and change nothing: mostly a slip in a reference or a day, which would
 * otherwise cost somebody money without a word. The same whatever order the facts came in.
 */
export function findFactsWithoutEffect({
  facts,
  ...read
}: Read & Readonly<{ facts: readonly Fact[] }>): readonly Problem[] {
  const seen = openSeen(read.plan);
  seeFacts(seen, facts);
  return withoutEffect(read, seenOf(seen));
}

/** The same of what has been seen of them. */
export function withoutEffect(read: Read, seen: SeenFacts): readonly Problem[] {
  return [
    ...ofKinds(read, seen),
    ...ofParticipants(read, seen),
    ...ofDays(read, seen),
    ...findProvidersNotRecorded(read.plan, seen.providers),
  ];
}

function ofKinds({ plan, payment }: Read, { counts }: SeenFacts): Problem[] {
  const found = kindsNotActedOn.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [[kind, count] as const] : [];
  });
  const discounts = takesDiscount(plan) ? 0 : (counts.get('discount') ?? 0);
  const disputes = payment.held ? 0 : (counts.get('disputed') ?? 0);
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
function ofParticipants({ unread }: Read, { neverCame }: SeenFacts): Problem[] {
  const mayHaveCome = new Set(unread.map(({ participant }) => participant));
  const never = neverCame.filter((participant) => !mayHaveCome.has(participant));
  return never.length === 0 ? [] : [neverAttached(never.toSorted(compareTexts))];
}

/** Attachments and referrals, as corrected, on days on which the contract takes nobody. */
function ofDays({ plan }: Read, { outside }: SeenFacts): Problem[] {
  const [first] = outside.toSorted((one, other) => compareTexts(one.id, other.id));
  if (first === undefined) return [];
  const why = whyNotTaken(plan, first) ?? '';
  return [attachedOutside(outside.map(({ id }) => id).toSorted(compareTexts), why)];
}
