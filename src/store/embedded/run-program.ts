import { spawn } from 'node:child_process';
import type { Result } from '../../problem/index.ts';
import { databaseNotRunnable, dataFolderRunsNothing } from './problems.ts';
import { reasonIn } from './server-log.ts';
import type { ServerUser } from './server-user.ts';

export type RunOptions = Readonly<{
  words: readonly string[];
  server: ServerUser | undefined;
  cwd: string;
}>;

/** Nothing of our own surroundings reaches the database's programs. */
export const bareSurroundings: Readonly<Record<string, string>> = { LC_ALL: 'C', TZ: 'UTC' };

/** The user and group under which to start a program, as `spawn` takes them. */
export function asUser(server: ServerUser | undefined): { uid?: number; gid?: number } {
  return server === undefined ? {} : { uid: server.uid, gid: server.gid };
}

/** What a program left: its exit code, none where it never ran, and all that it said. */
export type Ran = Readonly<{ status: number | null; said: string }>;

/** Runs one of the database's programs to its end. */
export async function runProgram(path: string, options: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(path, options.words, {
      cwd: options.cwd,
      env: { ...bareSurroundings },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...asUser(options.server),
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => said.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    child.once('error', (error) => resolve({ status: null, said: error.message }));
    child.once('close', (status) => {
      resolve({ status: status ?? 1, said: Buffer.concat(said).toString() });
    });
  });
}

/** Whether the program itself could not be run, as distinct from what it was to do. */
export function isUnrunnable(status: number | null, said: string): boolean {
  return status === null || /error while loading shared libraries|dyld.*not loaded/i.test(said);
}

export function unrunnable(program: string, said: string): Result<never> {
  const isRefused = /^spawn .* EACCES$/.test(said);
  const problem = isRefused
    ? dataFolderRunsNothing(program)
    : databaseNotRunnable(program, reasonIn(said));
  return { ok: false, problems: [problem] };
}
