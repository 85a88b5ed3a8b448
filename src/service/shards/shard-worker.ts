// What a thread runs: it settles the shards that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { buffersIn, type ToThread } from './messages.ts';
import { shardThread } from './settle-shard.ts';

const settle = shardThread();

parentPort?.on('message', (message: ToThread) => {
  const settled = settle(message);
  if (settled !== undefined) parentPort?.postMessage(settled, [...buffersIn(settled)]);
});
