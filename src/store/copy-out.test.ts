import { expect, test } from 'vitest';
import { aStore } from '../../test/support/with-store.ts';
import { copyOut } from './copy-out.ts';
import { getRow } from './tx.ts';

const store = await aStore();

const many = "copy (select repeat('x', 1000) from generate_series(1, 20000)) to stdout";

test('whoever stops before the end leaves a connection that answers', async () => {
  const answered = await store.read({ reach: 'public' }, async (tx) => {
    for await (const piece of copyOut(tx, many)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    return getRow(tx, 'select 1 as one');
  });
  expect(answered).toEqual({ one: 1 });
});

test('a fault on the way is the one that is met, and the transaction is given up', async () => {
  const failed = store.read({ reach: 'public' }, async (tx) => {
    for await (const _ of copyOut(tx, many)) throw new Error('a thread was lost');
  });
  await expect(failed).rejects.toThrow('a thread was lost');
});

test('all of it comes where nobody stops', async () => {
  const length = await store.read({ reach: 'public' }, async (tx) => {
    let sum = 0;
    for await (const piece of copyOut(tx, many)) sum += piece.length;
    return sum;
  });
  expect(length).toBe(20_000 * 1001);
});
