// What a thread runs: it checks one page after the other, and knows no store.
import { parentPort } from 'node:worker_threads';
import { takeMessages } from '../shards/take-messages.ts';
import type { FromChecking, PageToCheck } from './check-apart.ts';
import { checkedGiven } from './check-output.ts';
import { checkText } from './check-text.ts';
import { pageOfVersion } from './read-text.ts';

const tell = (message: FromChecking): void => parentPort?.postMessage(message);

takeMessages(({ text, published }: PageToCheck) => {
  tell({ is: 'checked', given: checkedGiven(checkText(text, published.map(pageOfVersion))) });
});
tell({ is: 'ready' });
