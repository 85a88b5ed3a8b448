import type { Screen } from '../../http/index.ts';
import { showHelp } from './help-page.tsx';

/** What everybody may need to know. */
export const helpScreens: readonly Screen[] = [
  { method: 'GET', path: '/help', who: 'anyone', show: async (visit) => showHelp(visit) },
];
