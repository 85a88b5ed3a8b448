import type { DayNumber } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';

/**
 * One fact through all its replacements, the first as it was first recorded. Attachments and
 * referrals are known by the id of that first one, so that a correction does not make another.
 */
export type Chain = Readonly<{ id: string; members: readonly Fact[] }>;

/** The chains of one participant's facts, in the order in which they are given. */
export function chainsOf(facts: readonly Fact[]): readonly Chain[] {
  if (facts.every((fact) => fact.replaces === undefined)) {
    return facts.map((fact) => ({ id: fact.id, members: [fact] }));
  }
  const ids = new Set(facts.map((fact) => fact.id));
  const replacements = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.replaces !== undefined) replacements.set(fact.replaces, fact);
  }
  const isFirst = (fact: Fact) => fact.replaces === undefined || !ids.has(fact.replaces);
  return facts.filter(isFirst).map((fact) => chainFrom(fact, replacements));
}

/**
 * The one that stands for the chain on a day: the last in the chain that was known by then, even
 * where one before it became known later. Undefined where none was known, or it was withdrawn.
 */
export function findStanding(chain: Chain, knownBy: DayNumber): Fact | undefined {
  for (let at = chain.members.length - 1; at >= 0; at -= 1) {
    const fact = chain.members[at] as Fact;
    if (fact.known <= knownBy) return fact.kind === 'withdrawn' ? undefined : fact;
  }
  return undefined;
}

/** The day on which a fact begins to be true. */
export function firstDayOf(fact: Fact): DayNumber {
  return fact.day ?? fact.from ?? fact.known;
}

function chainFrom(first: Fact, replacements: ReadonlyMap<string, Fact>): Chain {
  const members: Fact[] = [];
  for (let fact: Fact | undefined = first; fact; fact = replacements.get(fact.id)) {
    members.push(fact);
  }
  return { id: first.id, members };
}
