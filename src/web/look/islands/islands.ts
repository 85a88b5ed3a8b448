// The little that runs in the browser. Every page is complete without it.
import { mendRows } from '../../facts/islands/mend-rows.ts';
import { keepEditor } from '../../page/islands/keep-editor.ts';
import { keepClaimKeys } from '../../verification/islands/keep-claim-keys.ts';
import { keepAddress } from './keep-address.ts';
import { keepKeys } from './keep-keys.ts';
import { keepLive } from './keep-live.ts';
import { keepProgress } from './keep-progress.ts';
import { offerCopies } from './offer-copies.ts';
import { saySending } from './say-sending.ts';
import { takeDrops } from './take-drops.ts';
import { turnToProblems } from './turn-to-problems.ts';
import { usePasskeys } from './use-passkeys.ts';

keepAddress();
keepClaimKeys();
keepEditor();
keepKeys();
keepLive();
keepProgress();
offerCopies();
mendRows();
saySending();
takeDrops();
turnToProblems();
usePasskeys();
