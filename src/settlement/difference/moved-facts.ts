import type { DayNumber } from '../../calendar/index.ts';
import {
  type AsAt,
  type Chain,
  chainsOf,
  compareFacts,
  type Fact,
  type FactSource,
  firstDay,
  standingOf,
  stretchesOf,
} from '../../facts/index.ts';

/** A fact that stands otherwise as at two days than it stood as at two earlier ones. */
export type MovedFact = Readonly<{
  /** Its identity: that of its stretch. */
  chain: string;
  /** The id of the link that moved it: a new one, or one that has gone on. */
  id: string;
  kind: string;
  /** What it was before, where a correction has made it of another kind. */
  kindBefore?: string;
  participant?: string;
  provider?: string;
  /** The kind or outcome that it is about. */
  about?: string;
  /** Its own first day, and the day by which it had happened and was known. */
  day: DayNumber;
  seenOn: DayNumber;
}>;

type Days = Readonly<{ from: AsAt; to: AsAt }>;

/** Every fact that became known, came true, went on or was taken back between the days. */
export function movedFacts(source: FactSource, days: Days): readonly MovedFact[] {
  const found: Readonly<{ first: Fact; moved: readonly MovedFact[] }>[] = [];
  const look = (facts: readonly Fact[]): void => {
    if (facts.every((fact) => standsAsBefore(fact, days))) return;
    for (const chain of chainsOf(facts)) {
      if (chain.every((fact) => standsAsBefore(fact, days))) continue;
      const moved = movedIn(chain, days);
      const [first] = chain;
      if (first !== undefined && moved.length > 0) found.push({ first, moved });
    }
  };
  for (let at = 0; at < source.participantCount; at += 1) look(source.participantAt(at).facts);
  look(source.others);
  return found
    .sort((one, other) => compareFacts(one.first, other.first))
    .flatMap(({ moved }) => moved);
}

/** Whether nothing has become known, begun or gone on of a fact: a chain of such has not moved. */
function standsAsBefore(fact: Fact, { from, to }: Days): boolean {
  return (
    fact.known <= Math.min(from.knownBy, to.knownBy) &&
    firstDay(fact) <= Math.min(from.trueBy, to.trueBy) &&
    !goesOn(fact, from.trueBy)
  );
}

function movedIn(chain: Chain, { from, to }: Days): readonly MovedFact[] {
  const before = standingIn(chain, from);
  const after = standingIn(chain, to);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((identity) => {
    const was = before.get(identity);
    const is = after.get(identity);
    const isSame = was?.id === is?.id;
    if (isSame && !(is && goesOn(is, from.trueBy) && to.trueBy > from.trueBy)) return [];
    const fact = is ?? was;
    if (fact === undefined) return [];
    const moved = movedFact(fact, { identity, link: linkOf(fact, chain, { from, to }) });
    const isOther = was !== undefined && was.kind !== moved.kind;
    return [isOther ? { ...moved, kindBefore: was.kind } : moved];
  });
}

/** The facts of a chain that stand, by their identities: one, unless a link is not known yet. */
function standingIn(chain: Chain, asAt: AsAt): ReadonlyMap<string, Fact> {
  return new Map(standingOf([chain], asAt).map(({ identity, fact }) => [identity, fact]));
}

/** The last link of the fact's stretch that became known since, or the last of all. */
function linkOf(fact: Fact, chain: Chain, { from, to }: Days): Fact {
  const stretch = stretchesOf(chain, to.knownBy).find(({ links }) => links.includes(fact));
  const links = stretch?.links ?? [fact];
  return links.findLast(({ known }) => known > from.knownBy) ?? links.at(-1) ?? fact;
}

function movedFact(
  fact: Fact,
  { identity, link }: Readonly<{ identity: string; link: Fact }>,
): MovedFact {
  const { kind, participant, provider, about } = fact;
  const day = firstDay(fact);
  return {
    chain: identity,
    id: link.id,
    kind,
    ...(participant === undefined ? {} : { participant }),
    ...(provider === undefined ? {} : { provider }),
    ...(about === undefined ? {} : { about }),
    day,
    seenOn: Math.max(day, link.known),
  };
}

/** Whether a spell has days after this one. */
function goesOn({ from, to }: Fact, day: DayNumber): boolean {
  return from !== undefined && (to === undefined || to > day);
}
