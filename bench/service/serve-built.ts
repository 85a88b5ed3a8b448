import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../test/support/project-files.ts';

/** The built program, serving a data folder in a process of its own. */
export type Served = Readonly<{ address: string; pid: number; close: () => Promise<void> }>;

/** Builds the program where its sources are newer, and serves a data folder with it. */
export async function serveBuilt(folder: string): Promise<Served> {
  const build: Readonly<{ buildIfStale: () => Promise<void> }> = await import(
    join(root, 'scripts/build.mjs')
  );
  await build.buildIfStale();
  const words = [join(root, 'dist/outturn.cjs'), 'serve', '--port', '0', '--format', 'json'];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, OUTTURN_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const address = await addressSaid(child.stdout);
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { address, pid: child.pid ?? 0, close };
}

async function addressSaid(lines: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: lines })) {
    const said: unknown = line.startsWith('{') ? JSON.parse(line) : {};
    const { address } = said as { address?: unknown };
    if (typeof address === 'string') return address;
  }
  throw new Error('the program ended before it served');
}
