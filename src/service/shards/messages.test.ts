import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { buffersIn } from './messages.ts';

test('columns are handed over, and short buffers that share their memory are copied', () => {
  const column = new Int32Array(100_000).fill(7);
  const short = Buffer.from('a short text');
  const beside = Buffer.from('another');
  const message = { columns: { column }, short };

  const { port1, port2 } = new MessageChannel();
  port1.postMessage(message, [...buffersIn(message)]);
  const received = receiveMessageOnPort(port2)?.message;
  port1.close();

  expect(received.columns.column[99_999]).toBe(7);
  expect(Buffer.from(received.short).toString()).toBe('a short text');
  expect(column.byteLength).toBe(0);
  expect([short.toString(), beside.toString()]).toEqual(['a short text', 'another']);
});
