import type { Fact } from './fact.ts';
import type { FactMaker } from './fact-at.ts';
import type { FactColumns } from './fact-columns.ts';
import type { FactSource } from './fact-source.ts';

/** The facts of one participant, made where somebody asks for them. */
export type OwnFacts = Readonly<{
  participant: string;
  /** In their total order. */
  facts: () => readonly Fact[];
  /** Where none of them replaces another: the rows in which they stand. */
  apart: FactsApart | undefined;
}>;

/** Rows of columns, in the total order of their facts. */
export type FactsApart = Readonly<{
  columns: FactColumns;
  rows: readonly number[];
  /** The numbers that stand for kinds in their column. */
  kinds: ReadonlyMap<string, number>;
  participant: string;
  factOf: FactMaker;
}>;

/** The facts of a participant of a source, in their columns where they have any. */
export function ownFacts(source: FactSource, index: number): OwnFacts {
  if (source.ownAt) return source.ownAt(index);
  const { participant, facts } = source.participantAt(index);
  return factsAsOwn(participant, facts);
}

/** Facts that have been made. */
export function factsAsOwn(participant: string, facts: readonly Fact[]): OwnFacts {
  return { participant, facts: () => facts, apart: undefined };
}
