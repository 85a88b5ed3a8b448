import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openServer } from '../../http/index.ts';
import { routes } from '../../http/routes/index.ts';
import type { Result } from '../../problem/index.ts';
import { askForUpkeep, runTasks } from '../../service/jobs/index.ts';
import { findActor } from '../../service/sign-in/index.ts';
import { withFolderLock } from '../../store/keys/index.ts';
import { screens, showProblems } from '../../web/index.ts';
import { loadAssets } from '../../web/look/index.ts';
import { version } from '../version.ts';
import { type Environment, findDataFolder, type Outturn } from './open-outturn.ts';
import { openPrepared } from './open-prepared.ts';
import { addressNotHere, addressTaken, serviceBeingStarted } from './problems.ts';
import { findRunning, leaveMark, proveMark, type Running, takeMark } from './running-mark.ts';
import { trustedProxies } from './trusted-proxies.ts';

/** How the service is started. */
export type ServeOptions = Readonly<{
  host: string;
  /** 0 takes any that is free. */
  port: number;
  /** Where people reach it, if that is another place, such as a proxy with a certificate. */
  address?: string;
  env: Environment;
  /** Takes the lines of the log, as JSON. */
  log: (line: string) => void;
  onProgress: (words: string) => void;
  /** Whether a demonstration is loaded where there is nothing yet. */
  wantsDemonstration: boolean;
  /** Says that it is to stop, while it starts: loading the demonstration is broken off. */
  stop: AbortSignal;
}>;

/** The service, answering; or another that answers for the same data already. */
export type Serving = Readonly<{
  address: string;
  folder: string;
  /** In which days are reckoned; not known of another program. */
  timeZone?: string;
  /** Whether the data are a demonstration. */
  isDemonstration: boolean;
  /** Whether another program serves this data folder, and this one has nothing to do. */
  isOther: boolean;
  close: () => Promise<void>;
}>;

// Loading the demonstration on a slow machine takes its time; nobody waits for ever.
const waitMsMax = 10 * 60_000;

/**
 * Starts the service: database, queue and server, in that order; they stop in the reverse. Of two
 * that start at once for the same data, the second waits for the first and finds it running.
 */
export async function serve(options: ServeOptions): Promise<Result<Serving>> {
  const folder = await findDataFolder(options.env);
  if (!folder.ok) return folder;
  const onWait = (holder: string) =>
    options.onProgress(`Process ${holder} is starting the service for these data; waiting for it.`);
  const lock = {
    path: join(folder.value, 'serve.lock'),
    waitMsMax,
    onWait,
    problem: serviceBeingStarted,
  };
  return withFolderLock(lock, async () => start(folder.value, options));
}

async function start(folder: string, options: ServeOptions): Promise<Result<Serving>> {
  const other = await findRunning(folder);
  if (other !== undefined) return { ok: true, value: servedBy(other, folder) };
  const proxies = trustedProxies(options.env);
  if (!proxies.ok) return proxies;
  const { host } = options;
  const port = options.port === 0 ? await freePort(host) : options.port;
  const listens = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const address = options.address ?? listens;
  const prepared = await openPrepared({ ...options, folder, address });
  if (!prepared.ok) return prepared;
  const { opened, isDemonstration } = prepared.value;
  const listening = await answer(opened, { ...options, port, proxies: proxies.value });
  if (!listening.ok) {
    await opened.close();
    return listening;
  }
  const close = await keepServing(opened, listening.value);
  leaveMark(folder, { address, listens, isDemonstration });
  const { timeZone } = opened.service.store;
  const serving = { address, folder, timeZone, isDemonstration, isOther: false, close };
  return { ok: true, value: serving };
}

function servedBy({ address, isDemonstration }: Running, folder: string): Serving {
  return { address, folder, isDemonstration, isOther: true, close: async () => {} };
}

async function answer(
  { service }: Outturn,
  { host, port, log, proxies }: ServeOptions & Readonly<{ proxies: readonly string[] }>,
): Promise<Result<FastifyInstance>> {
  const { all: assets, frame: pageAssets } = await loadAssets();
  const server = await openServer({
    service,
    routes,
    screens,
    assets,
    pageAssets,
    findActor,
    showProblems,
    proveMark,
    log,
    proxies,
    version,
  });
  try {
    await server.listen({ host, port });
    return { ok: true, value: server };
  } catch (error) {
    await server.close();
    const { code = '' } = error as NodeJS.ErrnoException;
    const isTaken = code === 'EADDRINUSE';
    return { ok: false, problems: [isTaken ? addressTaken(port) : addressNotHere(host, code)] };
  }
}

async function keepServing(
  { service, folder, close }: Outturn,
  server: FastifyInstance,
): Promise<() => Promise<void>> {
  const jobs = await runTasks(service, (message) => server.log.error({ message }, 'job'));
  // A day that was missed is made up at once.
  await askForUpkeep(service);
  return async () => {
    await server.close();
    await jobs.close();
    await close();
    takeMark(folder);
  };
}

async function freePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ host, port: 0 }, done));
  const place = server.address();
  await new Promise((done) => server.close(done));
  return typeof place === 'object' && place !== null ? place.port : 0;
}
