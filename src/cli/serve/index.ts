export { signIns } from '../../service/demonstration/index.ts';
export { backUp, restore } from './keep-backup.ts';
export { type ServeOptions, type Serving, serve } from './serve.ts';
