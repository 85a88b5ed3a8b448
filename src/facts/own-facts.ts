import type { Fact } from './fact.ts';
import type { FactSource, OwnFacts } from './fact-source.ts';

/** The facts of a participant of a source, in their columns where they have any. */
export function ownFacts(source: FactSource, index: number): OwnFacts {
  if (source.ownAt) return source.ownAt(index);
  const { participant, facts } = source.participantAt(index);
  return factsAsOwn(participant, facts);
}

/** Facts that have been made. */
export function factsAsOwn(participant: string, facts: readonly Fact[]): OwnFacts {
  return { whose: () => participant, facts: () => facts, inRows: undefined };
}
