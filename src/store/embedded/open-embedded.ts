import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../problem/index.ts';
import { ensureRunning, type RunOptions } from './ensure-running.ts';
import {
  connectionTo,
  type EmbeddedConnection,
  type Holder,
  holdServer,
  isHeldByOthers,
} from './holder.ts';
import type { Listener } from './listener.ts';
import { type DataPlaces, prepareDataFolder } from './prepare-data-folder.ts';
import type { Durability } from './server-settings.ts';
import { withStartLock } from './start-lock.ts';
import { stopServer } from './stop-server.ts';
import { withSystemProblems } from './system-problems.ts';

const notAnswering = 'database.not_answering';

export type EmbeddedOptions = Readonly<{
  /** Where everything is kept; made where it is missing. */
  dataFolder: string;
  /** Told in a sentence what is going on, where it takes longer than a moment. */
  onProgress?: (words: string) => void;
  /** Everything but a test is safe. */
  durability?: Durability;
}>;

/** The embedded database, running. It runs until the last program that opened it has closed it. */
export type Embedded = Readonly<{
  connection: EmbeddedConnection;
  /** Whether it ran before: started by another program, or left by one that was killed. */
  wasRunning: boolean;
  /** Lets go of it; the last one stops it in order. May be called twice. */
  close: () => Promise<void>;
}>;

/**
 * Opens the embedded PostgreSQL: made where there is none, started where it does not run, and
 * attached to where it does. When it is killed while it is open, it is started again in its place.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Result<Embedded>> {
  const folder = resolve(options.dataFolder);
  return withSystemProblems(folder, async () => {
    const prepared = prepareDataFolder(folder);
    if (!prepared.ok) return prepared;
    const { onProgress = () => {}, durability = 'safe' } = options;
    return openPrepared(prepared.value, { onProgress, durability });
  });
}

async function openPrepared(places: DataPlaces, options: RunOptions): Promise<Result<Embedded>> {
  const held = await holdRunning(places, options);
  if (!held.ok) return held;
  const { connection, wasRunning, listener } = held.value;
  let { holder } = held.value;
  let closing: Promise<void> | undefined;
  const watch = () =>
    holder.client.once('end', async () => {
      if (closing !== undefined) return;
      options.onProgress('The database has stopped, and is started again.');
      const again = await holdAgain(places, { ...options, listener }, () => closing !== undefined);
      if (again === undefined) return;
      holder = again;
      watch();
    });
  watch();
  const close = async () => {
    closing ??= letGo(places, () => holder);
    await closing;
  };
  return { ok: true, value: { connection, wasRunning, close } };
}

type Held = Readonly<{
  holder: Holder;
  connection: EmbeddedConnection;
  wasRunning: boolean;
  listener: Listener;
}>;

async function holdRunning(places: DataPlaces, options: RunOptions): Promise<Result<Held>> {
  return withStartLock(lockOf(places, options), async () => {
    const until = Date.now() + 5000;
    for (;;) {
      const held = await holdOnce(places, options);
      // One that was killed this moment may look as if it ran.
      const isGoing = !held.ok && held.problems[0]?.code === notAnswering;
      if (!isGoing || Date.now() > until) return held;
      await sleep(100);
    }
  });
}

async function holdOnce(places: DataPlaces, options: RunOptions): Promise<Result<Held>> {
  const ensured = await ensureRunning(places, options);
  if (!ensured.ok) return ensured;
  const { wasRunning, running } = ensured.value;
  const { listener } = running;
  const connection = connectionTo(places, listener);
  const holder = connection.ok ? await holdServer(places, connection.value) : connection;
  if (connection.ok && holder.ok) {
    const held = { holder: holder.value, connection: connection.value, wasRunning, listener };
    return { ok: true, value: held };
  }
  if (!wasRunning) await stopServer(places);
  return { ok: false, problems: holder.ok ? [] : holder.problems };
}

// Until it runs again or nobody here needs it any more: what stood in the way, as a full disk does,
// may be gone the next time.
async function holdAgain(
  places: DataPlaces,
  options: RunOptions,
  isClosing: () => boolean,
): Promise<Holder | undefined> {
  for (let pause = 100; !isClosing(); pause = Math.min(2 * pause, 5000)) {
    const held = await withSystemProblems(places.folder, async () => holdRunning(places, options));
    if (held.ok && !isClosing()) return held.value.holder;
    if (held.ok) {
      await letGo(places, () => held.value.holder);
      return undefined;
    }
    options.onProgress(held.problems[0]?.message ?? '');
    await sleep(pause, undefined, { ref: false });
  }
  return undefined;
}

async function letGo(places: DataPlaces, holderNow: () => Holder): Promise<void> {
  const { folder } = places;
  await withSystemProblems(folder, async () =>
    withStartLock({ folder }, async () => {
      const holder = holderNow();
      holder.socket.ref();
      const isNeeded = await isHeldByOthers(holder).catch(() => true);
      await holder.client.end().catch(() => {});
      if (!isNeeded) await stopServer(places);
      return { ok: true, value: null };
    }),
  );
}

function lockOf({ folder }: DataPlaces, { onProgress }: RunOptions) {
  const onWait = () => onProgress('Another program is starting or stopping the database.');
  return { folder, onWait };
}
