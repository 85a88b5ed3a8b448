import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, Result } from '../../problem/index.ts';
import { loadDemonstration } from '../../service/demonstration/index.ts';
import {
  clearDatabase,
  type Demonstration,
  findDemonstration,
  readContents,
} from '../../store/index.ts';
import { isOwnMachine } from './is-own-machine.ts';
import { type Outturn, type OutturnOptions, openOutturn } from './open-outturn.ts';
import { demonstrationBrokenOff, demonstrationReachable } from './problems.ts';

/** How the service is opened, and what is to be in it. */
export type PrepareOptions = OutturnOptions &
  Readonly<{ host: string; wantsDemonstration: boolean; stop: AbortSignal }>;

/** The opened service, and whether what is in it is a demonstration. */
export type Prepared = Readonly<{ opened: Outturn; isDemonstration: boolean }>;

/**
 * Opens the service and sees to its demonstration: loaded where it is wanted and nothing is there,
 * loaded from the beginning where it was broken off, and never shown to others.
 */
export async function openPrepared(options: PrepareOptions): Promise<Result<Prepared>> {
  const opening = await openOutturn(options);
  if (!opening.ok) return opening;
  const opened = opening.value;
  const { store } = opened.service;
  const found = await store.read({ reach: 'upkeep' }, findDemonstration);
  const { isUntouched } = await store.read({ reach: 'upkeep' }, readContents);
  const isMissing = found === undefined ? isUntouched : !found.isWhole;
  const isWanted = options.wantsDemonstration && isMissing;
  const problem = problemWith(options, { found, isWanted });
  if (problem !== undefined) {
    await opened.close();
    return { ok: false, problems: [problem] };
  }
  if (!isWanted) return { ok: true, value: { opened, isDemonstration: found !== undefined } };
  return load(opened, { ...options, isBrokenOff: found !== undefined });
}

type Found = Readonly<{ found: Demonstration | undefined; isWanted: boolean }>;

function problemWith(
  { host, address }: PrepareOptions,
  { found, isWanted }: Found,
): Problem | undefined {
  if (found?.isWhole === false && !isWanted) return demonstrationBrokenOff();
  if (found === undefined && !isWanted) return undefined;
  const reachable = [host, address].find((where) => !isOwnMachine(where));
  return reachable === undefined ? undefined : demonstrationReachable(reachable);
}

async function load(
  opened: Outturn,
  { isBrokenOff, ...options }: PrepareOptions & Readonly<{ isBrokenOff: boolean }>,
): Promise<Result<Prepared>> {
  const { onProgress, stop } = options;
  if (isBrokenOff) {
    onProgress('The demonstration was broken off while it was loaded, and is loaded anew.');
    await clear(opened);
    return openPrepared(options);
  }
  onProgress('Loading the demonstration (once):');
  const loaded = await loadDemonstration(opened.service, { onProgress, stop });
  if (loaded.ok) return { ok: true, value: { opened, isDemonstration: true } };
  await opened.close();
  return loaded;
}

// The database stays with its owner; tables, keys and files go.
async function clear({ service, folder, close }: Outturn): Promise<void> {
  await clearDatabase(service.store.owner);
  for (const name of ['keys', 'files'])
    rmSync(join(folder, name), { recursive: true, force: true });
  await close();
}
