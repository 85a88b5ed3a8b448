import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Problem, Result } from '../../problem/index.ts';
import { findRunning, type Running } from './find-running.ts';
import { type Listener, listenAgain, listenersFor } from './listener.ts';
import type { DataPlaces } from './prepare-data-folder.ts';
import { databaseNotStarted, databaseOfOtherVersion, dataFolderFull } from './problems.ts';
import { asUser, bareSurroundings, isUnrunnable, unrunnable } from './run-program.ts';
import { openServerLog, reasonIn, type ServerLog } from './server-log.ts';
import { type Durability, serverSettings } from './server-settings.ts';

export type StartOptions = Readonly<{
  /** Where PostgreSQL's files lie. */
  program: string;
  durability: Durability;
  onWait: (status: string) => void;
  /** Where it listened before, for those who know it there. */
  listener?: Listener;
}>;

/** Refuses data of another version, which would have to be carried over first. */
export function checkVersion({ cluster }: DataPlaces, major: string): readonly Problem[] {
  const path = join(cluster, 'PG_VERSION');
  const data = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'an unknown version';
  return data === major ? [] : [databaseOfOtherVersion(cluster, { data, program: major })];
}

/** Starts PostgreSQL on data that are there, and waits until it answers. */
export async function startServer(
  places: DataPlaces,
  options: StartOptions,
): Promise<Result<Running>> {
  const known = options.listener;
  const ways = known === undefined ? listenersFor(places) : [listenAgain(known, places)];
  for (const way of ways) {
    const listener = await way();
    if (listener === undefined) continue;
    const started = await startListening(places, { ...options, listener });
    if (started !== 'cannot listen') return started;
  }
  return notStarted(places, 'it can listen neither on a socket nor on this machine’s own address');
}

type Started = Result<Running> | 'cannot listen';

// Processes of a server that was killed may hold its memory for a moment longer.
async function startListening(
  places: DataPlaces,
  options: StartOptions & Readonly<{ listener: Listener }>,
): Promise<Started> {
  for (let tries = 0; ; tries += 1) {
    const started = await startOnce(places, options);
    if (!('said' in started)) return started;
    const { status, said } = started;
    const isEnding = /shared memory block .* is still in use|lock file .* already exists/.test(
      said,
    );
    if (!isEnding || tries === 150) return whyNot(places, { status, said, ...options });
    await sleep(100);
    const other = await findRunning(places, options.onWait);
    if (other !== undefined) return { ok: true, value: other };
  }
}

type Ended = Readonly<{ status: number | null; said: string }>;

async function startOnce(
  places: DataPlaces,
  options: StartOptions & Readonly<{ listener: Listener }>,
): Promise<Result<Running> | Ended> {
  const log = openServerLog(places.log);
  try {
    const ended = spawnServer(places, { ...options, log });
    return await Promise.race([ended, untilReady(places, options.onWait, ended)]);
  } finally {
    log.close();
  }
}

type SpawnOptions = StartOptions & Readonly<{ listener: Listener; log: ServerLog }>;

// In a group of its own: what is pressed to end the program does not end the database under it,
// and the program stops it in order.
function spawnServer(places: DataPlaces, options: SpawnOptions): Promise<Ended> {
  const { listener, durability, log } = options;
  const settings = Object.entries(serverSettings(listener, durability));
  const words = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(options.program, 'bin/postgres'), ['-D', places.cluster, ...words], {
    cwd: places.cluster,
    detached: true,
    env: { ...bareSurroundings },
    stdio: ['ignore', log.descriptor, log.descriptor],
    ...asUser(places.server),
  });
  child.unref();
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, said: error.message }));
    child.once('exit', (status) => resolve({ status: status ?? 1, said: log.said() }));
  });
}

async function untilReady(
  places: DataPlaces,
  onWait: (status: string) => void,
  ended: Promise<Ended>,
): Promise<Result<Running> | Ended> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const running = await findRunning(places, onWait);
    if (running !== undefined) return { ok: true, value: running };
    await sleep(5);
  }
  return ended;
}

type WhyNot = Ended & Readonly<{ program: string; listener: Listener }>;

function whyNot(places: DataPlaces, { status, said, program, listener }: WhyNot): Started {
  if (isUnrunnable(status, said)) return unrunnable(join(program, 'bin/postgres'), said);
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return { ok: false, problems: [dataFolderFull(places.folder)] };
  }
  if (/could not create any (Unix-domain|TCP\/IP) socket/.test(said)) {
    if (listener.isSocket) return 'cannot listen';
  }
  return notStarted(places, reasonIn(said));
}

function notStarted({ log }: DataPlaces, said: string): Result<never> {
  return { ok: false, problems: [databaseNotStarted(log, said)] };
}
