import type { Place, Problem } from '../problem/index.ts';
import type { Column } from './columns.ts';
import type { Fact, FactRules } from './fact.ts';
import type { FactList } from './fact-list.ts';
import type { IdIndex } from './id-index.ts';

/** A whole set of facts while it is checked: what the checks between rows read and write. */
export type FactSetCheck = Readonly<{
  facts: readonly Fact[];
  list: FactList;
  rules: FactRules;
  ids: IdIndex;
  placeOf: (index: number) => Place;
  /** Ids of rows that are there and could not be read: to name one of them is no mistake. */
  unreadIds: ReadonlySet<string>;
  /** Participants with a row that could not be read: of them, not all is known. */
  unreadParticipants: ReadonlySet<string>;
  /** Facts that cannot be relied on. */
  setAside: Set<number>;
  /** Reports a problem at a fact, which is thereby set aside. */
  report: (index: number, column: Column, problem: (at: Place) => Problem) => void;
  /** Reports what is only worth a look. */
  warn: (problem: () => Problem) => void;
}>;
