import type { Stats } from 'node:fs';
import { opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filePath, incomingFolder, isFileName } from './file-path.ts';

/** A stored file as the disk has it: its size is that of the sealed file. */
export type StoredFileFacts = Readonly<{ name: string; size: number; storedAt: Date }>;

/** Every stored file, in no order. */
export async function* listStoredFiles(folder: string): AsyncGenerator<StoredFileFacts> {
  const entries = await opendir(folder, { recursive: true });
  for await (const entry of entries) {
    if (!entry.isFile() || !isFileName(entry.name)) continue;
    const found = await findStat(filePath(folder, entry.name));
    if (found === undefined) continue;
    yield { name: entry.name, size: found.size, storedAt: found.mtime };
  }
}

export type SweepAsked = Readonly<{
  /** What was stored later is left alone: what names it may not be in the database yet. */
  before: Date;
  /** Which of these the database names. */
  findNamed: (names: readonly string[]) => Promise<ReadonlySet<string>>;
}>;

const atOnce = 1000;

/** Removes what nothing names, and what was cut off while it came in. Returns how many. */
export async function sweepFiles(folder: string, asked: SweepAsked): Promise<number> {
  let count = await sweepIncoming(join(folder, incomingFolder), asked.before);
  let names: string[] = [];
  for await (const { name, storedAt } of listStoredFiles(folder)) {
    if (storedAt < asked.before) names.push(name);
    if (names.length < atOnce) continue;
    count += await sweepNames(folder, names, asked);
    names = [];
  }
  return count + (await sweepNames(folder, names, asked));
}

async function sweepNames(
  folder: string,
  names: readonly string[],
  { findNamed }: SweepAsked,
): Promise<number> {
  const named = names.length === 0 ? new Set<string>() : await findNamed(names);
  const orphans = names.filter((name) => !named.has(name));
  for (const name of orphans) await rm(filePath(folder, name), { force: true });
  return orphans.length;
}

async function sweepIncoming(folder: string, before: Date): Promise<number> {
  let count = 0;
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    const found = await findStat(path);
    if (found === undefined || found.mtime >= before) continue;
    await rm(path, { force: true });
    count += 1;
  }
  return count;
}

// A file may be moved to its place, or be removed, while the folder is read.
async function findStat(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
