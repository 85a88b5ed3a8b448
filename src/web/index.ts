export { showProblems } from './show-problems.tsx';

import type { Screen } from '../http/index.ts';

/** Every screen, area by area. */
export const screens: readonly Screen[] = [];
