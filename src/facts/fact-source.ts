import type { ParticipantFacts } from './by-participant.ts';
import type { Fact } from './fact.ts';
import { factAbout } from './fact-at.ts';
import type { FactColumns } from './fact-columns.ts';
import { groupRows, type RowGroups } from './group-rows.ts';
import { referenceAt } from './reference-column.ts';
import { compareFacts } from './standing.ts';

/** Facts by participant, made as they are asked for: those of a nation are never held at once. */
export type FactSource = Readonly<{
  participantCount: number;
  /** The participants stand in the order of their references, by code units. */
  participantAt: (index: number) => ParticipantFacts;
  /** Facts about providers, cohorts and sources. */
  others: readonly Fact[];
}>;

/** Gives the facts of columns by participant. Their rows are put into that order. */
export function factSource(columns: FactColumns): FactSource {
  return sourceOf(columns, groupRows(columns));
}

/** The same of rows that are in that order. */
export function sourceOf(columns: FactColumns, { starts, participants }: RowGroups): FactSource {
  const factsOf = (index: number, participant?: string): readonly Fact[] => {
    const facts: Fact[] = [];
    const end = starts[index + 1] as number;
    for (let row = starts[index] as number; row < end; row += 1) {
      facts.push(factAbout(columns, row, participant));
    }
    return facts.sort(compareFacts);
  };
  return {
    participantCount: participants.rows,
    participantAt: (index) => {
      const participant = referenceAt(participants, index);
      return { participant, facts: factsOf(index, participant) };
    },
    others: factsOf(participants.rows),
  };
}
