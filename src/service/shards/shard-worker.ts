// What a thread runs: it works on the shards that it is given, one after the other.
import { parentPort } from 'node:worker_threads';
import { buffersIn, type ToThread } from './messages.ts';
import { shardThread } from './settle-shard.ts';
import { takeMessages } from './take-messages.ts';

const work = shardThread();

takeMessages((message: ToThread) => {
  const found = work(message);
  if (found === undefined) return;
  parentPort?.postMessage(found, [...buffersIn(columnsOf(found))]);
});

/** What of an answer is columns, in which memory is looked for that is handed over. */
function columnsOf(found: NonNullable<ReturnType<typeof work>>): unknown {
  if ('settled' in found) return found;
  return 'moved' in found ? [found.moved.before, found.moved.now] : undefined;
}
