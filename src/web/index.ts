export { showProblems } from './show-problems.tsx';

import type { Screen } from '../http/index.ts';
import { factsScreens } from './facts/screens.ts';
import { helpScreens } from './help/screens.ts';
import { joiningScreens } from './joining/screens.ts';
import { organisationsScreens } from './organisations/screens.ts';
import { pageScreens } from './page/screens.ts';
import { peopleScreens } from './people/screens.ts';
import { programmesScreens } from './programmes/screens.ts';
import { recordScreens } from './record/screens.ts';
import { settlementScreens } from './settlement/screens.ts';
import { signInScreens } from './sign-in/screens.ts';
import { verificationScreens } from './verification/screens.ts';

/** Every screen, area by area. */
export const screens: readonly Screen[] = [
  ...programmesScreens,
  ...helpScreens,
  ...joiningScreens,
  ...pageScreens,
  ...signInScreens,
  ...organisationsScreens,
  ...settlementScreens,
  ...factsScreens,
  ...peopleScreens,
  ...recordScreens,
  ...verificationScreens,
];
