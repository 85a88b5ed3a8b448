// What a thread runs: it works one settlement out, step by step as it is asked.
import { parentPort } from 'node:worker_threads';
import { buffersIn } from '../shards/messages.ts';
import { takeMessages } from '../shards/take-messages.ts';
import { type AskedStep, answerSteps } from './settling-steps.ts';

const answer = answerSteps();

takeMessages(async (asked: AskedStep) => {
  const answered = await answer(asked);
  parentPort?.postMessage(answered, [...buffersIn(answered)]);
});
