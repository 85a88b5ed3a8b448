import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isTar, readTar, tarEnd, tarFile } from './tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-tar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'some.tar');

const files = [
  ['one.txt', Buffer.from('one')],
  ['none', Buffer.alloc(0)],
  ['whole', Buffer.alloc(512, 1)],
  ['more', Buffer.alloc(513, 2)],
] as const;
const whole = Buffer.concat([...files.map(([name, own]) => tarFile(name, own)), tarEnd()]);

async function namesIn(content: Uint8Array) {
  writeFileSync(path, content);
  const handle = await open(path);
  const entries = await readTar(handle);
  await handle.close();
  return entries?.map(({ name, from, bytes }) => [name, content.slice(from, from + bytes)]);
}

test('what is written is read again, by this program and by tar', async () => {
  expect(isTar(whole)).toBe(true);
  expect(await namesIn(whole)).toEqual(files);
  execFileSync('tar', ['-xf', path, '-C', folder]);
  for (const [name, own] of files) expect(readFileSync(join(folder, name))).toEqual(own);
});

test('what is cut off, damaged or none is not read', async () => {
  for (const length of [0, 100, 600, whole.length - 1024]) {
    expect(await namesIn(whole.subarray(0, length))).toBe(undefined);
  }
  for (const at of [0, 130, 257]) {
    const other = Buffer.from(whole);
    other[at] = (other[at] ?? 0) ^ 1;
    expect(await namesIn(other)).toBe(undefined);
  }
  expect(isTar(Buffer.from('{"bundle": 1}'))).toBe(false);
});
