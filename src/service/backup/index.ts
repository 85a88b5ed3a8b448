export { checkRestored } from './check-restored.ts';
export { type Backup, makeBackup } from './make-backup.ts';
export { type RestoreAsked, type Restored, restoreBackup } from './restore-backup.ts';
export { findBrokenOff } from './restore-mark.ts';
