import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeUnmade } from './make-cluster.ts';

const [cluster, password, log] = ['postgres', 'owner-password', 'postgres.log'];

test('what a program that outlives its own still writes into is removed all the same', async () => {
  const folder = aFolder();
  const writing = 'for (let n = 0; n < 5000; n += 1) require("fs").writeFileSync("new-1/" + n, "")';
  const ended = runBeside(folder, writing);
  while (readdirSync(join(folder, 'new-1')).length < 100) await new Promise(setImmediate);
  await removeUnmade({ folder, cluster, password, log, server: undefined });
  expect(readdirSync(folder)).toEqual([]);
  await ended;
  expect(readdirSync(folder)).toEqual([]);
});

test('what a program that outlives its own removes at the same time is removed whole', async () => {
  const folder = aFolder();
  for (let n = 0; n < 5000; n += 1) writeFileSync(join(folder, 'new-1', String(n)), '');
  const removing =
    'for (const name of require("fs").readdirSync("new-1").reverse())' +
    ' try { require("fs").unlinkSync("new-1/" + name) } catch {}';
  const ended = runBeside(folder, removing);
  while (readdirSync(join(folder, 'new-1')).length === 5000) await new Promise(setImmediate);
  await removeUnmade({ folder, cluster, password, log, server: undefined });
  expect(readdirSync(folder)).toEqual([]);
  await ended;
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-unmade-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'new-1'));
  return folder;
}

async function runBeside(folder: string, words: string): Promise<unknown> {
  return once(spawn(process.execPath, ['-e', words], { cwd: folder, stdio: 'ignore' }), 'exit');
}
