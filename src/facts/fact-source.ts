import type { Fact } from './fact.ts';
import type { FactColumns } from './fact-columns.ts';
import type { OwnRows } from './own-rows.ts';

/** The facts of one participant, in their total order. */
export type ParticipantFacts = Readonly<{ participant: string; facts: readonly Fact[] }>;

/** The facts of one participant, made where somebody asks for them. */
export type OwnFacts = Readonly<{
  /** Gives whose they are. */
  whose: () => string;
  /** In their total order. */
  facts: () => readonly Fact[];
  /** The rows in which they stand, where they are in columns. */
  inRows: FactRows | undefined;
}>;

/** Rows of columns, in the total order of their facts, and those of them that replace another. */
export type FactRows = OwnRows &
  Readonly<{
    columns: FactColumns;
    /** The numbers that stand for kinds in their column. */
    kinds: ReadonlyMap<string, number>;
    /** The row of the participant among those of the columns. */
    index: number;
    /** Makes the fact of a row. */
    factOf: (row: number) => Fact;
  }>;

/** Facts by participant, made as they are asked for: those of a nation are never held at once. */
export type FactSource = Readonly<{
  participantCount: number;
  /** The participants stand in the order of their references, by code units. */
  participantAt: (index: number) => ParticipantFacts;
  /** The same where facts stand in columns, and not all of them have to be made. */
  ownAt?: (index: number) => OwnFacts;
  /** Facts about providers, cohorts and sources. */
  others: readonly Fact[];
}>;
