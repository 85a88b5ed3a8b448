export { beginProgramme } from './begin-programme.ts';
export { beginVersion } from './begin-version.ts';
export { checkDraft, checkPage, checkTyped } from './check-draft.ts';
export {
  compareJob,
  compareTask,
  queueComparisonsAgain,
  requestComparison,
} from './compare-by-and-by.ts';
export { compareDraft, compareVersion } from './compare-draft.ts';
export { findSentences } from './find-sentences.ts';
export { keepUpBound } from './keep-up-bound.ts';
export { listOwnProgrammes } from './list-own.ts';
export { listPublished } from './list-published.ts';
export { listTemplates } from './list-templates.ts';
export { publishPage } from './publish-page.ts';
export { putForward } from './put-forward.ts';
export { listEarlier, readDraft, readEarlierDraft } from './read-draft.ts';
export { readProgramme } from './read-programme.ts';
export { givePublished, readPublic } from './read-public.ts';
export { pageOfVersion } from './read-text.ts';
export { givePutForward, listPutForward, readPutForward } from './read-versions.ts';
export { refusalReasons, refuseVersion, withdrawVersion } from './refuse-version.ts';
export { pageLengthMax } from './shapes.ts';
export { listSigned, signVersion } from './sign-version.ts';
export { tellBound } from './tell-bound.ts';
export { versionsFor } from './versions-for.ts';
export { restoreDraft, setDraftAside, writeDraft } from './write-draft.ts';
