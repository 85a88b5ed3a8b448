import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Result } from '../../problem/index.ts';
import type { DataPlaces } from './prepare-data-folder.ts';
import { databaseNotMade, databasePasswordMissing, dataFolderFull } from './problems.ts';
import { isUnrunnable, runProgram, unrunnable } from './run-program.ts';
import { reasonIn } from './server-log.ts';
import type { Durability } from './server-settings.ts';

/** The role that PostgreSQL is made with; it owns the database and changes its tables. */
export const ownerRole = 'outturn';

const dataName = 'data';
const passwordName = 'password';

export type ClusterOptions = Readonly<{ program: string; durability: Durability }>;

/**
 * Makes the data of a new PostgreSQL. They are made beside their place and moved into it whole, so
 * that being broken off leaves nothing half made. What makes them is told of files by their names
 * within its own folder alone: where it outlives the program that started it, and that folder has
 * been removed, it can make nothing any more.
 */
export async function makeCluster(
  places: DataPlaces,
  { program, durability }: ClusterOptions,
): Promise<Result<null>> {
  const part = join(places.folder, `new-${randomBytes(6).toString('hex')}`);
  const passwordCopy = join(part, passwordName);
  try {
    mkdirSync(part, { mode: 0o700 });
    writeFileSync(passwordCopy, makePassword(places.password), { mode: 0o600 });
    for (const path of [part, passwordCopy]) give(path, places);
    const initdb = join(program, 'bin/initdb');
    const options = { words: initWords(durability), server: places.server, cwd: part };
    const { status, said } = await runProgram(initdb, options);
    if (isUnrunnable(status, said)) return unrunnable(initdb, said);
    if (status !== 0) return notMade(places, said);
    renameSync(join(part, dataName), places.cluster);
    return { ok: true, value: null };
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/**
 * Removes what making it left behind when it was broken off. What makes it may outlive the program
 * that was killed, and write into its folder for a moment more.
 */
export async function removeUnmade({ folder }: DataPlaces): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.startsWith('new-'));
  for (const name of names) await removeWhole(join(folder, name));
}

const triesMost = 100;

// Where the other removes its files at the same time, a removal may say that it is done when a file
// that it was about to remove was gone, with the rest still there.
async function removeWhole(path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      rmSync(path, { recursive: true, force: true });
      if (!existsSync(path)) return;
    } catch (error) {
      const isWrittenInto = error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY';
      if (!isWrittenInto || tries === triesMost) throw error;
    }
    await setTimeout(50);
  }
}

/** The password of the owner's role. */
export function readPassword({ password }: DataPlaces): Result<string> {
  if (!existsSync(password)) return { ok: false, problems: [databasePasswordMissing(password)] };
  return { ok: true, value: readFileSync(password, 'utf8').trim() };
}

// One that was written before the making was broken off serves again.
function makePassword(path: string): string {
  if (!existsSync(path)) {
    writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  }
  return readFileSync(path, 'utf8');
}

function give(path: string, { server }: DataPlaces): void {
  if (server !== undefined) chownSync(path, server.uid, server.gid);
}

// Text is in order of its characters' numbers on every machine, whatever its language: an index
// then means the same after the data have moved, and a system update changes none.
function initWords(durability: Durability): readonly string[] {
  return [
    `--pgdata=${dataName}`,
    `--username=${ownerRole}`,
    `--pwfile=${passwordName}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durability === 'safe' ? [] : ['--no-sync']),
  ];
}

function notMade({ folder }: DataPlaces, said: string): Result<never> {
  const isFull = /No space left on device|Disk quota exceeded/.test(said);
  const problem = isFull ? dataFolderFull(folder) : databaseNotMade(folder, errorIn(said));
  return { ok: false, problems: [problem] };
}

// It ends by saying what it has removed; what went wrong stands before.
function errorIn(said: string): string {
  const error = said.split('\n').find((line) => /\b(error|FATAL|PANIC):/.test(line));
  return reasonIn(error ?? said);
}
