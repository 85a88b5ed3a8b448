import type { Screen } from '../../http/index.ts';
import { accountScreens } from './account-screens.tsx';
import { detailsScreens } from './details-screens.tsx';
import { providerScreens } from './provider-screens.ts';
import { signInScreens as ownScreens } from './sign-in-screens.tsx';
import { wayBackScreens } from './way-back-screens.tsx';

/** Signing in and out, and one's own account. */
export const signInScreens: readonly Screen[] = [
  ...ownScreens,
  ...providerScreens,
  ...accountScreens,
  ...detailsScreens,
  ...wayBackScreens,
];
