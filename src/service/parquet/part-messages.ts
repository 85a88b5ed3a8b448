import type {
  Column,
  FactRules,
  JoinedNames,
  PartCounts,
  PartNames,
  PartPlaces,
  PartRest,
  PlacedRows,
  ReferenceColumn,
  StemmedSet,
} from '../../facts/index.ts';
import type { Survey } from './survey.ts';

/** Some of the rows of a file, from one to before another. */
export type RowRange = Readonly<{ file: string; from: number; to: number }>;

/**
 * What a thread is told, one after the other: to read a part of the rows, to count them by
 * participant, to put them in their places among all, and to check some of the participants.
 */
export type ToPart =
  | Readonly<{ is: 'read'; part: PartToRead }>
  | Readonly<{ is: 'count'; names: Omit<JoinedNames, 'participants'> }>
  | Readonly<{ is: 'place'; places: Omit<PartPlaces, 'giveBack'> }>
  | Readonly<{ is: 'check'; rows: PlacedRows; groups: GroupsToCheck }>;

export type PartToRead = Readonly<{
  ranges: readonly RowRange[];
  types: ReadonlyMap<Column, string>;
  survey: Survey;
  rules: FactRules;
  kinds?: ReadonlySet<string>;
  replaced: StemmedSet;
  /** How many parts are read at the same time. */
  parts: number;
  /** Memory that all threads share: not 0 as soon as there is nothing to read on for. */
  stop: Int32Array;
}>;

/** Where the rows of each participant begin, and which participants are to be checked. */
export type GroupsToCheck = Readonly<{
  starts: Int32Array;
  participants: ReferenceColumn;
  from: number;
  to: number;
}>;

/** What comes back; `refused` where anything is not in order, and rows must be read one by one. */
export type FromPart =
  | Readonly<{ is: 'rows'; rows: number }>
  | Readonly<{ is: 'read'; names: PartNames }>
  | Readonly<{ is: 'counted'; counts: PartCounts }>
  | Readonly<{ is: 'placed'; rest: PartRest }>
  | Readonly<{ is: 'checked' }>
  | Readonly<{ is: 'refused' }>;
