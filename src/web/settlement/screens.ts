import type { Screen } from '../../http/index.ts';
import {
  answerDispute,
  approveSettlement,
  giveBundle,
  makeSettlementBundle,
  openDispute,
  prepareSettlement,
  recordPaymentFile,
  recordPayments,
  refuseSettlement,
  releaseDispute,
  requestBundle,
  requestRecomputation,
  setAsideSettlement,
} from '../../service/money/index.ts';
import { giveStatement, showStatement } from '../statement/statement-page.tsx';
import { giveMadeBundle, showBundles, takeBundleAsked, takeJsonBundle } from './bundle-page.tsx';
import { showChanges } from './changes-page.tsx';
import { showDisputes, takeAnswer, takeDispute, takeRelease } from './disputes-page.tsx';
import { giveJournal, givePaymentFile, giveSettlementFile } from './give-files.ts';
import { showLines } from './lines-page.tsx';
import { showSettlements } from './list-page.tsx';
import { showPayments } from './payments-page.tsx';
import { showPrepare, takePrepare } from './prepare-page.tsx';
import { showRecomputation, takeRecomputation } from './recomputation-page.tsx';
import { showRecord, takePayment, takePaymentFile } from './record-payment-page.tsx';
import { showRequest } from './request-page.tsx';
import { showSettlement } from './settlement-page.tsx';
import { takeApproval, takeRefusal, takeSettingAside } from './take-decision.ts';
import { showWhy } from './why-page.tsx';

const at = '/programmes/:programme';
const all = `${at}/settlements`;
const one = `${all}/:settlement`;
const statement = `${one}/statements/:payee`;
const dispute = `${at}/disputes/:dispute`;

type Show = Screen['show'];

const get = (path: string, show: Show): Screen => ({ method: 'GET', path, who: 'signed in', show });
const post = (path: string, show: Show): Screen => {
  return { method: 'POST', path, who: 'signed in', show };
};

/** Settlements, statements, payments and disputes. */
export const settlementScreens: readonly Screen[] = [
  get(all, showSettlements),
  { ...get(`${all}/new`, async (visit) => showPrepare(visit)), isFor: prepareSettlement },
  { ...post(`${all}/new`, takePrepare), isFor: prepareSettlement },
  get(`${all}/requests/:request`, showRequest),
  get(one, async (visit) => showSettlement(visit)),
  { ...post(`${one}/approve`, takeApproval), isFor: approveSettlement },
  { ...post(`${one}/refuse`, takeRefusal), isFor: refuseSettlement },
  { ...post(`${one}/set-aside`, takeSettingAside), isFor: setAsideSettlement },
  get(`${one}/changes`, showChanges),
  get(`${one}/lines`, showLines),
  get(`${one}/why`, async (visit) => showWhy(visit)),
  { ...post(`${one}/disputes`, takeDispute), isFor: openDispute },
  get(`${one}/files/:what`, giveSettlementFile),
  get(`${one}/payment-file`, givePaymentFile),
  {
    ...get(`${one}/recomputation`, async (visit) => showRecomputation(visit)),
    isFor: requestRecomputation,
  },
  { ...post(`${one}/recomputation`, takeRecomputation), isFor: requestRecomputation },
  { ...get(`${one}/bundle`, async (visit) => showBundles(visit)), isFor: requestBundle },
  { ...post(`${one}/bundle`, takeBundleAsked), isFor: requestBundle },
  { ...post(`${one}/bundle/json`, takeJsonBundle), isFor: makeSettlementBundle },
  { ...get(`${one}/bundle/:bundle`, giveMadeBundle), isFor: giveBundle },
  get(statement, showStatement),
  get(`${statement}/files/:format`, giveStatement),
  get(`${at}/payments`, showPayments),
  { ...get(`${at}/payments/new`, async (visit) => showRecord(visit)), isFor: recordPayments },
  { ...post(`${at}/payments`, takePayment), isFor: recordPayments },
  { ...post(`${at}/payments/file`, takePaymentFile), isFor: recordPaymentFile },
  get(`${at}/journal`, giveJournal),
  get(`${at}/disputes`, async (visit) => showDisputes(visit)),
  { ...post(`${dispute}/answer`, takeAnswer), isFor: answerDispute },
  { ...post(`${dispute}/release`, takeRelease), isFor: releaseDispute },
];
