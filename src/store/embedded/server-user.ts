import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { databaseWithoutUser, dataFolderClosed, dataFolderOfOtherUser } from './problems.ts';

/** The user of this machine as whom the server runs. */
export type ServerUser = Readonly<{ name: string; uid: number; gid: number }>;

/**
 * As whom the server runs: ourselves, or, as PostgreSQL refuses to run as root, the owner of the
 * data, else `postgres`, else `nobody`. Undefined says ourselves.
 */
export function findServerUser(cluster: string): Result<ServerUser | undefined> {
  const uid = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner === undefined || owner.uid === uid) return { ok: true, value: undefined };
    return { ok: false, problems: [dataFolderOfOtherUser(cluster, owner.uid)] };
  }
  const user =
    owner === undefined || owner.uid === 0
      ? (userNamed('postgres') ?? userNamed('nobody'))
      : { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  if (user === undefined) return { ok: false, problems: [databaseWithoutUser()] };
  const closed = closedFolder(dirname(dirname(cluster)), user);
  if (closed === undefined) return { ok: true, value: user };
  return { ok: false, problems: [dataFolderClosed(closed, user.name)] };
}

const usersFile = '/etc/passwd';

function userNamed(name: string): ServerUser | undefined {
  if (!existsSync(usersFile)) return undefined;
  const lines = readFileSync(usersFile, 'utf8').split('\n');
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
  if (uid === undefined || uid === '0') return undefined;
  return { name, uid: Number(uid), gid: Number(gid) };
}

// The outermost folder on the way that the user cannot enter. What is not there yet will be open.
function closedFolder(folder: string, user: ServerUser): string | undefined {
  const above = dirname(folder);
  const closedAbove = above === folder ? undefined : closedFolder(above, user);
  if (closedAbove !== undefined) return closedAbove;
  const found = statSync(folder, { throwIfNoEntry: false });
  // A file in the way is not a closed folder: it is named when the folder is made.
  if (found === undefined || !found.isDirectory()) return undefined;
  const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
  return (found.mode & bit) === 0 ? folder : undefined;
}
