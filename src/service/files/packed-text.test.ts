import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { packedText } from './packed-text.ts';

async function* many(count: number): AsyncGenerator<string> {
  for (let each = 0; each < count; each += 1) yield `${each} café 🙂\n`;
}

async function whole(count: number): Promise<string> {
  let all = '';
  for await (const piece of many(count)) all += piece;
  return all;
}

test('what is short is given as it is', async () => {
  expect(await packedText(many(0))).toBe('');
  expect(await packedText(many(3))).toBe('0 café 🙂\n1 café 🙂\n2 café 🙂\n');
});

test('what is long comes out as it was made', async () => {
  const packed = await packedText(many(200_000));
  expect(packed).not.toBeTypeOf('string');
  if (typeof packed === 'string') return;
  expect(await text(packed)).toBe(await whole(200_000));
});

test('what breaks off while it is made is not given', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield* many(200_000);
    throw new Error('the thread is lost');
  }
  await expect(packedText(broken())).rejects.toThrow('the thread is lost');
});
