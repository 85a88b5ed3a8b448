import type { Fact } from './fact.ts';
import { factMaker } from './fact-at.ts';
import type { FactColumns } from './fact-columns.ts';
import type { FactSource } from './fact-source.ts';
import { groupRows, type RowGroups } from './group-rows.ts';
import { ownRows } from './own-rows.ts';
import { referenceAt } from './reference-column.ts';
import { compareFacts } from './standing.ts';

/** The same with the columns that the facts are made of, and where each participant's begin. */
export type ColumnSource = FactSource & Readonly<{ columns: FactColumns; starts: Int32Array }>;

/** Gives the facts of columns by participant. Their rows are put into that order. */
export function factSource(columns: FactColumns): ColumnSource {
  return sourceOf(columns, groupRows(columns));
}

/** The same of rows that are in that order. */
export function sourceOf(columns: FactColumns, { starts, participants }: RowGroups): ColumnSource {
  const factOf = factMaker(columns);
  const factsOf = (index: number, participant?: string): readonly Fact[] => {
    const facts: Fact[] = [];
    const end = starts[index + 1] as number;
    for (let row = starts[index] as number; row < end; row += 1) {
      facts.push(factOf(row, participant));
    }
    return sorted(facts);
  };
  const rowsOf = ownRows(columns, starts);
  const kinds = new Map(columns.kind.pool.values.map((kind, at) => [kind, at + 1] as const));
  return {
    participantCount: participants.rows,
    participantAt: (index) => {
      const participant = referenceAt(participants, index);
      return { participant, facts: factsOf(index, participant) };
    },
    ownAt: (index) => {
      const { rows, count, replacing } = rowsOf(index);
      const whose = () => referenceAt(participants, index);
      return {
        whose,
        facts: () => factsOf(index, whose()),
        inRows: {
          columns,
          rows,
          count,
          replacing,
          kinds,
          index,
          factOf: (row) => factOf(row, whose()),
        },
      };
    },
    others: factsOf(participants.rows),
    columns,
    starts,
  };
}

/** Of so few facts each is put in its place more quickly than they are sorted. */
const fewMost = 24;

function sorted(facts: Fact[]): readonly Fact[] {
  if (facts.length > fewMost) return facts.sort(compareFacts);
  for (let at = 1; at < facts.length; at += 1) {
    const fact = facts[at] as Fact;
    let place = at;
    while (place > 0 && compareFacts(facts[place - 1] as Fact, fact) > 0) {
      facts[place] = facts[place - 1] as Fact;
      place -= 1;
    }
    facts[place] = fact;
  }
  return facts;
}
