import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compareTexts,
  filePassedOver,
  fileTwice,
  fileTypeUnknown,
  folderLoop,
  folderWithoutFacts,
  pathMissing,
  pathUnreadable,
} from '../../facts/index.ts';
import type { Problem } from '../../problem/index.ts';
import { getFileReason } from '../../store/disk/index.ts';

export type FactFormat = 'csv' | 'ndjson' | 'parquet';

/** A file to read; the format of standard input and of pipes is told by what comes out of them. */
export type FactFile = Readonly<{
  path: string;
  format: FactFormat | 'told by its first byte';
  bytes: number;
}>;

export type FactFiles = Readonly<{ files: readonly FactFile[]; problems: readonly Problem[] }>;

const endings: readonly (readonly [string, FactFormat])[] = [
  ['.csv', 'csv'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.parquet', 'parquet'],
];

type Search = { files: FactFile[]; problems: Problem[]; seen: Set<string> };

/** Finds the files of facts under paths: each folder in full, in the order of names. */
export async function findFactFiles(paths: readonly string[]): Promise<FactFiles> {
  const search: Search = { files: [], problems: [], seen: new Set() };
  for (const path of paths) await searchPath(search, path);
  return search;
}

async function searchPath(search: Search, path: string): Promise<void> {
  if (path === '-') {
    addFile(search, { path, format: 'told by its first byte', bytes: 0 }, path);
    return;
  }
  const found = await look(search, path);
  if (found === undefined) return;
  if (found.stats.isDirectory()) {
    const before = search.files.length + search.problems.filter(isError).length;
    await searchFolder(search, path, []);
    const after = search.files.length + search.problems.filter(isError).length;
    if (before === after) search.problems.push(folderWithoutFacts(path));
    return;
  }
  const format = found.stats.isFile() ? formatOf(path) : 'told by its first byte';
  if (format === undefined) search.problems.push(fileTypeUnknown(path));
  else addFile(search, { path, format, bytes: found.stats.size }, found.real);
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

async function searchFolder(
  search: Search,
  folder: string,
  above: readonly string[],
): Promise<void> {
  const found = await look(search, folder);
  if (found === undefined) return;
  if (above.includes(found.real)) {
    search.problems.push(folderLoop(folder));
    return;
  }
  for (const { name } of await list(search, folder)) {
    if (name.startsWith('.')) continue;
    await searchEntry(search, join(folder, name), [...above, found.real]);
  }
}

async function searchEntry(search: Search, path: string, above: readonly string[]): Promise<void> {
  const found = await look(search, path);
  if (found === undefined) return;
  if (found.stats.isDirectory()) return searchFolder(search, path, above);
  const format = found.stats.isFile() ? formatOf(path) : undefined;
  if (format === undefined) search.problems.push(filePassedOver(path));
  else addFile(search, { path, format, bytes: found.stats.size }, found.real);
}

function addFile(search: Search, file: FactFile, real: string): void {
  if (search.seen.has(real)) {
    search.problems.push(fileTwice(file.path));
    return;
  }
  search.seen.add(real);
  search.files.push(file);
}

/** Whether a file of this name in a folder of facts is taken for one of them. */
export function isFactFile(path: string): boolean {
  return formatOf(path) !== undefined;
}

function formatOf(path: string): FactFormat | undefined {
  const name = path.toLowerCase();
  return endings.find(([ending]) => name.endsWith(ending))?.[1];
}

type Found = Readonly<{ stats: Stats; real: string }>;

async function look(search: Search, path: string): Promise<Found | undefined> {
  try {
    const stats = await stat(path);
    return { stats, real: await realpath(path).catch(() => path) };
  } catch (error) {
    const reason = getFileReason(error);
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(code);
    search.problems.push(
      code === 'ELOOP'
        ? folderLoop(path)
        : isMissing
          ? pathMissing(path)
          : pathUnreadable(path, reason),
    );
    return undefined;
  }
}

async function list(search: Search, folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareTexts(a.name, b.name));
  } catch (error) {
    search.problems.push(pathUnreadable(folder, getFileReason(error)));
    return [];
  }
}
