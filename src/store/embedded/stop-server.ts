import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmasterFile } from './postmaster-file.ts';
import type { DataPlaces } from './prepare-data-folder.ts';
import { isPostmasterOf } from './process-mark.ts';

const waitMsMax = 60_000;

/**
 * Stops the server in order: whoever is still at it is cut off, what is done is written down. One
 * that takes longer than a minute is left to end by itself.
 */
export async function stopServer({ cluster }: DataPlaces): Promise<void> {
  const file = readPostmasterFile(cluster);
  if (file === undefined || !isPostmasterOf(file.pid, cluster)) return;
  try {
    process.kill(file.pid, 'SIGINT');
  } catch {
    return;
  }
  const until = Date.now() + waitMsMax;
  while (isPostmasterOf(file.pid, cluster) && Date.now() < until) await sleep(5);
}
