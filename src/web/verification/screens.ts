import type { Screen } from '../../http/index.ts';
import { askEvidence, decideFact } from '../../service/facts-in/index.ts';
import { giveFile, showQueue, takeAsk, takeFinding } from './queue-page.tsx';

const at = '/programmes/:programme/verification';

/** What waits to be verified, and what shows it. */
export const verificationScreens: readonly Screen[] = [
  { method: 'GET', path: at, who: 'signed in', show: showQueue },
  { method: 'GET', path: `${at}/evidence/:evidence`, who: 'signed in', show: giveFile },
  { method: 'POST', path: `${at}/:fact`, who: 'signed in', isFor: decideFact, show: takeFinding },
  { method: 'POST', path: `${at}/:fact/ask`, who: 'signed in', isFor: askEvidence, show: takeAsk },
];
