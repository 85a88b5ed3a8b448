import { setTimeout as sleep } from 'node:timers/promises';
import type { Listener } from './listener.ts';
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.ts';
import type { DataPlaces } from './prepare-data-folder.ts';
import { isNumberTaken, isPostmasterOf } from './process-mark.ts';

/** A PostgreSQL that runs on these data, whoever started it. */
export type Running = Readonly<{ pid: number; listener: Listener }>;

/**
 * The server that runs on these data, once it is ready; undefined where there is none. One that is
 * stopping is waited for, and one that puts itself in order after it was broken off, too.
 */
export async function findRunning(
  { cluster }: DataPlaces,
  onWait: (status: string) => void = () => {},
): Promise<Running | undefined> {
  for (let waited = 0; ; waited += 1) {
    const file = readPostmasterFile(cluster);
    if (file === undefined) return undefined;
    if (file.pid === 0) {
      // Its first line is written at once; one that stays empty was broken off by the machine.
      if (waited === 100) disownPostmasterFile(cluster);
      await sleep(10);
      continue;
    }
    if (!isPostmasterOf(file.pid, cluster)) {
      if (isNumberTaken(file.pid)) disownPostmasterFile(cluster);
      return undefined;
    }
    if (file.status === 'ready') return { pid: file.pid, listener: listenerOf(file) };
    // Two seconds: what takes longer is worth a word.
    if (waited === 200) onWait(file.status);
    await sleep(10);
  }
}

type Place = Readonly<{ port: number; socketFolder: string; address: string }>;

function listenerOf({ port, socketFolder, address }: Place): Listener {
  const isSocket = socketFolder !== '';
  const host = isSocket ? socketFolder : address === '*' ? '127.0.0.1' : address;
  return { host, port, isSocket };
}
