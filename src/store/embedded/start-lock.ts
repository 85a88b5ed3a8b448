import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { withFolderLock } from '../keys/folder-lock.ts';
import { databaseBeingStarted } from './problems.ts';

export type LockOptions = Readonly<{
  folder: string;
  onWait?: () => void;
  waitMsMax?: number;
}>;

/** Does work on the database of a folder that one program at a time may do. */
export async function withStartLock<T>(
  { folder, onWait, waitMsMax = 120_000 }: LockOptions,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = {
    path: join(folder, 'start.lock'),
    waitMsMax,
    ...(onWait === undefined ? {} : { onWait: () => onWait() }),
    problem: (holder: string) => databaseBeingStarted(folder, holder),
  };
  return withFolderLock(lock, work);
}
