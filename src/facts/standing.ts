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
  const inOrder = inTotalOrder(facts);
  const replacing = facts.filter(({ replaces }) => replaces !== undefined);
  if (replacing.length === 0) return inOrder.map((fact) => [fact]);
  const replacedBy = new Map(replacing.map((fact) => [fact.replaces as string, fact] as const));
  const following = new Set<Fact>();
  for (const { id } of facts) {
    const next = replacedBy.get(id);
    if (next !== undefined) following.add(next);
  }
  const roots = inOrder.filter((fact) => !following.has(fact));
  const chains = roots.map((root) => chainFrom(root, replacedBy));
  const linked = chains.reduce((count, chain) => count + chain.length, 0);
  assert(linked === facts.length, 'every fact stands in one chain of replacements');
  return chains;
}

/** Facts of one participant mostly come in their order already. */
function inTotalOrder(facts: readonly Fact[]): readonly Fact[] {
  for (let at = 1; at < facts.length; at += 1) {
    const isAfter = compareFacts(facts[at - 1] as Fact, facts[at] as Fact) <= 0;
    if (!isAfter) return [...facts].sort(compareFacts);
  }
  return facts;
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
