// What a thread runs: it puts one settlement into an archive, step by step as it is asked.
import { parentPort } from 'node:worker_threads';
import { buffersIn } from '../shards/messages.ts';
import { takeMessages } from '../shards/take-messages.ts';
import { type AskedArchiving, answerArchiving } from './archiving-steps.ts';

const answer = answerArchiving();

takeMessages(async (asked: AskedArchiving) => {
  const answered = await answer(asked);
  parentPort?.postMessage(answered, [...buffersIn(answered)]);
});
