import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { getFileReason } from '../disk/file-reason.ts';
import { incomingFolder } from './file-path.ts';
import { type KeepAsked, type KeptFile, keepFile, keepMade, type MadeFile } from './keep-file.ts';
import { filesUnusable } from './problems.ts';
import { type FileContent, type ReadAsked, readStoredFile } from './read-file.ts';
import type { FileSeal } from './sealed-pieces.ts';
import {
  listStoredFiles,
  type StoredFileFacts,
  type SweepAsked,
  sweepFiles,
} from './sweep-files.ts';

/**
 * Evidence and uploads. Each is sealed under the key of whoever it is about, so that it becomes
 * unreadable with them, and never changes: a copy of the folder is a backup of it.
 */
export type Files = Readonly<{
  keep: (source: AsyncIterable<Uint8Array>, asked: KeepAsked) => Promise<Result<KeptFile>>;
  /** Keeps what the service has made itself, of whatever type. */
  keepMade: (source: AsyncIterable<Uint8Array>, seal: FileSeal) => Promise<Result<MadeFile>>;
  read: (asked: ReadAsked) => Promise<Result<FileContent>>;
  list: () => AsyncIterable<StoredFileFacts>;
  /** Removes what the database does not name; done by one program at a time, once a day. */
  sweep: (asked: SweepAsked) => Promise<Result<number>>;
}>;

/** Opens the folder of files, and makes it where it is new. */
export async function openFiles(folder: string): Promise<Result<Files>> {
  const onDisk = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (error) {
      return { ok: false, problems: [filesUnusable(folder, getFileReason(error))] };
    }
  };
  return onDisk(async () => {
    await mkdir(join(folder, incomingFolder), { recursive: true, mode: 0o700 });
    const files: Files = {
      keep: async (source, asked) => onDisk(() => keepFile(folder, source, asked)),
      keepMade: async (source, seal) => onDisk(() => keepMade(folder, source, seal)),
      read: async (asked) => onDisk(() => readStoredFile(folder, asked)),
      list: () => listStoredFiles(folder),
      sweep: async (asked) =>
        onDisk(async () => ({ ok: true, value: await sweepFiles(folder, asked) })),
    };
    return { ok: true, value: files };
  });
}
