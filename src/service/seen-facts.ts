import { builtInKinds, type Fact } from '../facts/index.ts';
import { type Plan, whyNotTaken } from '../settlement/index.ts';

/** What is noted of facts, to say in the end which of them change nothing. */
export type SeenFacts = Readonly<{
  /** How many there are of the kinds that may have no effect. */
  counts: ReadonlyMap<string, number>;
  providers: ReadonlySet<string>;
  /** Those with a fact of a kind that the page declares, whom nobody attached or referred. */
  neverCame: readonly string[];
  /** Attachments and referrals, as corrected, on days on which the contract takes nobody. */
  outside: readonly Fact[];
}>;

/** Facts that are being seen, all those of a participant before they are told of. */
export type Seeing = {
  readonly plan: Plan;
  readonly counts: Map<string, number>;
  readonly providers: Set<string>;
  readonly came: Set<string>;
  readonly recorded: Set<string>;
  /** Whoever was recorded last: mostly so is the next. */
  last: string | undefined;
  readonly outside: Fact[];
  readonly replaced: Set<string>;
};

/** Kinds that are read and kept, and on which the engine does not act so far. */
export const kindsNotActedOn = ['chosen', 'agreed'] as const;

const kindsCounted: ReadonlySet<string> = new Set([...kindsNotActedOn, 'discount', 'disputed']);

export function openSeen(plan: Plan): Seeing {
  return {
    plan,
    counts: new Map(),
    providers: new Set(),
    came: new Set(),
    recorded: new Set(),
    last: undefined,
    outside: [],
    replaced: new Set(),
  };
}

export function seeFact(seen: Seeing, fact: Fact): void {
  const { kind, participant, provider, replaces } = fact;
  if (provider !== undefined) seen.providers.add(provider);
  if (replaces !== undefined) seen.replaced.add(replaces);
  if (kind === 'attached' || kind === 'referred') {
    if (participant !== undefined) seen.came.add(participant);
    if (whyNotTaken(seen.plan, fact) !== undefined) seen.outside.push(fact);
  } else if (kindsCounted.has(kind)) {
    seen.counts.set(kind, (seen.counts.get(kind) ?? 0) + 1);
  } else if (participant !== undefined && participant !== seen.last && !builtInKinds.has(kind)) {
    seen.last = participant;
    seen.recorded.add(participant);
  }
}

/** What has been seen of all facts of some participants. */
export function seenOf({ counts, providers, came, recorded, ...rest }: Seeing): SeenFacts {
  return {
    counts,
    providers,
    neverCame: [...recorded].filter((participant) => !came.has(participant)),
    outside: rest.outside.filter(({ id }) => !rest.replaced.has(id)),
  };
}

/** What has been seen of several sets of participants, together. */
export function joinSeen(parts: readonly SeenFacts[]): SeenFacts {
  const counts = new Map<string, number>();
  for (const [kind, count] of parts.flatMap((part) => [...part.counts])) {
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return {
    counts,
    providers: new Set(parts.flatMap(({ providers }) => [...providers])),
    neverCame: parts.flatMap(({ neverCame }) => neverCame),
    outside: parts.flatMap(({ outside }) => outside),
  };
}
