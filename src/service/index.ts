// What screens and programs may ask for. Each loads what it needs when it is first asked, so that
// checking a page does not wait for the reader of facts.
export type { Trial } from '../cases/index.ts';
export type {
  PaidResult,
  ResultChange,
  ResultLine,
  SettlementResult,
} from '../settlement/index.ts';
export { findFileReason } from '../store/disk/index.ts';
export type { Compared } from './compare/compare-pages.ts';
export type { MoneyBetween, MoneyPair } from './compare/money-between.ts';
export { formatOfEnding } from './line-files/format-of-ending.ts';
export { lineFormats } from './line-files/line-formats.ts';
export { endingOfOtherFormat } from './line-files/problems.ts';
export type { CheckedPages } from './pages/check-pages.ts';
export type { SchemaName } from './pages/find-schema.ts';
export { commissionerOf, versionOf } from './pages/page-facts.ts';
export type { ShowFormat, ShownPage } from './pages/show-page.ts';
export { isLinesFile } from './previous/is-lines-file.ts';
export type { Answer, Answered } from './settling/ask-why.ts';
export type { Booked } from './settling/keep-ledger.ts';
export type { Demo } from './settling/open-demo.ts';
export type { LeftOut, Progress, Settled, SettleRequest } from './settling/settle.ts';
export { type SettlementSums, sumsOfResult } from './settling/settlement-sums.ts';
export type { ResultWithoutLines, WrittenSettlement } from './shards/settle-to-file.ts';
export type { Run } from './sheet/runs.ts';
export { type SheetBlock, type SheetRow, sheetOf } from './sheet/sheet.ts';
export { columnMoney, unitsOf } from './statement/money-columns.ts';
export { payableRows, payerRows, payHeading } from './statement/payable-rows.ts';
export { type PayerSum, payersOf, whoOwes, whoOwesOf } from './statement/payers-of.ts';
export type { StatementFormat } from './statement/show-statements.ts';
export type { Statements } from './statement/state-owed.ts';
export {
  lineTable,
  reasonCells,
  reasonColumns,
  sumCells,
  sumColumns,
  totalCells,
} from './statement/statement-columns.ts';
export {
  clauseSums,
  reasonSums,
  type Statement,
  withoutNothing,
} from './statement/statements-of.ts';
export { wordsOfDays } from './statement/words-of-days.ts';
export { wordsOfReason } from './statement/words-of-reasons.ts';

function later<Given extends readonly unknown[], Done>(
  load: () => Promise<(...given: Given) => Promise<Done>>,
): (...given: Given) => Promise<Done> {
  return async (...given) => (await load())(...given);
}

export const askWhy = later(async () => (await import('./settling/ask-why.ts')).askWhy);
export const checkOutput = later(
  async () => (await import('./settling/check-output.ts')).checkOutput,
);
export const checkPages = later(async () => (await import('./pages/check-pages.ts')).checkPages);
export const comparePages = later(
  async () => (await import('./compare/compare-pages.ts')).comparePages,
);
export const findSchema = later(async () => (await import('./pages/find-schema.ts')).findSchema);
export const journalOf = later(async () => (await import('./settling/keep-ledger.ts')).journalOf);
export const keepLedger = later(async () => (await import('./settling/keep-ledger.ts')).keepLedger);
export const makeBundle = later(async () => (await import('./bundle/make-bundle.ts')).makeBundle);
export const newPage = later(async () => (await import('./pages/new-page.ts')).newPage);
export const openDemo = later(async () => (await import('./settling/open-demo.ts')).openDemo);
export const recomputeBundle = later(
  async () => (await import('./archive/recompute-any.ts')).recomputeAny,
);
export const settle = later(async () => (await import('./settling/settle.ts')).settle);
export const settleSince = later(
  async () => (await import('./previous/settle-since.ts')).settleSince,
);
export const settleToFile = later(
  async () => (await import('./shards/settle-to-file.ts')).settleToFile,
);
export const showPage = later(async () => (await import('./pages/show-page.ts')).showPage);
export const showStatements = later(
  async () => (await import('./statement/show-statements.ts')).showStatements,
);
export const stateOwed = later(async () => (await import('./statement/state-owed.ts')).stateOwed);
export const tryPages = later(async () => (await import('./pages/try-pages.ts')).tryPages);
export const verifyRecordFile = later(
  async () => (await import('./record/verify-file.ts')).verifyRecordFile,
);
export const writeChanges = later(
  async () => (await import('./line-files/write-changes.ts')).writeChanges,
);
export const writeOwedLines = later(
  async () => (await import('./line-files/write-owed-lines.ts')).writeOwedLines,
);
export const writeLines = later(
  async () => (await import('./line-files/write-lines.ts')).writeLines,
);
export const writeWhole = later(async () => (await import('./files/write-whole.ts')).writeWhole);
