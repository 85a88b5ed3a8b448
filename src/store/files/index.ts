export { type FileType, fileTypes } from './file-type.ts';
export { type Files, openFiles } from './files.ts';
