// The little that runs in the browser. Every page is complete without it.
import { keepKeys } from './keep-keys.ts';
import { keepLive } from './keep-live.ts';
import { keepProgress } from './keep-progress.ts';
import { offerCopies } from './offer-copies.ts';
import { turnToProblems } from './turn-to-problems.ts';
import { usePasskeys } from './use-passkeys.ts';

keepKeys();
keepLive();
keepProgress();
offerCopies();
turnToProblems();
usePasskeys();
