import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { isMarkAlive, processMark } from './process-mark.ts';
import { withStartLock } from './start-lock.ts';

test('of many who want the lock one at a time has it', async () => {
  const folder = aFolder();
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(2);
    inside -= 1;
    return done;
  };
  await Promise.all(Array.from({ length: 12 }, () => withStartLock({ folder }, work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual(['start.lock']);
  expect(readdirSync(join(folder, 'start.lock'))).toEqual([]);
});

test('a lock whose holder died is taken, also where another process has its number', async () => {
  const folder = aFolder();
  const [pid = '', start = '', boot = ''] = processMark().split('-');
  for (const dead of [`2147483647-1-${boot}`, `${pid}-${start}1-${boot}`, `${pid}-${start}-0`]) {
    hold(folder, dead);
    expect(await withStartLock({ folder }, async () => done)).toEqual(done);
  }
});

test('a lock that is never let go is a problem that names who holds it', async () => {
  const folder = aFolder();
  hold(folder, `${processMark()}-00`);
  let waits = 0;
  const onWait = () => {
    waits += 1;
  };
  const refused = await withStartLock({ folder, onWait, waitMsMax: 60 }, async () => done);
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'database.being_started' }] });
  expect(refused.ok ? '' : refused.problems[0]?.message).toContain(`process ${process.pid}`);
  expect(waits).toBe(1);
});

test('work that throws lets the lock go', async () => {
  const folder = aFolder();
  const fails = withStartLock({ folder }, async () => Promise.reject(new Error('it fails')));
  await expect(fails).rejects.toThrow('it fails');
  expect(await withStartLock({ folder }, async () => done)).toEqual(done);
});

test('a process knows its own mark, and no other’s', () => {
  expect(isMarkAlive(processMark())).toBe(true);
  expect(isMarkAlive(`${process.pid}`)).toBe(false);
});

const done = { ok: true, value: null } as const;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function hold(folder: string, name: string): void {
  mkdirSync(join(folder, 'start.lock'), { recursive: true });
  writeFileSync(join(folder, 'start.lock', name), '');
}
