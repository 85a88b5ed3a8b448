import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../../problem/index.ts';
import { dataFolderInsideProject, dataFolderNotEmpty } from './problems.ts';
import { findServerUser, type ServerUser } from './server-user.ts';

/** The data folder, made ready, and where in it the database keeps what. */
export type DataPlaces = Readonly<{
  folder: string;
  /** The data of PostgreSQL itself, as any PostgreSQL of its version could run them. */
  cluster: string;
  /** The password of the database's owner. */
  password: string;
  log: string;
  server: ServerUser | undefined;
}>;

const passwordName = 'owner-password';

/** Makes the data folder where it is missing, closed to everybody whom it does not concern. */
export function prepareDataFolder(path: string): Result<DataPlaces> {
  const project = projectFolder();
  if (project !== undefined && isInside(realFolder(path), project)) {
    return { ok: false, problems: [dataFolderInsideProject(path)] };
  }
  const other = otherThing(path);
  if (other !== undefined) return { ok: false, problems: [dataFolderNotEmpty(path, other)] };
  const found = findServerUser(join(path, 'postgres'));
  if (!found.ok) return found;
  makeFolder(path, found.value);
  const folder = realpathSync(path);
  const cluster = realFolder(join(folder, 'postgres'));
  const password = join(folder, passwordName);
  const log = join(folder, 'postgres.log');
  return { ok: true, value: { folder, cluster, password, log, server: found.value } };
}

// A folder that holds what is not ours is left alone: it would be closed to those whose it is.
function otherThing(path: string): string | undefined {
  const isOurs = !existsSync(path) || existsSync(join(path, passwordName));
  if (isOurs) return undefined;
  const ours =
    /^(lost\+found|keys|files|socket|postgres\S*|(start|serve)\.lock\S*|(server|new)-\S+)$/;
  return readdirSync(path).find((name) => !ours.test(name));
}

// Another user, as whom the server runs, may pass through the folder on the way to its own data,
// and sees nothing of what else is in it.
function makeFolder(path: string, server: ServerUser | undefined): void {
  const isMade = mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = statSync(path).uid;
  const isShared = server !== undefined && owner !== server.uid;
  if (owner === process.getuid?.() || isShared) chmodSync(path, isShared ? 0o711 : 0o700);
  if (isMade === undefined || !isShared) return;
  for (let above = path; above.length > isMade.length; ) {
    above = dirname(above);
    chmodSync(above, 0o711);
  }
}

/** The folder of the package that this program stands in. */
function projectFolder(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  return realpathSync(folder);
}

// As the path will be once it is made: the part that is there with its links followed.
function realFolder(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return join(realFolder(above), path.slice(above.length));
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
