import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-files.ts';

/** What a run of the command line left: its exit code and what it wrote. */
export type Run = Readonly<{ status: number | null; stdout: string; stderr: string }>;

// The command of a clone looks at every source before it begins; here once is enough, and what it
// runs is then called as it is.
const command = [join(root, 'bin/outturn.mjs'), '--version'];
const begun = spawnSync(process.execPath, command, { encoding: 'utf8' });
if (begun.status !== 0) throw new Error(begun.stderr);
const outturn = join(root, 'dist/outturn.cjs');

/** Runs `outturn` as a person would, built anew where the sources have changed. */
export function runOutturn(words: readonly string[], input = ''): Run {
  const options = { cwd: root, encoding: 'utf8', input, maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [outturn, ...words], options);
  return { status, stdout, stderr };
}

type Beside = Readonly<{ input?: string; env?: NodeJS.ProcessEnv }>;

/** The same without waiting: for what asks a service of the test itself, and for its environment. */
export async function runBeside(words: readonly string[], beside: Beside = {}): Promise<Run> {
  return runProgram(outturn, beside, words);
}

/** Runs a program of JavaScript in that way. */
export async function runProgram(
  program: string,
  { input = '', env = {} }: Beside,
  words: readonly string[] = [],
): Promise<Run> {
  const options = { cwd: root, env: { ...process.env, ...env } };
  const child = spawn(process.execPath, [program, ...words], options);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    said.stdout += String(text);
  });
  child.stderr.on('data', (text) => {
    said.stderr += String(text);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, ...said };
}
