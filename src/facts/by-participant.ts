import type { Fact } from './fact.ts';
import type { FactSource, ParticipantFacts } from './fact-source.ts';
import { compareFacts, compareTexts } from './standing.ts';

export type FactsByParticipant = FactSource &
  Readonly<{
    /** In the order of the participants' references, by code units. */
    participants: readonly ParticipantFacts[];
  }>;

/** Parts facts by participant: the same whatever order the rows came in. */
export function byParticipant(facts: readonly Fact[]): FactsByParticipant {
  const parts = new Map<string, Fact[]>();
  const others: Fact[] = [];
  for (const fact of facts) {
    if (fact.participant === undefined) {
      others.push(fact);
      continue;
    }
    const part = parts.get(fact.participant);
    if (part === undefined) parts.set(fact.participant, [fact]);
    else part.push(fact);
  }
  const participants = [...parts]
    .map(([participant, own]) => ({ participant, facts: own.sort(compareFacts) }))
    .sort((a, b) => compareTexts(a.participant, b.participant));
  return {
    participants,
    participantCount: participants.length,
    participantAt: (index) => participants[index] as ParticipantFacts,
    others: others.sort(compareFacts),
  };
}
