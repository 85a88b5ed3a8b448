import type { Screen } from '../../http/index.ts';
import {
  beginProgramme,
  publishPage,
  refuseVersion,
  requestComparison,
  signVersion,
  withdrawVersion,
} from '../../service/programmes/index.ts';
import {
  showDecision,
  takeComparison,
  takePublication,
  takeRefusal,
  takeWithdrawal,
} from './decision-page.tsx';
import { givePage, giveSheet } from './give-page.ts';
import { showNewProgramme, takeNewProgramme } from './new-programme.tsx';
import { showOpenList } from './open-list.tsx';
import { showOwnList } from './own-list.tsx';
import { showProgramme } from './public-page.tsx';
import { showSigning, takeSignature } from './sign-page.tsx';
import { showVersions } from './versions-page.tsx';

const at = '/programmes/:programme';
const putForward = `${at}/put-forward/:number`;
const files = `${at}/versions/:version/files/:format`;
const one = `${at}/versions/:version`;

/** Lists of programmes, what is published of them, and the decisions upon pages. */
export const programmesScreens: readonly Screen[] = [
  { method: 'GET', path: '/', who: 'anyone', show: showOpenList },
  { method: 'GET', path: '/programmes', who: 'signed in', show: showOwnList },
  {
    method: 'GET',
    path: '/programmes/new',
    who: 'signed in',
    show: async (visit) => showNewProgramme(visit),
  },
  {
    method: 'POST',
    path: '/programmes/new',
    who: 'signed in',
    isFor: beginProgramme,
    show: takeNewProgramme,
  },
  { method: 'GET', path: at, who: 'anyone', show: showProgramme },
  { method: 'GET', path: `${at}/versions`, who: 'anyone', show: showVersions },
  { method: 'GET', path: one, who: 'anyone', show: showProgramme },
  { method: 'GET', path: files, who: 'anyone', show: givePage },
  {
    method: 'GET',
    path: putForward,
    who: 'signed in',
    show: async (visit) => showDecision(visit),
  },
  { method: 'GET', path: `${putForward}/sheet`, who: 'signed in', show: giveSheet },
  {
    method: 'POST',
    path: `${putForward}/publish`,
    who: 'signed in',
    isFor: publishPage,
    show: takePublication,
  },
  {
    method: 'POST',
    path: `${putForward}/compare`,
    who: 'signed in',
    isFor: requestComparison,
    show: takeComparison,
  },
  {
    method: 'POST',
    path: `${putForward}/refuse`,
    who: 'signed in',
    isFor: refuseVersion,
    show: takeRefusal,
  },
  {
    method: 'POST',
    path: `${putForward}/withdraw`,
    who: 'signed in',
    isFor: withdrawVersion,
    show: takeWithdrawal,
  },
  {
    method: 'GET',
    path: `${at}/sign`,
    who: 'signed in',
    show: async (visit) => showSigning(visit),
  },
  { method: 'POST', path: `${at}/sign`, who: 'signed in', isFor: signVersion, show: takeSignature },
];
