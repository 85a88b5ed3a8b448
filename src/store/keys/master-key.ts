import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { getFileReason } from '../disk/file-reason.ts';
import { createDurably } from './durable-file.ts';
import { keyLength } from './key-record.ts';
import { masterKeyMissing, masterKeyNotUnderstood, masterKeyUnreadable } from './problems.ts';
import type { Key } from './seal.ts';

/** The master key, and where it lies: in the folder of keys, or wherever the operator keeps it. */
export type MasterKey = Readonly<{ key: Key; isInFolder: boolean }>;

export type MasterKeyAsked = Readonly<{
  folder: string;
  /** The environment: OUTTURN_MASTER_KEY is the key itself, or the path of a file with it. */
  env: Readonly<Record<string, string | undefined>>;
  /** Whether there may be no master key yet. */
  isNew: boolean;
}>;

/** Finds the master key, or makes one where nothing was ever sealed. */
export async function openMasterKey(asked: MasterKeyAsked): Promise<Result<MasterKey>> {
  const given = asked.env.OUTTURN_MASTER_KEY;
  if (given !== undefined && given !== '') return givenMasterKey(given);
  const path = masterKeyPath(asked.folder);
  const found = await readMasterKey(path);
  if (found !== undefined) return found;
  const names = await readdir(asked.folder);
  const isNew = asked.isNew && !names.some((name) => name.endsWith('.keys'));
  if (!isNew) return { ok: false, problems: [masterKeyMissing(path)] };
  await createDurably(path, [Buffer.from(`${randomBytes(keyLength).toString('hex')}\n`)]);
  // Where another program was quicker, its key is the one.
  return (await readMasterKey(path)) ?? { ok: false, problems: [masterKeyMissing(path)] };
}

/** The master key that lies in a folder of keys; undefined where it lies elsewhere. */
export async function readMasterKey(path: string): Promise<Result<MasterKey> | undefined> {
  const text = await textOf(path);
  if (text === undefined) return undefined;
  const key = text.ok ? findKey(text.value) : undefined;
  if (key !== undefined) return { ok: true, value: { key, isInFolder: true } };
  return text.ok ? { ok: false, problems: [masterKeyUnreadable(path, 'it is no key')] } : text;
}

export function masterKeyPath(folder: string): string {
  return join(folder, 'master.key');
}

async function givenMasterKey(given: string): Promise<Result<MasterKey>> {
  const key = findKey(given);
  if (key !== undefined) return { ok: true, value: { key, isInFolder: false } };
  const read = await readMasterKey(given);
  if (read === undefined) return { ok: false, problems: [masterKeyNotUnderstood(given.length)] };
  return read.ok ? { ok: true, value: { ...read.value, isInFolder: false } } : read;
}

async function textOf(path: string): Promise<Result<string> | undefined> {
  try {
    return { ok: true, value: await readFile(path, 'latin1') };
  } catch (error) {
    const isThere = !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    if (!isThere) return undefined;
    return { ok: false, problems: [masterKeyUnreadable(path, getFileReason(error))] };
  }
}

function findKey(text: string): Key | undefined {
  const digits = text.trim();
  return /^[0-9a-f]{64}$/i.test(digits) ? Buffer.from(digits, 'hex') : undefined;
}
