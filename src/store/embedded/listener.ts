import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { DataPlaces } from './prepare-data-folder.ts';

/** Where the server is reached: by a socket in a folder, else by this machine's own address. */
export type Listener = Readonly<{ host: string; port: number; isSocket: boolean }>;

/** Makes a place to listen ready; undefined says that somebody else has it. */
export type Way = () => Promise<Listener | undefined>;

// The name of a socket may have so many bytes on the systems that allow the fewest.
const socketBytesMax = 103;
const socketPort = 5432;
const socketName = `.s.PGSQL.${socketPort}`;

/**
 * What to try, in turn: a socket among the data, one in the folder for what is passing where the
 * name would be too long or the disk knows no sockets, and the loopback address.
 */
export function listenersFor(places: DataPlaces): readonly Way[] {
  return [...socketFolders(places).map((host) => socketIn(host, places)), loopback];
}

/** The way to listen where the server listened before. */
export function listenAgain(listener: Listener, places: DataPlaces): Way {
  const isOurs = listener.isSocket && socketFolders(places).includes(listener.host);
  return isOurs ? socketIn(listener.host, places) : async () => listener;
}

/** The settings that make a server listen there and nowhere else. */
export function listenSettings(listener: Listener): Readonly<Record<string, string>> {
  return {
    listen_addresses: listener.isSocket ? '' : listener.host,
    unix_socket_directories: listener.isSocket ? listener.host : '',
    unix_socket_permissions: '0700',
    port: String(listener.port),
  };
}

function socketFolders({ folder }: DataPlaces): readonly string[] {
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const folders = [join(folder, 'socket'), `/tmp/outturn-${mark}`];
  return folders.filter((path) => Buffer.byteLength(join(path, socketName)) <= socketBytesMax);
}

function socketIn(host: string, places: DataPlaces): Way {
  return async () => {
    if (!isMadeOurs(host, places)) return undefined;
    // Left by a server that was killed, whose number another process may have now.
    for (const ending of ['', '.lock']) rmSync(join(host, socketName + ending), { force: true });
    return { host, port: socketPort, isSocket: true };
  };
}

// A folder that somebody else made under the name first is not used, whatever is in it.
function isMadeOurs(folder: string, { server }: DataPlaces): boolean {
  const uid = server?.uid ?? process.getuid?.() ?? 0;
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(folder, { mode: 0o700 });
    if (server !== undefined) chownSync(folder, server.uid, server.gid);
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) return false;
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  return true;
}

async function loopback(): Promise<Listener> {
  return { host: '127.0.0.1', port: await freePort(), isSocket: false };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
