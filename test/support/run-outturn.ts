import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-files.ts';

/** What a run of the command line left: its exit code and what it wrote. */
export type Run = Readonly<{ status: number | null; stdout: string; stderr: string }>;

/** Runs `outturn` as a person would, built anew where the sources have changed. */
export function runOutturn(words: readonly string[], input = ''): Run {
  const program = join(root, 'bin/outturn.mjs');
  const options = { cwd: root, encoding: 'utf8', input, maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], options);
  return { status, stdout, stderr };
}
