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
  /** What the fact is for good: the identity of its stretch. */
  identity: string;
  /** The links of its stretch, this one last. */
  chain: Chain;
}>;

/**
 * Links of a chain, one after another, all of them known by some day. Most chains have one
 * stretch. Its identity is the id of the first in its chain, through every correction; where a
 * link between is not known yet, what is known after it is a fact of its own until then, under the
 * id of its own first link.
 */
export type Stretch = Readonly<{ identity: string; links: Chain }>;

/** Parts facts that were checked as a set into their chains, in the total order of facts. */
export function chainsOf(facts: readonly Fact[]): readonly Chain[] {
  const chains: Chain[] = [];
  const replacing: Fact[] = [];
  for (const fact of facts) if (fact.replaces !== undefined) replacing.push(fact);
  const inOrder = inTotalOrder(facts);
  if (replacing.length === 0) {
    for (const fact of inOrder) chains.push([fact]);
    return chains;
  }
  const findNext = replacementsIn(replacing);
  const following = new Set<Fact>();
  for (const { id } of facts) {
    const next = findNext(id);
    if (next !== undefined) following.add(next);
  }
  let linked = 0;
  for (const fact of inOrder) {
    if (following.has(fact)) continue;
    const chain = [fact];
    for (let next = findNext(fact.id); next !== undefined; next = findNext(next.id)) {
      chain.push(next);
    }
    chains.push(chain);
    linked += chain.length;
  }
  assert(linked === facts.length, 'every fact stands in one chain of replacements');
  return chains;
}

// The few replacements of one participant are found sooner one by one than in a map.
const fewMax = 8;

/** What replaces a fact, by its id. */
function replacementsIn(replacing: readonly Fact[]): (id: string) => Fact | undefined {
  if (replacing.length <= fewMax) {
    return (id) => {
      for (const fact of replacing) if (fact.replaces === id) return fact;
      return undefined;
    };
  }
  const replacedBy = new Map(replacing.map((fact) => [fact.replaces, fact] as const));
  return (id) => replacedBy.get(id);
}

/** Facts of one participant mostly come in their order already. */
function inTotalOrder(facts: readonly Fact[]): readonly Fact[] {
  let before: Fact | undefined;
  for (const fact of facts) {
    if (before !== undefined && compareFacts(before, fact) > 0)
      return [...facts].sort(compareFacts);
    before = fact;
  }
  return facts;
}

/** The stretches of a chain as at a day. */
export function stretchesOf(chain: Chain, knownBy: DayNumber): readonly Stretch[] {
  const [only] = chain;
  if (chain.length === 1 && only !== undefined) {
    return only.known > knownBy ? [] : [{ identity: only.id, links: chain }];
  }
  const stretches: { identity: string; links: Fact[] }[] = [];
  let open: Fact[] | undefined;
  for (const link of chain) {
    if (link.known > knownBy) {
      open = undefined;
    } else if (open) {
      open.push(link);
    } else {
      open = [link];
      const first = stretches.length === 0 ? (chain[0] ?? link) : link;
      stretches.push({ identity: first.id, links: open });
    }
  }
  return stretches;
}

/**
 * The facts that stand: those known by the day that no fact known by then replaces, unless they are
 * withdrawals or had not yet happened.
 */
export function standingAt(facts: readonly Fact[], asAt: AsAt): readonly StandingFact[] {
  return standingOf(chainsOf(facts), asAt);
}

/** The same for facts already in chains, to ask as at one day after another. */
export function standingOf(
  chains: readonly Chain[],
  { trueBy, knownBy }: AsAt,
): readonly StandingFact[] {
  const stretches = chains.flatMap((chain) => stretchesOf(chain, knownBy));
  return stretches.flatMap(({ identity, links }) => {
    const fact = links[links.length - 1];
    if (fact === undefined || fact.kind === 'withdrawn' || firstDay(fact) > trueBy) return [];
    return [{ fact, identity, chain: links }];
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
