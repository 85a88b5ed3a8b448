import type { Screen } from '../../http/index.ts';
import {
  beginVersion,
  checkTyped,
  putForward,
  requestDraftComparison,
  restoreDraft,
  writeDraft,
} from '../../service/programmes/index.ts';
import { showEarlier, showOneEarlier } from './earlier-page.tsx';
import { showEditor } from './editor-page.tsx';
import { showPutForward, takeDraftComparison, takePutForward } from './put-forward-page.tsx';
import { showSentences } from './sentences-page.tsx';
import { checkAsTyped, takeDraft, takeEarlier, takeNextVersion } from './take-draft.tsx';

const at = '/programmes/:programme/edit';
const who = 'signed in';

/** The page editor. */
export const pageScreens: readonly Screen[] = [
  { method: 'GET', path: at, who, show: async (visit) => showEditor(visit) },
  { method: 'POST', path: at, who, isFor: writeDraft, show: takeDraft },
  { method: 'POST', path: `${at}/check`, who, isFor: checkTyped, show: checkAsTyped },
  { method: 'POST', path: `${at}/next-version`, who, isFor: beginVersion, show: takeNextVersion },
  { method: 'GET', path: `${at}/earlier`, who, show: showEarlier },
  { method: 'POST', path: `${at}/earlier`, who, isFor: restoreDraft, show: takeEarlier },
  { method: 'GET', path: `${at}/earlier/:revision`, who, show: showOneEarlier },
  { method: 'GET', path: `${at}/put-forward`, who, show: async (visit) => showPutForward(visit) },
  { method: 'POST', path: `${at}/put-forward`, who, isFor: putForward, show: takePutForward },
  {
    method: 'POST',
    path: `${at}/compare`,
    who,
    isFor: requestDraftComparison,
    show: takeDraftComparison,
  },
  { method: 'GET', path: '/sentences', who: 'anyone', show: showSentences },
];
