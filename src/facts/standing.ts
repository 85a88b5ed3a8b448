import type { DayNumber } from '../calendar/index.ts';
import { assert } from '../problem/index.ts';
import type { Fact } from './fact.ts';

/** Facts that take each other's place, the first recorded first. Most have one link. */
export type Chain = readonly Fact[];

/** The two days as at which facts are asked for: true by, and known by. */
export type AsAt = Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;

/** A fact that stands on the two days. */
export type StandingFact = Readonly<{
  fact: Fact;
  /** What the fact is for good: the id of the first in its chain, through every correction. */
  identity: string;
  /** The links of its chain up to this fact that are known by then, this one last. */
  chain: Chain;
}>;

/** Parts facts that were checked as a set into their chains, in the total order of facts. */
export function chainsOf(facts: readonly Fact[]): readonly Chain[] {
  const replacedBy = new Map<string, Fact>();
  const ids = new Set<string>();
  for (const fact of facts) {
    ids.add(fact.id);
    if (fact.replaces !== undefined) replacedBy.set(fact.replaces, fact);
  }
  const roots = facts.filter(({ replaces }) => replaces === undefined || !ids.has(replaces));
  const chains = [...roots].sort(compareFacts).map((root) => chainFrom(root, replacedBy));
  const linked = chains.reduce((count, chain) => count + chain.length, 0);
  assert(linked === facts.length, 'every fact stands in one chain of replacements');
  return chains;
}

function chainFrom(root: Fact, replacedBy: ReadonlyMap<string, Fact>): Chain {
  const chain = [root];
  let next = replacedBy.get(root.id);
  while (next !== undefined) {
    chain.push(next);
    next = replacedBy.get(next.id);
  }
  return chain;
}

/**
 * The facts that stand: of each chain the last link known by the day, unless it is a withdrawal or
 * had not yet happened. A link sets aside all before it, so one chain never stands twice, also
 * where a middle link becomes known last.
 */
export function standingAt(facts: readonly Fact[], asAt: AsAt): readonly StandingFact[] {
  return standingOf(chainsOf(facts), asAt);
}

/** The same for facts already in chains, to ask as at one day after another. */
export function standingOf(
  chains: readonly Chain[],
  { trueBy, knownBy }: AsAt,
): readonly StandingFact[] {
  return chains.flatMap((links) => {
    const chain = links.filter(({ known }) => known <= knownBy);
    const fact = chain[chain.length - 1];
    if (fact === undefined || fact.kind === 'withdrawn' || firstDay(fact) > trueBy) return [];
    return [{ fact, identity: links[0]?.id ?? fact.id, chain }];
  });
}

/** The day on which a fact begins to be true. */
export function firstDay(fact: Fact): DayNumber {
  return fact.day ?? fact.from ?? fact.known;
}

/** A total order of facts, by first day and then id, so that no row's place in a file matters. */
export function compareFacts(a: Fact, b: Fact): number {
  return firstDay(a) - firstDay(b) || compareTexts(a.id, b.id);
}

/** The order of code units: the same in every country, unlike that of a language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
