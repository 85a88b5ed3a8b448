import type { Screen } from '../../http/index.ts';
import {
  admitApplication,
  applyToJoin,
  changeOffer,
  decideDiscount,
  giveNotice,
  handInAgain,
  pauseOwn,
  pauseProvider,
  proposeDiscount,
  refuseApplication,
  resumeOwn,
  resumeProvider,
  saveForm,
  takesDocuments,
  withdrawApplication,
} from '../../service/joining/index.ts';
import { letTakePart } from '../../service/programmes/index.ts';
import { showOwnApplications } from './applications-page.tsx';
import { showApplications } from './applications-to-page.tsx';
import { showCheck, takeApplication } from './check-page.tsx';
import { takeAcceptance, takeDiscountRefusal } from './decide-discount.tsx';
import { showDeciding, takeAdmission, takeRefusal } from './decide-page.tsx';
import { showDiscounts } from './discounts-page.tsx';
import { giveHandedIn } from './give-document.ts';
import { showJoin, takeJoin, takeWithdrawal } from './join-page.tsx';
import { showParties, takeParty } from './parties-page.tsx';
import { takeProposal } from './propose-discount.tsx';
import { showProviders, takePause, takeResumption } from './providers-page.tsx';
import { showCondition, takeCondition } from './show-again-page.tsx';
import {
  showStanding,
  takeNotice,
  takeOffer,
  takeOwnPause,
  takeOwnResumption,
} from './standing-page.tsx';

const at = '/programmes/:programme';
const join = `${at}/join`;
const one = `${at}/applications/:organisation/:number`;
const other = `${at}/providers/:organisation`;
const own = `${at}/provider`;
const discount = `${other}/discounts/:number`;
const condition = `${own}/conditions/:condition`;
const who = 'signed in';

/** How providers join: the form, the decision, and how each stands in a programme. */
export const joiningScreens: readonly Screen[] = [
  { method: 'GET', path: '/applications', who, show: showOwnApplications },
  { method: 'GET', path: join, who, show: async (visit) => showJoin(visit) },
  {
    method: 'POST',
    path: join,
    who,
    takesFile: takesDocuments,
    isFor: saveForm,
    show: takeJoin,
  },
  { method: 'GET', path: `${join}/check`, who, show: async (visit) => showCheck(visit) },
  { method: 'POST', path: `${join}/apply`, who, isFor: applyToJoin, show: takeApplication },
  {
    method: 'POST',
    path: `${join}/withdraw`,
    who,
    isFor: withdrawApplication,
    show: takeWithdrawal,
  },
  { method: 'GET', path: `${at}/applications`, who, show: showApplications },
  { method: 'GET', path: one, who, show: async (visit) => showDeciding(visit) },
  { method: 'POST', path: `${one}/admit`, who, isFor: admitApplication, show: takeAdmission },
  { method: 'POST', path: `${one}/refuse`, who, isFor: refuseApplication, show: takeRefusal },
  { method: 'GET', path: `${at}/joining-documents/:document`, who, show: giveHandedIn },
  {
    method: 'GET',
    path: `${at}/providers`,
    who: 'anyone',
    show: async (visit) => showProviders(visit),
  },
  { method: 'POST', path: `${other}/pause`, who, isFor: pauseProvider, show: takePause },
  { method: 'POST', path: `${other}/resume`, who, isFor: resumeProvider, show: takeResumption },
  {
    method: 'GET',
    path: `${at}/parties`,
    who,
    isFor: letTakePart,
    show: async (visit) => showParties(visit),
  },
  { method: 'POST', path: `${at}/parties`, who, isFor: letTakePart, show: takeParty },
  {
    method: 'GET',
    path: `${at}/discounts`,
    who,
    show: async (visit) => showDiscounts(visit),
  },
  {
    method: 'POST',
    path: `${own}/discounts`,
    who,
    isFor: proposeDiscount,
    show: async (visit) => takeProposal(visit, showDiscounts),
  },
  {
    method: 'POST',
    path: `${discount}/accept`,
    who,
    isFor: decideDiscount,
    show: async (visit) => takeAcceptance(visit, showDiscounts),
  },
  {
    method: 'POST',
    path: `${discount}/refuse`,
    who,
    isFor: decideDiscount,
    show: async (visit) => takeDiscountRefusal(visit, showDiscounts),
  },
  { method: 'GET', path: own, who, show: async (visit) => showStanding(visit) },
  { method: 'POST', path: `${own}/offer`, who, isFor: changeOffer, show: takeOffer },
  { method: 'POST', path: `${own}/pause`, who, isFor: pauseOwn, show: takeOwnPause },
  { method: 'POST', path: `${own}/resume`, who, isFor: resumeOwn, show: takeOwnResumption },
  { method: 'POST', path: `${own}/notice`, who, isFor: giveNotice, show: takeNotice },
  { method: 'GET', path: condition, who, show: async (visit) => showCondition(visit) },
  {
    method: 'POST',
    path: condition,
    who,
    takesFile: takesDocuments,
    isFor: handInAgain,
    show: takeCondition,
  },
];
