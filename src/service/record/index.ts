export { verifyRecordText } from './entry-text.ts';
export { exportRecord, readRecord, verifyRecord } from './read-record.ts';
export { chainVerifier } from './verify-chain.ts';
