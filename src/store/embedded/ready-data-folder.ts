import { mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { withSystemProblems } from './system-problems.ts';

/**
 * Makes the data folder where it is missing, for those who need it before the database is opened.
 * Where the database lies elsewhere, only keys and files are kept in it.
 */
export async function readyDataFolder(
  path: string,
  { hasDatabase }: Readonly<{ hasDatabase: boolean }>,
): Promise<Result<string>> {
  const folder = resolve(path);
  return withSystemProblems(folder, async () => {
    if (hasDatabase) {
      const prepared = prepareDataFolder(folder);
      return prepared.ok ? { ok: true, value: prepared.value.folder } : prepared;
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { ok: true, value: realpathSync(folder) };
  });
}
