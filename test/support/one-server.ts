// One embedded database a test run. It is started by the first test that asks for one, so that
// tests without any pay nothing, and is stopped and removed when the run is over.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isMarkAlive, processMark } from '../../src/store/embedded/process-mark.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseFolder: string;
  }
}

const prefix = 'outturn-tests-';

const folder = join(tmpdir(), `${prefix}${processMark()}`);

/** Called by vitest before the run: says where the database is to be, and makes nothing. */
export function setup(project: TestProject): void {
  project.provide('databaseFolder', folder);
}

/** Called by vitest after the run. */
export async function teardown(): Promise<void> {
  await removeServer(folder);
  await removeAbandoned();
}

async function removeServer(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const { prepareDataFolder } = await import('../../src/store/embedded/prepare-data-folder.ts');
  const { stopServer } = await import('../../src/store/embedded/stop-server.ts');
  const places = prepareDataFolder(path);
  if (places.ok) await stopServer(places.value);
  rmSync(path, { recursive: true, force: true });
}

// Of runs that were killed: their servers run on, and their folders are still there.
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isMarkAlive(name.slice(prefix.length))) continue;
    // Somebody else's, or being removed by another run, is none of ours.
    await removeServer(join(tmpdir(), name)).catch(() => {});
  }
}
