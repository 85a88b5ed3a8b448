import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Problem, Result } from '../../problem/index.ts';
import type { Service } from '../../service/act/index.ts';
import { findBrokenOff } from '../../service/backup/index.ts';
import { finishErasures } from '../../service/people/index.ts';
import { readSignInSettings } from '../../service/sign-in/index.ts';
import { openFiles } from '../../store/files/index.ts';
import {
  dataFolder,
  keepTimeZone,
  openEmbedded,
  openStore,
  readContents,
  readyDataFolder,
  type Store,
} from '../../store/index.ts';
import { openKeys } from '../../store/keys/index.ts';

/** What of the environment is read: OUTTURN_DATA, DATABASE_URL and those beside them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the service is opened. */
export type OutturnOptions = Readonly<{
  /** Where its data lie, as `findDataFolder` gives it. */
  folder: string;
  /** Where people reach it; links in messages begin with it. */
  address: string;
  env: Environment;
  onProgress: (words: string) => void;
}>;

/** The service, with everything that it stands on. */
export type Outturn = Readonly<{
  service: Service;
  folder: string;
  /** Whether its database ran before. */
  wasRunning: boolean;
  close: () => Promise<void>;
}>;

/** Where the data lie, made where it is missing. */
export async function findDataFolder(env: Environment): Promise<Result<string>> {
  const path = dataFolder(env, { isRoot: process.getuid?.() === 0, home: homedir() });
  return readyDataFolder(path, { hasDatabase: (env.DATABASE_URL ?? '') === '' });
}

/** Opens the database, embedded or named, the keys and the files; closes again what it opened. */
export async function openOutturn(options: OutturnOptions): Promise<Result<Outturn>> {
  const { folder, env, address, onProgress } = options;
  const signIn = readSignInSettings(folder, env);
  if (!signIn.ok) return signIn;
  const brokenOff = findBrokenOff(folder);
  if (brokenOff !== undefined) return { ok: false, problems: [brokenOff] };
  const opened = await openDatabase(options);
  if (!opened.ok) return opened;
  const { store, wasRunning, closeDatabase } = opened.value;
  const close = async () => {
    await store.close();
    await closeDatabase();
  };
  const { hasSealed } = await store.read({ reach: 'upkeep' }, readContents);
  const keys = await openKeys(join(folder, 'keys'), env, { isInUse: hasSealed });
  const files = await openFiles(join(folder, 'files'));
  if (!keys.ok || !files.ok) {
    await close();
    return { ok: false, problems: [...problemsOf(keys), ...problemsOf(files)] };
  }
  const clock = () => Date.now();
  const service: Service = {
    store,
    keys: keys.value,
    files: files.value,
    clock,
    address,
    signIn: signIn.value,
  };
  // What was broken off after a key was destroyed is finished before anybody is answered.
  const zone = await keepZone(service, timeZoneIn(env) !== '');
  const finished = zone.ok ? await finishErasures(service) : zone;
  if (!finished.ok) {
    await close();
    return finished;
  }
  const left = finished.value.notErased.length;
  if (left > 0)
    onProgress(`${left} erasures could not be finished; they are tried again each day.`);
  return { ok: true, value: { service, folder, wasRunning, close } };
}

// From the first start on, days are those of one place.
async function keepZone({ store, clock }: Service, isSaid: boolean): Promise<Result<null>> {
  const kept = { name: store.timeZone, at: new Date(clock()).toISOString(), isSaid };
  return store.within({ reach: 'upkeep' }, async (tx) => keepTimeZone(tx, kept));
}

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

/** What is asked for; where nothing is, what is kept with the data. */
function timeZoneIn(env: Environment): string {
  return env.OUTTURN_TIME_ZONE ?? '';
}

type OpenedDatabase = Readonly<{
  store: Store;
  wasRunning: boolean;
  closeDatabase: () => Promise<void>;
}>;

async function openDatabase(options: OutturnOptions): Promise<Result<OpenedDatabase>> {
  const { folder, env, onProgress } = options;
  const named = env.DATABASE_URL ?? '';
  if (named !== '') return openNamed(named, env);
  const embedded = await openEmbedded({ dataFolder: folder, onProgress });
  if (!embedded.ok) return embedded;
  const { connection, wasRunning, close } = embedded.value;
  const store = await openStore({ owner: connection, timeZone: timeZoneIn(env) });
  if (store.ok) {
    return { ok: true, value: { store: store.value, wasRunning, closeDatabase: close } };
  }
  await close();
  return store;
}

async function openNamed(owner: string, env: Environment): Promise<Result<OpenedDatabase>> {
  const app = env.OUTTURN_APP_DATABASE_URL ?? '';
  const store = await openStore({
    owner: { connectionString: owner },
    timeZone: timeZoneIn(env),
    ...(app === '' ? {} : { app: { connectionString: app } }),
  });
  if (!store.ok) return store;
  const closeDatabase = async () => {};
  return { ok: true, value: { store: store.value, wasRunning: true, closeDatabase } };
}
