// Settlements, statements, the ledger, payments, disputes and published figures. Programs that only
// check a page do not load it.
export {
  addDisputeStep,
  findDispute,
  findDisputeAlike,
  insertDispute,
  listDisputes,
  lockDispute,
  type StoredDispute,
} from './disputes.ts';
export {
  insertEntries,
  listLedgerEntries,
} from './entries.ts';
export { findSinceSettled } from './facts-since.ts';
export type {
  Ended,
  LastingRequest,
  LastingRequests,
  WhichRequest,
} from './lasting-requests.ts';
export { findLineDays } from './line-days.ts';
export { type KeptLine, linesInRows, readLineRows } from './line-rows.ts';
export { listMoneyOverTime, listMonthsOfOutcomes } from './money-over-time.ts';
export {
  findComparison,
  insertComparison,
  type PageComparison,
  pageComparisons,
} from './page-comparisons.ts';
export {
  findPayerStatement,
  listPayerLines,
  listPayerMonths,
  listPayerStatements,
  type PayerLine,
  type PayerStatement,
  sumPayerLines,
} from './payer-statements.ts';
export {
  findPaidBy,
  findPayment,
  insertPayment,
  listPayments,
  type PaidBy,
  type Payment,
} from './payments.ts';
export {
  countAchieved,
  findLastCounted,
  insertPublished,
  listAdmittedBy,
  listPublishedFigures,
  listPublishedPeriods,
  type PublishedFigure,
} from './published-figures.ts';
export {
  findRecomputation,
  insertRecomputation,
  type Recomputation,
  recomputations,
} from './recomputations.ts';
export {
  insertResultBatch,
  type ResultBatch,
  resultBatches,
} from './result-batches.ts';
export {
  findBundle,
  forgetBundles,
  insertBundle,
  listBundleKeys,
  listBundles,
  listBundlesSince,
  lockBundles,
  type SettlementBundle,
  settlementBundles,
} from './settlement-bundles.ts';
export { listChanges, type StoredChange } from './settlement-changes.ts';
export { getLeft } from './settlement-left.ts';
export {
  findLine,
  listLines,
  listUnpaid,
  type StoredLine,
} from './settlement-lines.ts';
export {
  findRequest,
  insertRequest,
  listOpenRequests,
  type SettlementRequest,
  settlementRequests,
} from './settlement-requests.ts';
export {
  daysPaid,
  getPayable,
  getResult,
  getSummary,
  insertWhole,
  type WholeResult,
} from './settlement-results.ts';
export {
  type CauseGroup,
  insertSums,
  type LineGroup,
  type LineSum,
  sumChanges,
  sumLines,
} from './settlement-sums.ts';
export {
  countKnownFacts,
  decideSettlement,
  findLastApproved,
  findSettlement,
  findWaitingSettlement,
  insertSettlement,
  type KnownFacts,
  type ListedSettlement,
  listSettlements,
  lockSettlements,
  nextSettlementNumber,
  type Of,
  type SettlementState,
  type StoredSettlement,
} from './settlements.ts';
export {
  type LinesOfMonth,
  listLinesByMonth,
  numbersInStatement,
} from './statement-groups.ts';
export {
  type ClauseUnits,
  countLinesOfPeople,
  countLinesTo,
  listTakingLines,
  type ReasonUnits,
  sumStatement,
  sumUnpaid,
} from './statement-lines.ts';
export {
  findStatement,
  findStatementsByReference,
  insertStatements,
  listApprovedStatements,
  listStatementItems,
  listStatements,
  type PayerPart,
  type ReachedStatement,
  type StatementItem,
  type StoredStatement,
} from './statements.ts';
