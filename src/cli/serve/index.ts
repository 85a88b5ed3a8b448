export { signIns } from '../../service/demonstration/index.ts';
export { found, type WayIn, wayBack } from './found.ts';
export { backUp, restore } from './keep-backup.ts';
export { serve } from './serve.ts';
