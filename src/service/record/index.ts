export { verifyRecordText } from './entry-text.ts';
export { exportRecord, readRecord, verifyRecord } from './read-record.ts';
export { chainVerifier, type VerifiedChain, verifyChain } from './verify-chain.ts';
