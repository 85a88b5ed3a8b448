import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { madeFolder } from '../../../test/support/made-files.ts';
import { openThread } from './open-thread.ts';

const { put } = madeFolder();

/** What loads our own files as they are written, and the file that takes messages. */
const loader = import.meta.resolve('tsx/esm/api');
const taker = new URL('./take-messages.ts', import.meta.url);

test('a thread whose answer cannot be read is lost', async () => {
  const { worker, lost } = openThread(pathToFileURL(put('waits.mjs', 'setInterval(() => {});')), 8);
  worker.emit('messageerror', new Error('the answer was cut short'));
  expect((await lost).message).toBe('A thread was lost: the answer was cut short.');
  await worker.terminate();
});

test('a thread that cannot read a message is lost', async () => {
  const program = `
    import { parentPort } from 'node:worker_threads';
    const { register } = await import('${loader}');
    register();
    const { takeMessages } = await import('${taker.href}');
    takeMessages(() => parentPort.emit('messageerror', new Error('it was cut short')));`;
  const { worker, lost } = openThread(pathToFileURL(put('cannot-read.mjs', program)), 8);
  worker.ref();
  worker.postMessage('anything');
  expect((await lost).message).toBe('A thread was lost: it was cut short.');
});
