export { filePath } from './file-path.ts';
export { type FileType, fileTypes } from './file-type.ts';
export { type Files, openFiles } from './files.ts';
export { listStoredFiles } from './sweep-files.ts';
