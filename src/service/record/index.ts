export { verifyRecordLines } from './entry-text.ts';
export {
  keepLeftUndone,
  readLeftUndone,
  type UpkeepPart,
  upkeepParts,
} from './left-undone.ts';
export { exportRecord, readRecord, verifyRecord } from './read-record.ts';
export { chainVerifier } from './verify-chain.ts';
