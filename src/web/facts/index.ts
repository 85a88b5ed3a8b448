export { shortReference } from './address.ts';
export { FactsHead, neutralOf } from './facts-head.tsx';
export { findProgramme } from './find-programme.ts';
export { Days, detailOf } from './participant-page.tsx';
export { factsScreens } from './screens.ts';
export { begun, bytesInWords, recorder } from './words.ts';
