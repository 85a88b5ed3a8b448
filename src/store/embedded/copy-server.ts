import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { processMark } from './process-mark.ts';
import type { ServerPackage } from './server-package.ts';

/**
 * A copy of PostgreSQL's files in the data folder, readable by everybody who may pass through it,
 * with its libraries linked; returns where it lies.
 *
 * It is run from a copy always: the project may lie in a folder that the server's user cannot
 * enter, its files may not be ours to link, and an update may not take them from under a server
 * that runs.
 */
export function copyServer(folder: string, { files, version }: ServerPackage): string {
  const copy = join(folder, `server-${version}`);
  if (isWhole(copy, files)) return copy;
  const part = join(folder, `server-part-${processMark()}`);
  cpSync(files, part, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  linkLibraries(part);
  openToAll(part);
  rmSync(copy, { recursive: true, force: true });
  renameSync(part, copy);
  return copy;
}

/** Removes what was copied of other versions, and what was broken off; nobody may be running it. */
export function removeOtherCopies(copy: string, folder: string): void {
  const others = readdirSync(folder).filter(
    (name) => name.startsWith('server-') && name !== basename(copy),
  );
  for (const name of others) rmSync(join(folder, name), { recursive: true, force: true });
}

// What only serves to build other programs is left behind.
function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig';
}

function isWhole(copy: string, files: string): boolean {
  if (!existsSync(copy)) return false;
  return filesOf(files).every((path) => {
    const size = statSync(join(files, path)).size;
    return statSync(join(copy, path), { throwIfNoEntry: false })?.size === size;
  });
}

function filesOf(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isNeeded(entry.parentPath) && isNeeded(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

// A package cannot hold links, so that it lists them, for a script that does not run everywhere.
function linkLibraries(copy: string): void {
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(join(copy, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(copy, target.replace(/^native\//, ''));
    rmSync(path, { force: true });
    symlinkSync(basename(source), path);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const isRun = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, isRun ? 0o755 : 0o644);
  }
}
