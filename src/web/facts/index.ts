export { claimFacts } from './claim-facts.tsx';
export { Days } from './days.tsx';
export { edgeOf, FactsHead } from './facts-head.tsx';
export { findProgramme, isBeforePage } from './find-programme.ts';
export { detailOf } from './participant-page.tsx';
export { begun, bytesInWords, recorder } from './words.ts';
