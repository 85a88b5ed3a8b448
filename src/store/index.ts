export { addBoundTold, listBoundNotTold, listBoundTold } from './bound-told.ts';
export { type Entry, entryHash } from './chain/index.ts';
export { clearDatabase } from './clear-database.ts';
export type { Connection } from './connection.ts';
export { type Contents, readContents } from './contents.ts';
export {
  beginDemonstration,
  type Demonstration,
  endDemonstration,
  findDemonstration,
} from './demonstration.ts';
export {
  type Draft,
  findDraft,
  findEarlierDraft,
  insertDraft,
  listEarlierDrafts,
  writeDraft,
} from './drafts.ts';
export { dataFolder } from './embedded/data-folder.ts';
export { type Embedded, openEmbedded } from './embedded/open-embedded.ts';
export { readyDataFolder } from './embedded/ready-data-folder.ts';
export { findGround, type Ground, type GroundAsked } from './ground.ts';
export {
  addJob,
  type Job,
  type OnJobFault,
  type RunningJobs,
  runJobs,
  type Tasks,
} from './jobs.ts';
export { metAnother } from './met-another.ts';
export { fileColumns, findNamedFiles } from './named-files.ts';
export { connectionWaitSeconds, type NotReached, notReached } from './not-reached.ts';
export { findOnce, keepAnswer, sweepOnce } from './once.ts';
export { openStore, type Store } from './open-store.ts';
export { addParty, hasPart, isOrganisation, listParties, type Party } from './parties.ts';
export {
  findProgramme,
  insertProgramme,
  type ListAsked,
  type ListedProgramme,
  listProgrammesOf,
  listPublishedProgrammes,
  nameProgramme,
  type Programme,
} from './programmes.ts';
export type { Reach } from './reach.ts';
export { appendEntry, listEntries } from './record.ts';
export { refusedByFence } from './refused-by-fence.ts';
export { addSignature, listSignatures, type Signature } from './signatures.ts';
export { keepTimeZone } from './time-zone.ts';
export type { Tx } from './tx.ts';
export {
  beginUpkeep,
  endUpkeep,
  keepLeftUndone,
  type LeftUndone,
  listLeftUndone,
} from './upkeep.ts';
export {
  decideVersion,
  findVersion,
  findVersionPdf,
  findWaitingVersion,
  getPublishingLimit,
  insertVersion,
  listPublishedVersions,
  listVersions,
  type PublishingLimit,
  type Version,
  type VersionState,
  type WholeVersion,
} from './versions.ts';
