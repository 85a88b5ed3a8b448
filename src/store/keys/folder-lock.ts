import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem, Result } from '../../problem/index.ts';
import { isMarkAlive, processMark } from '../embedded/process-mark.ts';

export type FolderLock = Readonly<{
  /** The path of the lock, which is a folder while it is held. */
  path: string;
  waitMsMax: number;
  /** Told once that the process of this number has it, where it is not free at once. */
  onWait?: (holder: string) => void;
  /** What to say where the process of this number has not let go in time. */
  problem: (holder: string) => Problem;
}>;

/**
 * Does work that one program at a time may do. The lock is taken by moving a folder that holds one
 * file, named after its holder, into its place, which the system does only where nothing or an
 * empty folder stands. A holder that died is removed by its own name.
 */
export async function withFolderLock<T>(
  lock: FolderLock,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const name = `${processMark()}-${randomBytes(6).toString('hex')}`;
  const holder = await takeLock(lock, name);
  if (holder !== undefined) return { ok: false, problems: [lock.problem(holder)] };
  try {
    return await work();
  } finally {
    rmSync(join(lock.path, name), { force: true });
  }
}

// The process that would not let go, where there was one.
async function takeLock(lock: FolderLock, name: string): Promise<string | undefined> {
  const ready = `${lock.path}.${name}`;
  mkdirSync(ready, { mode: 0o700 });
  writeFileSync(join(ready, name), '');
  const until = Date.now() + lock.waitMsMax;
  let onWait = lock.onWait;
  try {
    while (!isMoved(ready, lock.path)) {
      const holder = findHolder(lock.path);
      if (holder === undefined) continue;
      const number = holder.split('-')[0] ?? '';
      if (Date.now() > until) return number;
      onWait?.(number);
      onWait = undefined;
      await sleep(5);
    }
    return undefined;
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

function findHolder(path: string): string | undefined {
  const names = readdirSync(path);
  const living = names.find(isMarkAlive);
  for (const name of names) if (name !== living) rmSync(join(path, name), { force: true });
  return living;
}
