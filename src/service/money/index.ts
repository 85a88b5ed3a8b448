export {
  answerDispute,
  disputeAnswers,
  listOfDisputes,
  releaseDispute,
} from './answer-dispute.ts';
export { approveSettlement } from './approve-settlement.ts';
export { explainLineOf, explainOwnLine, explainParticipantOf } from './explain.ts';
export { journalFile, listOfBalances } from './ledger.ts';
export { listOfChanges, listOfLines } from './list-lines.ts';
export { disputeReasons, openDispute } from './open-dispute.ts';
export { paymentFile } from './payment-file.ts';
export { prepareSettlement } from './prepare-settlement.ts';
export { listOfSettlements, readSettlement } from './read-settlement.ts';
export { listOfStatements, readStatement } from './read-statement.ts';
export { recomputeSettlement } from './recompute-settlement.ts';
export { recordPaymentFile } from './record-payment-file.ts';
export { listOfPayments, recordPayments } from './record-payments.ts';
export { refusalReasons, refuseSettlement, setAsideSettlement } from './refuse-settlement.ts';
export {
  prepareJob,
  prepareTask,
  queueRequestsAgain,
  readRequest,
  requestSettlement,
} from './request-settlement.ts';
export { makeSettlementBundle, settlementFile } from './settlement-file.ts';
export { statementFile } from './statement-file.ts';
