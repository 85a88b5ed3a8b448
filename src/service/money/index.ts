export {
  answerDispute,
  disputeAnswers,
  releaseDispute,
} from './answer-dispute.ts';
export { approveSettlement } from './approve-settlement.ts';
export {
  bundleWork,
  forgetOldBundles,
  giveBundle,
  listOfBundles,
  requestBundle,
} from './bundle-by-and-by.ts';
export { explainLineOf, explainParticipantOf } from './explain.ts';
export { explainOwnLine } from './explain-own.ts';
export { journalFile, listOfBalances } from './ledger.ts';
export { listOfDisputes } from './list-disputes.ts';
export { listOfChanges, listOfLines } from './list-lines.ts';
export { listOfPayments } from './list-payments.ts';
export { listOfStatements } from './list-statements.ts';
export { disputeReasons, openDispute } from './open-dispute.ts';
export { paymentFile } from './payment-file.ts';
export { prepareSettlement } from './prepare-settlement.ts';
export { readMoneyOverTime } from './read-money-over-time.ts';
export { listOfSettlements, readSettlement } from './read-settlement.ts';
export { type ReadStatement, readStatement } from './read-statement.ts';
export {
  readRecomputation,
  recomputationWork,
  requestRecomputation,
} from './recompute-by-and-by.ts';
export { recomputeSettlement } from './recompute-settlement.ts';
export { recordPaymentFile } from './record-payment-file.ts';
export { recordPayments } from './record-payments.ts';
export { refusalReasons, refuseSettlement, setAsideSettlement } from './refuse-settlement.ts';
export {
  listOfRequests,
  readRequest,
  requestSettlement,
  settlementWork,
} from './request-settlement.ts';
export { jsonBundleMost, makeSettlementBundle, settlementFile } from './settlement-file.ts';
export { statementFile } from './statement-file.ts';
