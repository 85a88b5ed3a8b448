import {
  admitApplication,
  applyToJoin,
  changeOffer,
  decideDiscount,
  giveDocument,
  giveNotice,
  handInAgain,
  handInDocument,
  listApplications,
  listDiscounts,
  listOwnApplications,
  listPublicProviders,
  listStandings,
  pauseOwn,
  pauseProvider,
  proposeDiscount,
  readApplication,
  readForm,
  readStanding,
  refuseApplication,
  resumeOwn,
  resumeProvider,
  saveDraft,
  showAgain,
  takesDocuments,
  withdrawApplication,
} from '../../service/joining/index.ts';
import type { Route } from '../route.ts';

const programme = '/programmes/:programme';
const own = `${programme}/application`;
const one = `${programme}/applications/:organisation/:number`;
const provider = `${programme}/provider`;
const other = `${programme}/providers/:organisation`;

/** How providers join programmes, how they stand there, and how they leave. */
export const joiningRoutes: readonly Route[] = [
  { method: 'GET', path: '/applications', action: listOwnApplications },
  { method: 'GET', path: own, action: readForm },
  { method: 'PUT', path: own, action: saveDraft },
  {
    method: 'POST',
    path: `${own}/documents`,
    action: handInDocument,
    status: 201,
    takesFile: takesDocuments,
  },
  { method: 'POST', path: `${own}/sending`, action: applyToJoin },
  { method: 'POST', path: `${own}/withdrawal`, action: withdrawApplication },
  { method: 'GET', path: `${programme}/applications`, action: listApplications },
  { method: 'GET', path: one, action: readApplication },
  { method: 'POST', path: `${one}/admission`, action: admitApplication },
  { method: 'POST', path: `${one}/refusal`, action: refuseApplication },
  {
    method: 'GET',
    path: `${programme}/joining-documents/:document`,
    action: giveDocument,
    givesFile: true,
  },
  { method: 'GET', path: '/published/:programme/providers', action: listPublicProviders },
  { method: 'GET', path: `${programme}/providers`, action: listStandings },
  { method: 'POST', path: `${other}/pause`, action: pauseProvider },
  { method: 'POST', path: `${other}/resumption`, action: resumeProvider },
  { method: 'GET', path: provider, action: readStanding },
  { method: 'PUT', path: `${provider}/offer`, action: changeOffer },
  { method: 'GET', path: `${programme}/discounts`, action: listDiscounts },
  { method: 'POST', path: `${provider}/discounts`, action: proposeDiscount, status: 201 },
  { method: 'POST', path: `${other}/discounts/:number/decision`, action: decideDiscount },
  { method: 'POST', path: `${provider}/pause`, action: pauseOwn },
  { method: 'POST', path: `${provider}/resumption`, action: resumeOwn },
  { method: 'POST', path: `${provider}/notice`, action: giveNotice },
  { method: 'POST', path: `${provider}/conditions`, action: showAgain },
  {
    method: 'POST',
    path: `${provider}/documents`,
    action: handInAgain,
    status: 201,
    takesFile: takesDocuments,
  },
];
