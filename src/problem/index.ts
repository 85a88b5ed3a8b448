export { assert, Fault } from './fault.ts';
export { formatProblem, formatProblems } from './format-problem.ts';
export { nearest } from './nearest.ts';
export { noPlace, type Place } from './place.ts';
export type { Problem, Result, Severity } from './problem.ts';
export { shownText, shownWidth } from './shown-text.ts';
export { characterNumber, unseenCharacter } from './unseen-characters.ts';
