import type { Screen } from '../../http/index.ts';
import { joinScreens } from './join-screens.tsx';
import { memberScreens } from './member-screens.tsx';
import { organisationScreens } from './organisation-screens.tsx';

/** Organisations, their members, invitations to them, and founding one. */
export const organisationsScreens: readonly Screen[] = [
  ...organisationScreens,
  ...memberScreens,
  ...joinScreens,
];
