export { findFileReason, getFileReason } from './file-reason.ts';
