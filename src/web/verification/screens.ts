import type { Screen } from '../../http/index.ts';
import { giveFile, showQueue, takeAsk, takeFinding } from './queue-page.tsx';

const at = '/programmes/:programme/verification';

/** What waits to be verified, and what shows it. */
export const verificationScreens: readonly Screen[] = [
  { method: 'GET', path: at, who: 'signed in', show: async (visit) => showQueue(visit) },
  { method: 'GET', path: `${at}/evidence/:evidence`, who: 'signed in', show: giveFile },
  { method: 'POST', path: `${at}/:fact`, who: 'signed in', show: takeFinding },
  { method: 'POST', path: `${at}/:fact/ask`, who: 'signed in', show: takeAsk },
];
