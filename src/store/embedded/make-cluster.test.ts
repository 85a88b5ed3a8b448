import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeUnmade } from './make-cluster.ts';

test('what a program that outlives its own still writes into is removed all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-unmade-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'new-1'));
  const writing =
    'for (let n = 0; n < 20000; n += 1) require("fs").writeFileSync("new-1/" + n, "")';
  const child = spawn(process.execPath, ['-e', writing], { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (readdirSync(join(folder, 'new-1')).length < 100) await new Promise(setImmediate);
  const [cluster, password, log] = ['postgres', 'owner-password', 'postgres.log'];
  await removeUnmade({ folder, cluster, password, log, server: undefined });
  expect(readdirSync(folder)).toEqual([]);
  await ended;
  expect(readdirSync(folder)).toEqual([]);
});
