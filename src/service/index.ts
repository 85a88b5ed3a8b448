// What screens and programs may ask for. Each loads what it needs when it is first asked, so that
// checking a page does not wait for the reader of facts.
export type { Trial } from '../cases/index.ts';
export type {
  PaidResult,
  ResultChange,
  ResultLine,
  SettlementResult,
} from '../settlement/index.ts';
export type { Answer, Answered } from './ask-why.ts';
export type { CheckedPages } from './check-pages.ts';
export type { Compared } from './compare/compare-pages.ts';
export type { MoneyBetween, MoneyPair } from './compare/money-between.ts';
export { findFileReason } from './file-reason.ts';
export type { SchemaName } from './find-schema.ts';
export { formatOfEnding } from './format-of-ending.ts';
export type { Booked } from './keep-ledger.ts';
export { lineFormats } from './line-formats.ts';
export { columnMoney, unitsOf } from './money-columns.ts';
export type { Demo } from './open-demo.ts';
export { commissionerOf, versionOf } from './page-facts.ts';
export { isLinesFile } from './previous/is-lines-file.ts';
export { endingOfOtherFormat } from './problems.ts';
export type { LeftOut, Progress, Settled, SettleRequest } from './settle.ts';
export { type SettlementSums, sumsOfResult } from './settlement-sums.ts';
export type { ResultWithoutLines, WrittenSettlement } from './shards/settle-to-file.ts';
export type { Run } from './sheet/runs.ts';
export { type SheetBlock, type SheetRow, sheetOf } from './sheet/sheet.ts';
export type { ShowFormat, ShownPage } from './show-page.ts';
export type { StatementFormat } from './show-statements.ts';
export { payableRows, payerRows, payHeading } from './statement/payable-rows.ts';
export { type PayerSum, payersOf, whoOwes, whoOwesOf } from './statement/payers-of.ts';
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
export { wordsOfDays } from './words-of-days.ts';
export { wordsOfReason } from './words-of-reasons.ts';

function later<Given extends readonly unknown[], Done>(
  load: () => Promise<(...given: Given) => Promise<Done>>,
): (...given: Given) => Promise<Done> {
  return async (...given) => (await load())(...given);
}

export const askWhy = later(async () => (await import('./ask-why.ts')).askWhy);
export const checkOutput = later(async () => (await import('./check-output.ts')).checkOutput);
export const checkPages = later(async () => (await import('./check-pages.ts')).checkPages);
export const comparePages = later(
  async () => (await import('./compare/compare-pages.ts')).comparePages,
);
export const findSchema = later(async () => (await import('./find-schema.ts')).findSchema);
export const journalOf = later(async () => (await import('./keep-ledger.ts')).journalOf);
export const keepLedger = later(async () => (await import('./keep-ledger.ts')).keepLedger);
export const makeBundle = later(async () => (await import('./bundle/make-bundle.ts')).makeBundle);
export const newPage = later(async () => (await import('./new-page.ts')).newPage);
export const openDemo = later(async () => (await import('./open-demo.ts')).openDemo);
export const recomputeBundle = later(
  async () => (await import('./bundle/recompute-bundle.ts')).recomputeBundle,
);
export const settle = later(async () => (await import('./settle.ts')).settle);
export const settleSince = later(
  async () => (await import('./previous/settle-since.ts')).settleSince,
);
export const settleToFile = later(
  async () => (await import('./shards/settle-to-file.ts')).settleToFile,
);
export const showPage = later(async () => (await import('./show-page.ts')).showPage);
export const showStatements = later(
  async () => (await import('./show-statements.ts')).showStatements,
);
export const stateOwed = later(async () => (await import('./statement/state-owed.ts')).stateOwed);
export const tryPages = later(async () => (await import('./try-pages.ts')).tryPages);
export const writeChanges = later(async () => (await import('./write-changes.ts')).writeChanges);
export const writeOwedLines = later(
  async () => (await import('./write-owed-lines.ts')).writeOwedLines,
);
export const writeLines = later(async () => (await import('./write-lines.ts')).writeLines);
export const writeWhole = later(async () => (await import('./write-whole.ts')).writeWhole);
