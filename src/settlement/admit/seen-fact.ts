import type { DayNumber, Span } from '../../calendar/index.ts';
import { type Fact, type FactState, firstDay } from '../../facts/index.ts';

/**
 * One fact as it stood on some day, under the id of its chain, with the days that are asked of it
 * again and again.
 */
export type SeenFact = Readonly<{
  id: string;
  fact: Fact;
  kind: string;
  /** The state it had then and, where that was another fact, the one it has today. */
  states: readonly FactState[];
  first: DayNumber;
  /** The last day of which it is evidence: of none after the day on which it became known. */
  last: DayNumber;
  known: DayNumber;
  /** A spell without an end. */
  isOpen: boolean;
  /** The whole of a spell of which a source that ranks higher has left only a part. */
  whole: Span | undefined;
}>;

type Seen = Readonly<{ id: string; fact: Fact; states: readonly FactState[]; whole?: Span }>;

export function seenFact({ id, fact, states, whole }: Seen): SeenFact {
  const { kind, known, from, to } = fact;
  return {
    id,
    fact,
    kind,
    states,
    first: firstDay(fact),
    last: lastDayOfEvidence(fact),
    known,
    isOpen: from !== undefined && to === undefined,
    whole,
  };
}

/** A spell is evidence of no day after the one on which it became known. */
export function lastDayOfEvidence(fact: Fact): DayNumber {
  const { known, from, to } = fact;
  return from === undefined ? firstDay(fact) : Math.min(to ?? known, known);
}
