// What a thread runs: it works on the shards that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { buffersIn, type ToThread } from './messages.ts';
import { shardThread } from './settle-shard.ts';
import { takeMessages } from './take-messages.ts';

const work = shardThread();

takeMessages((message: ToThread) => {
  const found = work(message);
  if (found === undefined) return;
  parentPort?.postMessage(found, 'settled' in found ? [...buffersIn(found)] : []);
});
