// What a thread runs: it settles the shards that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { buffersIn, type ToThread } from './messages.ts';
import { shardThread } from './settle-shard.ts';
import { takeMessages } from './take-messages.ts';

const settle = shardThread();

takeMessages((message: ToThread) => {
  const settled = settle(message);
  if (settled !== undefined) parentPort?.postMessage(settled, [...buffersIn(settled)]);
});
