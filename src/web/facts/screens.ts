import type { Screen } from '../../http/index.ts';
import {
  attachEvidence,
  giveUpFile,
  mapFile,
  sendFile,
  takesEvidence,
  takesFacts,
} from '../../service/facts-in/index.ts';
import { showEvidence, takeEvidence } from './evidence-page.tsx';
import { showFacts, takeFile } from './facts-page.tsx';
import { giveRowsToMend, showFile, takeGivenUp, takeMended } from './file-page.tsx';
import { showOneFact, takeOneFact } from './one-fact-page.tsx';
import { takeMapping } from './take-mapping.ts';

const at = '/programmes/:programme/facts';
const file = `${at}/files/:import`;

/** Facts: sent as a file, or recorded one by one. */
export const factsScreens: readonly Screen[] = [
  { method: 'GET', path: at, who: 'signed in', show: showFacts },
  {
    method: 'POST',
    path: `${at}/files`,
    who: 'signed in',
    takesFile: takesFacts,
    isFor: sendFile,
    show: takeFile,
  },
  { method: 'GET', path: file, who: 'signed in', show: showFile },
  { method: 'POST', path: `${file}/mapping`, who: 'signed in', isFor: mapFile, show: takeMapping },
  {
    method: 'POST',
    path: `${file}/mended`,
    who: 'signed in',
    takesFile: takesFacts,
    isFor: sendFile,
    show: takeMended,
  },
  {
    method: 'POST',
    path: `${file}/give-up`,
    who: 'signed in',
    isFor: giveUpFile,
    show: takeGivenUp,
  },
  { method: 'GET', path: `${file}/rows-to-mend`, who: 'signed in', show: giveRowsToMend },
  { method: 'GET', path: `${at}/one`, who: 'signed in', show: showOneFact },
  {
    method: 'POST',
    path: `${at}/one`,
    who: 'signed in',
    takesFile: takesEvidence,
    isFor: attachEvidence,
    show: takeOneFact,
  },
  {
    method: 'GET',
    path: `${at}/:fact/evidence`,
    who: 'signed in',
    show: showEvidence,
  },
  {
    method: 'POST',
    path: `${at}/:fact/evidence`,
    who: 'signed in',
    takesFile: takesEvidence,
    isFor: attachEvidence,
    show: takeEvidence,
  },
];
