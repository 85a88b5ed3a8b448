export { showProblems } from './show-problems.tsx';

import type { Screen } from '../http/index.ts';
import { organisationsScreens } from './organisations/screens.ts';
import { signInScreens } from './sign-in/screens.ts';

/** Every screen, area by area. */
export const screens: readonly Screen[] = [...signInScreens, ...organisationsScreens];
