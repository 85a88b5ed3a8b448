import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { assert, type Problem, type Result } from '../../problem/index.ts';
import {
  emptyDatabase,
  type Loader,
  loadDatabase,
  migrationNames,
  type SealedIds,
} from '../../store/backup/index.ts';
import { findFileReason } from '../../store/disk/index.ts';
import { filePath, openFiles } from '../../store/files/index.ts';
import { type Connection, openStore, type Store } from '../../store/index.ts';
import { type Keys, openKeys } from '../../store/keys/index.ts';
import type { Service } from '../act/index.ts';
import { finishErasures } from '../people/index.ts';
import { checkContents, fileNames } from './check-contents.ts';
import { type Checked, checkRestored } from './check-restored.ts';
import { copyFile } from './copy-files.ts';
import { backupFilePath, type Manifest, readManifest, tablePath } from './manifest.ts';
import {
  backupKeysNotThere,
  backupOfLaterVersion,
  backupOtherDigest,
  restorePlaceNotEmpty,
  restoreRefused,
  restoreRowsOtherwise,
  restoreUnwritable,
} from './problems.ts';
import { markPath } from './restore-mark.ts';

/** What is put back, and where. */
export type RestoreAsked = Readonly<{
  from: string;
  keysFrom: string;
  /** The digest that was noted when the backup was made. */
  digest?: string;
  /** The data folder that keys and files go to. */
  folder: string;
  database: Readonly<{ owner: Connection; app?: Connection }>;
  /** The environment: OUTTURN_MASTER_KEY, where the master key is kept elsewhere. */
  env: Readonly<Record<string, string | undefined>>;
  clock: () => number;
  onProgress: (words: string) => void;
}>;

/** What was put back, and found right. */
export type Restored = Readonly<{
  manifest: Manifest;
  keys: number;
  /** Erased since the backup was made, as the keys say, and so erased here too. */
  erased: number;
  checked: Checked;
}>;

/**
 * Puts a backup into an empty place: all of it is read and compared with its hashes first; keys and
 * files go before the database, whose rows come in one transaction, so that a restoration which is
 * broken off leaves an empty database and can be begun again. Then the tables are brought up to
 * date, the record is verified and every settlement worked out again.
 */
export async function restoreBackup(asked: RestoreAsked): Promise<Result<Restored>> {
  const { from, onProgress } = asked;
  const found = await findBackup(asked);
  if (!found.ok) return found;
  const manifest = found.value;
  onProgress('Comparing the backup with its hashes');
  const whole = await checkContents(from, manifest);
  if (!whole.ok) return whole;
  const taken = await takePlace(asked, manifest);
  if (!taken.ok) return taken;
  const keys = await putBackAll(asked, manifest);
  if (!keys.ok) {
    await emptyPlace(asked.folder);
    return keys;
  }
  await rm(markPath(asked.folder), { force: true });
  const checked = await check(asked, keys.value.keys);
  if (!checked.ok) return checked;
  return { ok: true, value: { manifest, keys: keys.value.count, ...checked.value } };
}

async function putBackAll(asked: RestoreAsked, manifest: Manifest): Promise<Result<KeysPutBack>> {
  const keys = await putBackKeys(asked);
  if (!keys.ok) return keys;
  const files = await putBackFiles(asked);
  if (!files.ok) return files;
  const rows = await putBackRows(asked, manifest, keys.value.keys);
  return rows.ok ? keys : rows;
}

// Nothing was there before, so that everything in these is of the restoration that came to nothing.
async function emptyPlace(folder: string): Promise<void> {
  await rm(join(folder, 'files'), { recursive: true, force: true });
  const keys = join(folder, 'keys');
  for (const name of await readdir(keys).catch(() => [])) {
    if (name.endsWith('.keys')) await rm(join(keys, name), { force: true });
  }
}

async function findBackup({ from, keysFrom, digest }: RestoreAsked): Promise<Result<Manifest>> {
  const read = await readManifest(from);
  if (!read.ok) return read;
  const manifest = read.value;
  const known = new Set(migrationNames());
  const unknown = manifest.migrations.find((name) => !known.has(name));
  const names = await readdir(keysFrom).catch(() => []);
  const problems: readonly Problem[] = [
    ...(unknown === undefined ? [] : [backupOfLaterVersion(from, unknown)]),
    ...(digest === undefined || digest === manifest.digest
      ? []
      : [backupOtherDigest(manifest.digest, digest)]),
    ...(names.some((name) => name.endsWith('.keys') || name === 'master.key')
      ? []
      : [backupKeysNotThere(keysFrom)]),
  ];
  return problems.length === 0 ? read : { ok: false, problems };
}

/** Makes sure that nothing is there, but what this backup put there before it was broken off. */
async function takePlace(
  { folder, database }: RestoreAsked,
  { digest }: Manifest,
): Promise<Result<null>> {
  const mark = markPath(folder);
  return onDisk(folder, async () => {
    const isBegun = (await readFile(mark, 'utf8').catch(() => '')) === digest;
    const other = isBegun ? undefined : await findOther(folder);
    const found = other ?? (await emptyDatabase(database.owner));
    if (found !== undefined) return { ok: false, problems: [restorePlaceNotEmpty(folder, found)] };
    await mkdir(dirname(mark), { recursive: true, mode: 0o700 });
    await writeFile(mark, digest, { mode: 0o600, flush: true });
    return { ok: true, value: null };
  });
}

async function findOther(folder: string): Promise<string | undefined> {
  const keys = await readdir(join(folder, 'keys')).catch(() => []);
  if (keys.some((name) => name.endsWith('.keys'))) return 'there are keys in it';
  const files = await readdir(join(folder, 'files')).catch(() => []);
  return files.some((name) => /^[0-9a-f]{2}$/.test(name)) ? 'there are files in it' : undefined;
}

type KeysPutBack = Readonly<{ keys: Keys; count: number }>;

async function putBackKeys(asked: RestoreAsked): Promise<Result<KeysPutBack>> {
  const { folder, keysFrom, env, onProgress } = asked;
  onProgress('Putting back keys');
  const opened = await openKeys(join(folder, 'keys'), env);
  if (!opened.ok) return opened;
  const keys = opened.value;
  const count = await keys.restoreFrom(keysFrom);
  return count.ok ? { ok: true, value: { keys, count: count.value } } : count;
}

async function putBackFiles({ from, folder, onProgress }: RestoreAsked): Promise<Result<null>> {
  onProgress('Putting back files');
  return onDisk(folder, async () => {
    for await (const name of fileNames(from)) {
      const to = filePath(join(folder, 'files'), name);
      const copied = await copyFile(backupFilePath(from, name), to);
      assert(copied?.sha256 === name, 'a file that was compared with its hash is as it was');
    }
    return { ok: true, value: null };
  });
}

async function putBackRows(
  asked: RestoreAsked,
  { migrations, tables, sequences, jobs }: Manifest,
  keys: Keys,
): Promise<Result<null>> {
  const { database, from, onProgress } = asked;
  onProgress('Putting back the database');
  const made = await openStore({ ...database, migrations });
  if (!made.ok) return made;
  await made.value.close();
  const fill = async (load: Loader): Promise<Result<null>> => {
    for (const table of tables) {
      const rows = createReadStream(tablePath(from, table.name)).pipe(createGunzip());
      const count = await load(table, rows);
      if (count === table.rows) continue;
      return { ok: false, problems: [restoreRowsOtherwise(table.name, count, table.rows)] };
    }
    return { ok: true, value: null };
  };
  try {
    const check = async (sealed: SealedIds) => checkKeys(keys, sealed);
    return await loadDatabase(database.owner, { sequences, jobs, fill, check });
  } catch (error) {
    const reason = reasonOfDatabase(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [restoreRefused(reason)] };
  }
}

/** Everybody has a key, if only one that was destroyed: else these are the keys of other data. */
async function checkKeys(keys: Keys, { programme, ids }: SealedIds): Promise<Result<null>> {
  const found =
    programme === undefined
      ? await keys.personKeys(ids)
      : await keys.participantKeys(programme, ids);
  return found.ok ? { ok: true, value: null } : found;
}

// PostgreSQL's own words for what its rules refuse; they name tables and rules, and no person.
function reasonOfDatabase(error: unknown): string | undefined {
  const isTold = error instanceof Error && 'code' in error && 'severity' in error;
  return isTold ? error.message.replace(/\.$/, '') : undefined;
}

type Ended = Readonly<{ erased: number; checked: Checked }>;

async function check(asked: RestoreAsked, keys: Keys): Promise<Result<Ended>> {
  const { folder, database, clock, onProgress } = asked;
  const files = await openFiles(join(folder, 'files'));
  if (!files.ok) return files;
  const opened = await openStore(database);
  if (!opened.ok) return opened;
  const store: Store = opened.value;
  const service: Service = { store, keys, files: files.value, clock, address: '' };
  try {
    const erased = await finishErasures(service);
    if (!erased.ok) return erased;
    const { count, notErased } = erased.value;
    assert(notErased.length === 0, `what was erased before is (${notErased[0]?.words ?? ''})`);
    const checked = await checkRestored(service, onProgress);
    return checked.ok ? { ok: true, value: { erased: count, checked: checked.value } } : checked;
  } finally {
    await store.close();
  }
}

async function onDisk<T>(folder: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const reason = findFileReason(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [restoreUnwritable(folder, reason)] };
  }
}
