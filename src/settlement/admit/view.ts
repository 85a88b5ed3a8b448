import type { DayNumber, Span } from '../../calendar/index.ts';
import { compareTexts, type Fact, type FactState, firstDay } from '../../facts/index.ts';
import { type Admitted, findStanding, type StandingChain } from './admit.ts';

/**
 * How facts are read. `firm`: only the states the page names count. `claimed`: so do those not yet
 * verified, to show what waits for it. `hopeful`: besides, whatever is still open, unread or not
 * recorded complete turns out well, to tell what is not known from what is not achieved.
 */
export type Reading = 'firm' | 'claimed' | 'hopeful';

/** One fact as it stood on some day, under the id of its chain. */
export type SeenFact = Readonly<{
  id: string;
  fact: Fact;
  states: readonly FactState[];
  /** The whole of a spell of which a source that ranks higher has left only a part. */
  whole?: Span;
}>;

/** The facts of one participant as they were true and known by two days, ready to be asked. */
export type View = Readonly<{
  reading: Reading;
  /** The last day of which anything is known: nothing after it has happened yet. */
  horizon: DayNumber;
  /** The facts of a kind in their order, looked up when they are first asked for. */
  factsOf: (kind: string) => readonly SeenFact[];
  ranks: ReadonlyMap<string, readonly string[]> | undefined;
}>;

/** What a view is made from, so that the same facts can be seen up to an earlier day. */
export type Sight = Readonly<{ horizon: DayNumber; knownBy: DayNumber; reading: Reading }>;

/**
 * Looks at the facts that stand today as they stood when this much was known. One counts only if it
 * counts in both states: the one it had then and the one it has today.
 */
export function viewOf(
  admitted: Admitted,
  sight: Sight,
  ranks?: ReadonlyMap<string, readonly string[]>,
): View {
  const seen = new Map<string, readonly SeenFact[]>();
  const factsOf = (kind: string) => {
    const before = seen.get(kind);
    if (before) return before;
    const facts = lookFor(kind, admitted, sight);
    seen.set(kind, facts);
    return facts;
  };
  return { reading: sight.reading, horizon: sight.horizon, factsOf, ranks };
}

function lookFor(kind: string, admitted: Admitted, sight: Sight): readonly SeenFact[] {
  const seen: SeenFact[] = [];
  for (const standing of admitted.byKind.get(kind) ?? []) {
    const fact = findStanding(standing.chain, sight.knownBy);
    if (fact && firstDay(fact) <= sight.horizon) seen.push(seenAs(fact, standing));
  }
  return seen.length < 2 ? seen : seen.sort(byDayThenChain);
}

function seenAs(fact: Fact, { id, head }: StandingChain): SeenFact {
  return { id, fact, states: fact === head ? [fact.state] : [fact.state, head.state] };
}

/** The order in which facts are read: by day, then by the id of the chain. */
export function byDayThenChain(a: SeenFact, b: SeenFact): number {
  return firstDay(a.fact) - firstDay(b.fact) || compareTexts(a.id, b.id);
}
