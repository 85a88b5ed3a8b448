import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact, FactState } from '../../src/facts/index.ts';

/**
 * A fact and all that is known to have replaced it, the first one first. The first one's id is the
 * identity.
 */
export type Chain = Readonly<{
  identity: string;
  participant: string | undefined;
  links: readonly Fact[];
}>;

/** What is asked: what was true by one day, as far as known by another. */
export type AsAt = Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;

/** One chain as it read on some day: the fact that spoke for it then, and the one that does today. */
export type InForce = Readonly<{ identity: string; fact: Fact; today: Fact }>;

/** All that was in force on some day in order of days, and how far open spells are believed. */
export type View = Readonly<{ at: AsAt; inForce: readonly InForce[]; hopes: Hopes }>;

/**
 * `counted`: only what counts. `unverified`: also what waits for its verifier. `hoped`: everything
 * that may yet turn out well, so that what even hope does not reach was truly not achieved.
 */
export type Hopes = 'counted' | 'unverified' | 'hoped';

export const unverifiedStates: readonly FactState[] = ['claimed', 'waiting', 'not selected'];

/**
 * DESIGN 4: each chain of replacements, from the fact that replaces nothing, as far as it is known
 * by the day. Where what lies between two links is not known yet, those after it are another chain.
 */
export function chainsOf(facts: readonly Fact[], knownBy: DayNumber): Chain[] {
  const chains: Chain[] = [];
  for (const fact of facts) {
    if (fact.replaces !== undefined) continue;
    const links = [fact];
    for (;;) {
      const last = links[links.length - 1] as Fact;
      const next = facts.find((each) => each.replaces === last.id);
      if (next === undefined) break;
      links.push(next);
    }
    for (const [index, known] of stretchesOf(links, knownBy).entries()) {
      // What is known first of it has the name of the whole, whether its first link is known or not.
      const identity = index === 0 ? fact.id : (known[0] as Fact).id;
      chains.push({ identity, participant: fact.participant, links: known });
    }
  }
  return chains.sort((a, b) => compareTexts(a.identity, b.identity));
}

function stretchesOf(links: readonly Fact[], knownBy: DayNumber): Fact[][] {
  const stretches: Fact[][] = [[]];
  for (const link of links) {
    if (link.known > knownBy) stretches.push([]);
    else stretches.at(-1)?.push(link);
  }
  return stretches.filter((known) => known.length > 0);
}

/** The member of the chain furthest from its beginning that was known by the day. */
export function memberKnownBy(chain: Chain, day: DayNumber): Fact | undefined {
  let member: Fact | undefined;
  for (const fact of chain.links) if (fact.known <= day) member = fact;
  return member;
}

/**
 * DESIGN 5, step 5: the chains whose head stands today, as they read on the earlier day. Asked for
 * today itself, this is what stands today (step 1).
 */
export function viewOf(
  chains: readonly Chain[],
  today: AsAt,
  earlier: Readonly<{ knownBy: DayNumber; hopes: Hopes }>,
): View {
  // What is known by a day is of the time up to it; hope looks as far as is asked about.
  const trueBy = earlier.hopes === 'hoped' ? today.trueBy : Math.min(today.trueBy, earlier.knownBy);
  const at = { trueBy, knownBy: earlier.knownBy };
  const inForce: InForce[] = [];
  for (const chain of chains) {
    const head = memberKnownBy(chain, today.knownBy);
    const fact = memberKnownBy(chain, earlier.knownBy);
    if (head === undefined || fact === undefined) continue;
    if (head.kind === 'withdrawn' || fact.kind === 'withdrawn') continue;
    if (firstDayOf(head) > today.trueBy || firstDayOf(fact) > at.trueBy) continue;
    inForce.push({ identity: chain.identity, fact, today: head });
  }
  inForce.sort(
    (a, b) => firstDayOf(a.fact) - firstDayOf(b.fact) || compareTexts(a.identity, b.identity),
  );
  return { at, inForce, hopes: earlier.hopes };
}

/** The facts of these kinds that count in these states, in order of day, then identity. */
export function factsOf(
  view: View,
  kinds: readonly string[],
  states: readonly FactState[],
): InForce[] {
  return view.inForce.filter((each) => {
    const isOfKind = kinds.includes(each.fact.kind) && kinds.includes(each.today.kind);
    return isOfKind && states.includes(each.fact.state) && states.includes(each.today.state);
  });
}

/**
 * The first day by which the chain, as it read then, was verified and of the same kind and provider
 * as it is today; undefined where it is not today.
 */
export function knownSince(
  chain: Chain,
  today: AsAt,
  isEnough: (then: Fact, now: Fact) => boolean = () => true,
): DayNumber | undefined {
  const now = memberKnownBy(chain, today.knownBy);
  if (now === undefined || now.state !== 'verified') return undefined;
  const days = chain.links.map(({ known }) => known).sort((a, b) => a - b);
  return days.find((day) => {
    const then = memberKnownBy(chain, day) as Fact;
    const isSame = then.kind === now.kind && then.provider === now.provider;
    return then.state === 'verified' && isSame && isEnough(then, now);
  });
}

/** The states in which a fact helps: with hope, also those not yet decided. */
export function helpfulStates(view: View, states: readonly FactState[]): readonly FactState[] {
  return view.hopes === 'counted' ? states : [...states, ...unverifiedStates];
}

export function firstDayOf(fact: Fact): DayNumber {
  return (fact.day ?? fact.from) as DayNumber;
}

/** A spell is evidence of days up to the day on which it became known, and of none after it. */
export function lastDayOfFact(fact: Fact, at: AsAt): DayNumber {
  const last = fact.day ?? fact.to ?? fact.known;
  return Math.min(last, fact.known, at.trueBy);
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
