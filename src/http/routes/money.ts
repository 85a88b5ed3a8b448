import {
  answerDispute,
  approveSettlement,
  explainLineOf,
  explainOwnLine,
  explainParticipantOf,
  journalFile,
  listOfBalances,
  listOfChanges,
  listOfDisputes,
  listOfLines,
  listOfPayments,
  listOfRequests,
  listOfSettlements,
  listOfStatements,
  makeSettlementBundle,
  openDispute,
  paymentFile,
  prepareSettlement,
  readMoneyOverTime,
  readRequest,
  readSettlement,
  readStatement,
  recomputeSettlement,
  recordPaymentFile,
  recordPayments,
  refuseSettlement,
  releaseDispute,
  requestSettlement,
  setAsideSettlement,
  settlementFile,
  statementFile,
} from '../../service/money/index.ts';
import { publishedFigures, publishFigures } from '../../service/publishing/index.ts';
import type { Route } from '../route.ts';

const programme = '/programmes/:programme';
const settlements = `${programme}/settlements`;
const requests = `${programme}/settlement-requests`;
const one = `${settlements}/:settlement`;
const statement = `${one}/statements/:payee`;
const dispute = `${programme}/disputes/:dispute`;

/** What is owed, approved, paid and disputed, and what is published of it. */
export const moneyRoutes: readonly Route[] = [
  { method: 'GET', path: settlements, action: listOfSettlements },
  { method: 'POST', path: settlements, action: prepareSettlement, status: 201 },
  { method: 'POST', path: requests, action: requestSettlement, status: 202 },
  { method: 'GET', path: requests, action: listOfRequests },
  { method: 'GET', path: `${requests}/:request`, action: readRequest },
  { method: 'GET', path: one, action: readSettlement },
  { method: 'POST', path: `${one}/approval`, action: approveSettlement },
  { method: 'POST', path: `${one}/refusal`, action: refuseSettlement },
  { method: 'POST', path: `${one}/setting-aside`, action: setAsideSettlement },
  { method: 'GET', path: `${one}/lines`, action: listOfLines },
  { method: 'GET', path: `${one}/changes`, action: listOfChanges },
  { method: 'GET', path: `${one}/why`, action: explainLineOf },
  { method: 'GET', path: `${one}/own-why`, action: explainOwnLine },
  { method: 'GET', path: `${one}/participants/:participant`, action: explainParticipantOf },
  { method: 'GET', path: `${one}/recomputation`, action: recomputeSettlement },
  { method: 'GET', path: `${one}/files/:what`, action: settlementFile, givesFile: true },
  { method: 'GET', path: `${one}/payment-file`, action: paymentFile, givesFile: true },
  { method: 'POST', path: `${one}/bundle`, action: makeSettlementBundle, givesFile: true },
  { method: 'GET', path: statement, action: readStatement },
  { method: 'GET', path: `${statement}/files/:format`, action: statementFile, givesFile: true },
  { method: 'GET', path: `${programme}/statements`, action: listOfStatements },
  { method: 'GET', path: `${programme}/money-over-time`, action: readMoneyOverTime },
  { method: 'GET', path: `${programme}/balances`, action: listOfBalances },
  { method: 'GET', path: `${programme}/journal`, action: journalFile, givesFile: true },
  { method: 'GET', path: `${programme}/disputes`, action: listOfDisputes },
  { method: 'POST', path: `${programme}/disputes`, action: openDispute, status: 201 },
  { method: 'POST', path: `${dispute}/answer`, action: answerDispute },
  { method: 'POST', path: `${dispute}/release`, action: releaseDispute },
  { method: 'GET', path: `${programme}/payments`, action: listOfPayments },
  { method: 'POST', path: `${programme}/payments`, action: recordPayments, status: 201 },
  { method: 'POST', path: `${programme}/payment-files`, action: recordPaymentFile, status: 201 },
  { method: 'GET', path: '/published/:programme/figures', action: publishedFigures },
  { method: 'POST', path: `${programme}/figures`, action: publishFigures, status: 201 },
];
