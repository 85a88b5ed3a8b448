import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { DataPlaces } from './prepare-data-folder.ts';

/** Where the server is reached: by a socket in a folder, else by this machine's own address. */
export type Listener = Readonly<{ host: string; port: number; isSocket: boolean }>;

type Way = () => Promise<Listener | undefined>;

// The name of a socket may have so many bytes on the systems that allow the fewest.
const socketBytesMax = 103;
const socketPort = 5432;

/**
 * What to try, in turn: a socket among the data, one in the folder for what is passing where the
 * name would be too long or the disk knows no sockets, and the loopback address. Undefined says that
 * the folder is somebody else's.
 */
export function listenersFor(places: DataPlaces): readonly Way[] {
  const mark = createHash('sha256').update(places.folder).digest('hex').slice(0, 16);
  const folders = [join(places.folder, 'socket'), `/tmp/outturn-${mark}`];
  const sockets = folders
    .filter((folder) => Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= socketBytesMax)
    .map((host) => async () => {
      return isOurs(host, places) ? { host, port: socketPort, isSocket: true } : undefined;
    });
  return [...sockets, loopback];
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

// A folder that somebody else made under the name first is not used, whatever is in it.
function isOurs(folder: string, { server }: DataPlaces): boolean {
  const uid = server?.uid ?? process.getuid?.() ?? 0;
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(folder, { mode: 0o700 });
    if (server !== undefined) chownSync(folder, server.uid, server.gid);
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) return false;
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  // Left by a server that was killed, whose number another process may have now.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
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
