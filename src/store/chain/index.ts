// What an entry of the record is, for those who verify one without any database.
export { type Entry, entryHash } from './entry-hash.ts';
