export { dataFolder } from './embedded/data-folder.ts';
export { type Embedded, openEmbedded } from './embedded/open-embedded.ts';
export {
  addJob,
  type Job,
  type OnJobFault,
  type RunningJobs,
  runJobs,
  type Tasks,
} from './jobs.ts';
export { findOnce, keepAnswer, sweepOnce, takeOnce } from './once.ts';
export { type Connection, openStore, type Store } from './open-store.ts';
export { addParty, hasPart, listParties, type Party } from './parties.ts';
export type { Reach } from './reach.ts';
export { appendEntry, type Entry, entryHash, findHead, listEntries } from './record.ts';
export type { Tx } from './tx.ts';
