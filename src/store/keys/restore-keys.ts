import type { Result } from '../../problem/index.ts';
import { type KeyFile, keyFile } from './key-file.ts';
import { allKeys, takeOverKeys } from './key-ring.ts';
import { type MasterKey, masterKeyPath, readMasterKey } from './master-key.ts';
import { keysOther } from './problems.ts';

export type RestoreAsked = Readonly<{
  /** Where the copy is, and the names of the files in it. */
  folder: string;
  names: readonly string[];
  /** The master key here: under it the keys are sealed again. */
  master: MasterKey;
  fileOf: (name: string) => KeyFile;
}>;

/**
 * Takes in a copy of keys, whatever the master key that it was made under: the one beside it, else
 * the one here.
 */
export async function restoreKeys(asked: RestoreAsked): Promise<Result<number>> {
  const beside = await readMasterKey(masterKeyPath(asked.folder));
  if (beside?.ok === false) return beside;
  const master = (beside?.value ?? asked.master).key;
  let count = 0;
  for (const name of asked.names) {
    const file = keyFile({ folder: asked.folder, name, master });
    const keys = await allKeys(file);
    if (!keys.ok) return keys;
    const taken = await takeOverKeys(asked.fileOf(name), keys.value);
    if (!taken.ok) return taken;
    if (taken.value.length > 0) {
      return { ok: false, problems: [keysOther(file.path, taken.value.length)] };
    }
    count += keys.value.size;
  }
  return { ok: true, value: count };
}
