import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeNew, writeWhole } from './write-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');

test('what was there stays whole where the new content fails half way', async () => {
  await writeWhole(path, 'before');
  async function* failing() {
    yield 'half';
    throw new Error('a fault');
  }
  await expect(writeWhole(path, failing())).rejects.toThrow('a fault');
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a folder that is not there is a problem, and no fault', async () => {
  const written = await writeWhole(join(folder, 'none', 'file'), 'text');
  expect(written).toMatchObject({ ok: false, problems: [{ code: 'output.unwritable' }] });
});

test('a new file takes the place of none', async () => {
  const written = await writeNew(path, 'after');
  expect(written).toMatchObject({ ok: false, problems: [{ code: 'output.exists' }] });
  expect(readFileSync(path, 'utf8')).toBe('before');
});
