import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import {
  type Backup,
  makeBackup,
  type Restored,
  restoreBackup,
} from '../../service/backup/index.ts';
import { openKeys } from '../../store/keys/index.ts';
import { version } from '../version.ts';
import type { Environment } from './open-outturn.ts';
import { openPlace } from './open-place.ts';

type World = Readonly<{ env: Environment; onProgress: (words: string) => void }>;

/** Copies the data that the environment names, while a service may be at work on them. */
export async function backUp(
  { env, onProgress }: World,
  to: Readonly<{ to: string; keysTo?: string }>,
): Promise<Result<Backup>> {
  const place = await openPlace(env, onProgress);
  if (!place.ok) return place;
  const { folder, database, close } = place.value;
  try {
    const { owner } = database;
    const keys = async () => openKeys(join(folder, 'keys'), env, { isInUse: true });
    return await makeBackup({ ...to, owner, openKeys: keys, folder, version, onProgress });
  } finally {
    await close();
  }
}

/** Puts a backup into the place that the environment names, which must be empty. */
export async function restore(
  { env, onProgress }: World,
  from: Readonly<{ from: string; keysFrom: string; digest?: string }>,
): Promise<Result<Restored & Readonly<{ folder: string }>>> {
  const place = await openPlace(env, onProgress);
  if (!place.ok) return place;
  const { folder, database, close } = place.value;
  try {
    const clock = () => Date.now();
    const done = await restoreBackup({ ...from, folder, database, env, clock, onProgress });
    return done.ok ? { ok: true, value: { ...done.value, folder } } : done;
  } finally {
    await close();
  }
}
