import type { Result } from '../../problem/index.ts';
import { type Connection, openEmbedded } from '../../store/index.ts';
import { type Environment, findDataFolder } from './open-outturn.ts';

/** Where data lie, with the database as it is: no table in it is made or changed by this. */
export type Place = Readonly<{
  folder: string;
  database: Readonly<{ owner: Connection; app?: Connection }>;
  close: () => Promise<void>;
}>;

/** Reaches the database of a data folder, embedded or named, for copying it or putting it back. */
export async function openPlace(
  env: Environment,
  onProgress: (words: string) => void,
): Promise<Result<Place>> {
  const found = await findDataFolder(env);
  if (!found.ok) return found;
  const folder = found.value;
  const named = env.DATABASE_URL ?? '';
  if (named !== '') {
    const app = env.OUTTURN_APP_DATABASE_URL ?? '';
    const owner = { connectionString: named };
    const database = app === '' ? { owner } : { owner, app: { connectionString: app } };
    return { ok: true, value: { folder, database, close: async () => {} } };
  }
  const embedded = await openEmbedded({ dataFolder: folder, onProgress });
  if (!embedded.ok) return embedded;
  const { connection: owner, close } = embedded.value;
  return { ok: true, value: { folder, database: { owner }, close } };
}
