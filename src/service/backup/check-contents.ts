import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../../problem/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { backupFilePath, fileListPath, type Manifest, tablePath } from './manifest.ts';
import { measure } from './measure.ts';
import { backupDamaged, backupUnreadable } from './problems.ts';

/** Reads all of a backup, and compares every part with the hash that its manifest gives. */
export async function checkContents(
  folder: string,
  { tables, files }: Manifest,
): Promise<Result<null>> {
  for (const { name, sha256 } of tables) {
    const checked = await checkPart(tablePath(folder, name), sha256);
    if (!checked.ok) return checked;
  }
  const list = await checkPart(fileListPath(folder), files.sha256);
  if (!list.ok) return list;
  for await (const name of fileNames(folder)) {
    const path = backupFilePath(folder, name);
    const checked = /^[0-9a-f]{64}$/.test(name)
      ? await checkPart(path, name)
      : ({ ok: false, problems: [backupDamaged(fileListPath(folder))] } as const);
    if (!checked.ok) return checked;
  }
  return { ok: true, value: null };
}

/** The names of the stored files in a backup, as its list gives them. */
export function fileNames(folder: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(fileListPath(folder)) });
}

async function checkPart(path: string, sha256: string): Promise<Result<null>> {
  const { through, measured } = measure();
  const away = new Writable({ write: (_piece, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(path), through, away);
  } catch (error) {
    return { ok: false, problems: [backupUnreadable(path, getFileReason(error))] };
  }
  return measured().sha256 === sha256
    ? { ok: true, value: null }
    : { ok: false, problems: [backupDamaged(path)] };
}
