export { migrationNames } from '../migrate.ts';
export { listChains, listSettled } from './after-restore.ts';
export { emptyDatabase } from './empty-database.ts';
export { type Loader, loadDatabase } from './load-database.ts';
export { readSnapshot, type Snapshot } from './read-snapshot.ts';
export type { SealedIds } from './sealed-ids.ts';
export type { KeptTable } from './table-shapes.ts';
