import type { DayNumber } from '../../calendar/index.ts';
import { type AsAt, type Chain, chainsOf, type Fact, firstDay } from '../../facts/index.ts';

/** A fact that stands otherwise as at two days than it stood as at two earlier ones. */
export type MovedFact = Readonly<{
  /** The id of the first in its chain. */
  chain: string;
  /** The id of the link that moved it: a new one, or one that has gone on. */
  id: string;
  kind: string;
  participant?: string;
  provider?: string;
  /** The kind or outcome that it is about. */
  about?: string;
  /** Its own first day, and the day by which it had happened and was known. */
  day: DayNumber;
  seenOn: DayNumber;
}>;

/** Every fact that became known, came true, went on or was taken back between the days. */
export function movedFacts(
  facts: readonly Fact[],
  { from, to }: Readonly<{ from: AsAt; to: AsAt }>,
): readonly MovedFact[] {
  return chainsOf(facts).flatMap((chain) => {
    const root = chain[0];
    const link = lastKnown(chain, to.knownBy);
    if (root === undefined || link === undefined) return [];
    const before = standing(chain, from);
    const after = standing(chain, to);
    const isSame = before?.id === after?.id;
    if (isSame && !(after && goesOn(after, from.trueBy) && to.trueBy > from.trueBy)) return [];
    return [movedFact(after ?? before ?? root, { root, link })];
  });
}

function movedFact(fact: Fact, { root, link }: Readonly<{ root: Fact; link: Fact }>): MovedFact {
  const { participant, provider, about } = fact;
  const day = firstDay(fact);
  return {
    chain: root.id,
    id: link.id,
    kind: root.kind,
    ...(participant === undefined ? {} : { participant }),
    ...(provider === undefined ? {} : { provider }),
    ...(about === undefined ? {} : { about }),
    day,
    seenOn: Math.max(day, link.known),
  };
}

function lastKnown(chain: Chain, knownBy: DayNumber): Fact | undefined {
  return chain.findLast(({ known }) => known <= knownBy);
}

function standing(chain: Chain, { trueBy, knownBy }: AsAt): Fact | undefined {
  const last = lastKnown(chain, knownBy);
  if (last === undefined || last.kind === 'withdrawn' || firstDay(last) > trueBy) return undefined;
  return last;
}

/** Whether a spell has days after this one. */
function goesOn({ from, to }: Fact, day: DayNumber): boolean {
  return from !== undefined && (to === undefined || to > day);
}
