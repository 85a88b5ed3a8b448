import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem, Result } from '../../problem/index.ts';
import { readSnapshot, type Snapshot } from '../../store/backup/index.ts';
import { findFileReason } from '../../store/disk/index.ts';
import type { Connection } from '../../store/index.ts';
import type { Keys } from '../../store/keys/index.ts';
import { copyFiles } from './copy-files.ts';
import { copyTables } from './copy-tables.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import {
  backupKeysTogether,
  backupMasterElsewhere,
  backupNothingThere,
  backupPlaceNotEmpty,
  backupUnwritable,
  backupWithoutKeys,
} from './problems.ts';

/** What is copied, and where to. */
export type BackupAsked = Readonly<{
  owner: Connection;
  /** Opens the keys, where they are copied. */
  openKeys: () => Promise<Result<Keys>>;
  /** The data folder: stored files lie in it. */
  folder: string;
  /** A folder that is not there yet, or is empty. */
  to: string;
  /** Another for the keys; without it they are not copied. */
  keysTo?: string;
  version: string;
  onProgress: (words: string) => void;
}>;

/** A backup that was made. */
export type Backup = Readonly<{
  manifest: Manifest;
  /** How many keys were copied; undefined where none were asked for. */
  keys?: number;
  /** What stood in no way and is worth knowing. */
  warnings: readonly Problem[];
}>;

/**
 * Copies everything while the service works on: the database as it stands at one moment, after it
 * the keys, so that whatever is sealed in the copy has its key, and after them the files, which
 * never change. The manifest comes last: without it there is no backup.
 */
export async function makeBackup(asked: BackupAsked): Promise<Result<Backup>> {
  const { to, keysTo } = asked;
  const wrong = await problemWithPlaces(resolve(to), keysTo && resolve(keysTo));
  if (wrong !== undefined) return { ok: false, problems: [wrong] };
  const made = await copyAll(asked);
  // What was broken off is nobody's backup.
  if (!made.ok) for (const path of [to, ...(keysTo ? [keysTo] : [])]) await emptyFolder(path);
  return made;
}

async function copyAll(asked: BackupAsked): Promise<Result<Backup>> {
  try {
    return await readSnapshot(asked.owner, async (snapshot) =>
      snapshot === undefined
        ? { ok: false, problems: [backupNothingThere(asked.folder)] }
        : copySnapshot(asked, snapshot),
    );
  } catch (error) {
    const reason = findFileReason(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [backupUnwritable(asked.to, reason)] };
  }
}

async function copySnapshot(asked: BackupAsked, snapshot: Snapshot): Promise<Result<Backup>> {
  const { to, folder, version, onProgress } = asked;
  await mkdir(to, { recursive: true, mode: 0o700 });
  onProgress('Copying the database');
  const tables = await copyTables(snapshot, to);
  const sequences = [...(await snapshot.sequences())];
  const keys = await copyKeys(asked);
  if (!keys.ok) return keys;
  onProgress('Copying files');
  const { files, damaged } = await copyFiles(join(folder, 'files'), to);
  const { at, migrations, jobs } = snapshot;
  const written = await writeManifest(to, {
    form: 1,
    version,
    at,
    migrations: [...migrations],
    tables,
    sequences,
    jobs: [...jobs],
    files,
  });
  if (!written.ok) return written;
  const { count, warnings } = keys.value;
  return {
    ok: true,
    value: {
      manifest: written.value,
      ...(count === undefined ? {} : { keys: count }),
      warnings: [...warnings, ...damaged],
    },
  };
}

type KeysCopied = Readonly<{ count?: number; warnings: readonly Problem[] }>;

async function copyKeys({
  openKeys,
  keysTo,
  onProgress,
}: BackupAsked): Promise<Result<KeysCopied>> {
  if (keysTo === undefined) return { ok: true, value: { warnings: [backupWithoutKeys()] } };
  onProgress('Copying keys');
  const keys = await openKeys();
  if (!keys.ok) return keys;
  const copied = await keys.value.copyTo(keysTo);
  if (!copied.ok) return copied;
  const { keys: count, hasMasterKey } = copied.value;
  const warnings = hasMasterKey ? [] : [backupMasterElsewhere(keysTo)];
  return { ok: true, value: { count, warnings } };
}

async function problemWithPlaces(
  to: string,
  keysTo: string | undefined,
): Promise<Problem | undefined> {
  const places = [to, ...(keysTo === undefined ? [] : [keysTo])];
  for (const place of places) if (!(await isEmpty(place))) return backupPlaceNotEmpty(place);
  if (keysTo === undefined) return undefined;
  const [one, other] = [await realPath(to), await realPath(keysTo)];
  return isInside(one, other) || isInside(other, one) ? backupKeysTogether(keysTo) : undefined;
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

// As the path will be once it is made: what is there of it with its links followed.
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realPath(above), path.slice(above.length));
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\'));
}

async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
}
