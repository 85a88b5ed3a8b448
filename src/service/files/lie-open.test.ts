import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { lieOpen } from './lie-open.ts';

async function* pieces() {
  yield Buffer.from('one, ');
  yield Buffer.from('two');
}

test('what lies open is read by its path, and by nobody who looks for its name', async () => {
  const { path, bytes, close } = await lieOpen(pieces());
  expect([readFileSync(path, 'utf8'), bytes]).toEqual(['one, two', 8]);
  const isNameless = path.startsWith('/proc/');
  const named = isNameless ? readlinkSync(path).replace(/ \(deleted\)$/, '') : path;
  expect(existsSync(dirname(named))).toBe(!isNameless);
  await close();
  expect(existsSync(named)).toBe(false);
});

test('what cannot be had to its end leaves nothing behind', async () => {
  const broken = (async function* () {
    yield Buffer.from('one');
    throw new Error('it broke off');
  })();
  await expect(lieOpen(broken)).rejects.toThrow('it broke off');
});
