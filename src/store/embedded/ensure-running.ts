import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { copyServer, removeOtherCopies } from './copy-server.ts';
import { findRunning, type Running } from './find-running.ts';
import type { Listener } from './listener.ts';
import { makeCluster, removeUnmade } from './make-cluster.ts';
import type { DataPlaces } from './prepare-data-folder.ts';
import { isMarkAlive } from './process-mark.ts';
import { findServerPackage, majorOf } from './server-package.ts';
import type { Durability } from './server-settings.ts';
import { checkVersion, startServer } from './start-server.ts';

export type RunOptions = Readonly<{
  durability: Durability;
  onProgress: (words: string) => void;
  /** Where it listened before, where it is to be found there again. */
  listener?: Listener;
}>;

/** The running server, and whether it ran before. The caller holds the lock. */
export type Ensured = Readonly<{ running: Running; wasRunning: boolean }>;

/** Finds the server that runs on these data, or starts it, from nothing where there is nothing. */
export async function ensureRunning(
  places: DataPlaces,
  options: RunOptions,
): Promise<Result<Ensured>> {
  const onWait = (status: string) => options.onProgress(wordsOf(status));
  // Also beside one that runs: what was broken off may have gone on for a moment by itself.
  await removeLeftovers(places);
  const running = await findRunning(places, onWait);
  if (running !== undefined) return { ok: true, value: { running, wasRunning: true } };
  const found = findServerPackage();
  if (!found.ok) return found;
  const isNew = !existsSync(places.cluster);
  const problems = isNew ? [] : checkVersion(places, majorOf(found.value.version));
  if (problems.length > 0) return { ok: false, problems };
  const program = copyServer(places.folder, found.value);
  removeOtherCopies(program, places.folder);
  const { durability, listener, onProgress } = options;
  if (isNew) {
    onProgress('Making the database.');
    const made = await makeCluster(places, { program, durability });
    if (!made.ok) return made;
  }
  const where = listener === undefined ? {} : { listener };
  const started = await startServer(places, { program, durability, onWait, ...where });
  return started.ok ? { ok: true, value: { running: started.value, wasRunning: false } } : started;
}

// What programs left behind that were broken off while they held the lock or waited for it.
async function removeLeftovers(places: DataPlaces): Promise<void> {
  await removeUnmade(places);
  for (const name of readdirSync(places.folder)) {
    const mark = /^start\.lock\.(.+)$/.exec(name)?.[1];
    if (mark === undefined || isMarkAlive(mark)) continue;
    rmSync(join(places.folder, name), { recursive: true, force: true });
  }
}

function wordsOf(status: string): string {
  return status === 'stopping'
    ? 'The database is being stopped; it is started again after that.'
    : 'The database was broken off and puts itself in order.';
}
