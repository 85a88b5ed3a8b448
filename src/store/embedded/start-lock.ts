import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../problem/index.ts';
import { databaseBeingStarted } from './problems.ts';
import { isMarkAlive, processMark } from './process-mark.ts';

export type LockOptions = Readonly<{
  folder: string;
  onWait?: () => void;
  waitMsMax?: number;
}>;

/**
 * Does work that one program at a time may do in a folder.
 *
 * The lock is a folder that holds one file, named after its holder. It is taken by moving a folder
 * made ready beside it into its place, which the system does only where nothing or an empty folder
 * stands. A holder that died is removed by its own name, so that no two who find it dead can take
 * the lock from each other.
 */
export async function withStartLock<T>(
  options: LockOptions,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = join(options.folder, 'start.lock');
  const name = `${processMark()}-${randomBytes(6).toString('hex')}`;
  const waitedFor = await takeLock(lock, name, options);
  if (waitedFor !== undefined) {
    return { ok: false, problems: [databaseBeingStarted(options.folder, waitedFor)] };
  }
  try {
    return await work();
  } finally {
    rmSync(join(lock, name), { force: true });
  }
}

// The process that would not let go, where there was one.
async function takeLock(
  lock: string,
  name: string,
  { onWait, waitMsMax = 120_000 }: LockOptions,
): Promise<string | undefined> {
  const ready = `${lock}.${name}`;
  mkdirSync(ready, { mode: 0o700 });
  writeFileSync(join(ready, name), '');
  const until = Date.now() + waitMsMax;
  let hasSaid = false;
  try {
    for (;;) {
      if (isMoved(ready, lock)) return undefined;
      const holder = livingHolder(lock);
      if (holder !== undefined) {
        if (Date.now() > until) return holder.split('-')[0] ?? '';
        if (!hasSaid) onWait?.();
        hasSaid = true;
        await sleep(25);
      }
    }
  } finally {
    rmSync(ready, { recursive: true, force: true });
  }
}

function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    return false;
  }
}

function livingHolder(lock: string): string | undefined {
  const names = readdirSync(lock);
  const living = names.find(isMarkAlive);
  for (const name of names) if (name !== living) rmSync(join(lock, name), { force: true });
  return living;
}
