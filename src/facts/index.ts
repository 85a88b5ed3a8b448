export { builtInKinds, factRules } from './built-in-kinds.ts';
export { byParticipant, type FactsByParticipant } from './by-participant.ts';
export { type CellRow, cellReader } from './cell-reader.ts';
export { areGroupsInOrder } from './check-groups.ts';
export { mayTurnOut } from './check-replacements.ts';
export { checkRow } from './check-row.ts';
export type { Unread } from './check-set.ts';
export { type ColumnSource, factSource, sourceOf } from './column-source.ts';
export { type Column, columnNumber, columns, dayColumns, numberColumns } from './columns.ts';
export { checkColumnNames, type Header, type HeaderPlaces } from './csv-header.ts';
export { csvReader } from './csv-reader.ts';
export type { Fact, FactRules, FactState, KindRule } from './fact.ts';
export { type FactMaker, factAt } from './fact-at.ts';
export { type FactChunk, type PooledName, pooledNames } from './fact-chunk.ts';
export {
  addFactRow,
  dayCell,
  dayInCell,
  type FactColumns,
  factColumns,
} from './fact-columns.ts';
export {
  addChunk,
  addReplaced,
  closeLoader,
  closeReplaced,
  type FactLoader,
  factLoader,
  type LoaderOptions,
} from './fact-loader.ts';
export type { FactReader } from './fact-reader.ts';
export { factSchema, type JsonSchema } from './fact-schema.ts';
export {
  cutShard,
  type FactShard,
  type ShardPools,
  shardPools,
  shardSource,
} from './fact-shard.ts';
export type { FactRows, FactSource, OwnFacts, ParticipantFacts } from './fact-source.ts';
export { factStates } from './fact-states.ts';
export {
  addUnreadSource,
  closeFactTable,
  type FactSet,
  type FactTable,
  type FactTableOptions,
  openFactTable,
} from './fact-table.ts';
export { factCells, factsToCsv } from './facts-to-csv.ts';
export {
  fileEmpty,
  filePassedOver,
  fileTwice,
  fileTypeUnknown,
  fileWithoutRows,
  folderLoop,
  folderWithoutFacts,
  lineEnds,
  namedOtherwise,
  type OtherFileSort,
  otherFile,
  parquetFromInput,
  parquetReaderMissing,
  parquetType,
  parquetUnreadable,
  pathMissing,
  pathUnreadable,
  utf16,
} from './file-problems.ts';
export { fillPool } from './fill-pool.ts';
export { type JoinedPart, joinNumbers } from './join-numbers.ts';
export type { StemmedSet } from './joined-references.ts';
export { ndjsonReader } from './ndjson-reader.ts';
export {
  cutRows,
  type NumberColumn,
  numberColumn,
  numberIn,
  numbersOf,
  putNumber,
  putSeveral,
  takeRows,
} from './number-column.ts';
export { onlyThese } from './only-these.ts';
export { factsAsOwn, ownFacts } from './own-facts.ts';
export { firstDayIn, rowReplaced } from './own-rows.ts';
export { type JoinedNames, joinNames, namesOf, type PartNames } from './part-names.ts';
export { countPart, type PartCounts, placesOfAll } from './part-places.ts';
export {
  type PartPlaces,
  type PartRest,
  type PlacedRows,
  placedColumns,
  placedRows,
  placePart,
} from './placed-rows.ts';
export { type Ends, placesBetween } from './places-between.ts';
export { addProblem, closeProblemList } from './problem-list.ts';
export { type FactText, readFactTexts } from './read-fact-text.ts';
export {
  addReference,
  copyReference,
  joinReferences,
  type ReferenceColumn,
  type ReferenceCopying,
  referenceAt,
  referenceColumn,
  referenceCopying,
  trimBlocks,
} from './reference-column.ts';
export {
  findReference,
  isReferenceAt,
  type ReferenceMatcher,
  referenceAtHand,
  referenceMatcher,
  takeReference,
} from './reference-matcher.ts';
export { piecesMax, type TextPieces } from './reference-reader.ts';
export { rulesOf } from './rules-of.ts';
export {
  type AsAt,
  type Chain,
  chainsOf,
  compareFacts,
  compareTexts,
  firstDay,
  type StandingFact,
  type Stretch,
  standingAt,
  standingOf,
  stretchesOf,
} from './standing.ts';
export { type TakenFacts, takeFacts } from './take-facts.ts';
export { valueAt } from './value-pool.ts';
