export { everyFileType, type FileType, type FileTypeFacts, fileTypes } from './file-type.ts';
export { type Files, openFiles } from './files.ts';
export type { KeptFile } from './keep-file.ts';
export type { FileContent } from './read-file.ts';
export type { FileSeal } from './sealed-pieces.ts';
