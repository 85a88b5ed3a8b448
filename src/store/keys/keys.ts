import { mkdir, readdir } from 'node:fs/promises';
import { assert, type Result } from '../../problem/index.ts';
import { copyKeys, type KeysCopy } from './copy-keys.ts';
import { type KeyFile, keyFile, readKeyFile } from './key-file.ts';
import {
  eraseKeys,
  findKeys,
  type KeyOrErased,
  keepKeys,
  makeKeys,
  type SealedKeys,
  sealKeys,
} from './key-ring.ts';
import { type MasterKey, openMasterKey } from './master-key.ts';
import { onDisk } from './on-disk.ts';
import { restoreKeys } from './restore-keys.ts';
import type { Key } from './seal.ts';
import { isUuid } from './uuid-bytes.ts';

type Found = Promise<Result<ReadonlyMap<string, KeyOrErased>>>;
type Made = Promise<Result<ReadonlyMap<string, Key>>>;
type Kept = Promise<Result<undefined>>;
type Erased = Promise<Result<undefined>>;

/**
 * The keys under which facts and contacts are sealed. They lie outside the database, so that a key
 * that is destroyed erases what it sealed from the database and from every copy of it. A key is
 * on the disk for certain before it is handed out; several programs may use one folder.
 */
export type Keys = Readonly<{
  /** Keys are read and made for many at once: for one by one, each costs a look at the disk. */
  participantKeys: (programme: string, ids: readonly string[]) => Found;
  makeParticipantKeys: (programme: string, ids: readonly string[]) => Made;
  /**
   * Keys that were drawn before, where it is not known at once whether they are needed: first they
   * are made ready, of which nothing is kept anywhere, and then they are kept.
   */
  sealParticipantKeys: (programme: string, keys: ReadonlyMap<string, Key>) => Promise<SealedKeys>;
  keepParticipantKeys: (programme: string, sealed: SealedKeys) => Kept;
  eraseParticipantKeys: (programme: string, ids: readonly string[]) => Erased;
  personKeys: (ids: readonly string[]) => Found;
  makePersonKeys: (ids: readonly string[]) => Made;
  erasePersonKeys: (ids: readonly string[]) => Erased;
  /** The programme's own key, made when first asked for: for marks of senders' references. */
  programmeKey: (programme: string) => Promise<Result<Key>>;
  /** Copies all keys for a backup, to be done after the database's: what is sealed has its key. */
  copyTo: (folder: string) => Promise<Result<KeysCopy>>;
  /** Takes in a copy. What was destroyed in either stays destroyed. Returns how many came. */
  restoreFrom: (folder: string) => Promise<Result<number>>;
}>;

/** The environment: OUTTURN_MASTER_KEY gives a master key that is kept elsewhere. */
export type KeysEnvironment = Readonly<Record<string, string | undefined>>;

export type KeysOptions = Readonly<{
  /** Whether a database with sealed data is there: then a folder without a key is a problem. */
  isInUse?: boolean;
}>;

/** Opens the folder of keys, makes it where it is new, and sees that all its files are whole. */
export async function openKeys(
  folder: string,
  env: KeysEnvironment,
  { isInUse = false }: KeysOptions = {},
): Promise<Result<Keys>> {
  return onDisk(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const master = await openMasterKey({ folder, env, isNew: !isInUse });
    if (!master.ok) return master;
    const fileOf = keyFiles(folder, master.value.key);
    for (const name of await keyFileNames(folder)) {
      const read = await readKeyFile(fileOf(name));
      if (!read.ok) return read;
    }
    return { ok: true, value: keysOver(folder, master.value, fileOf) };
  });
}

const persons = 'persons';

function keysOver(folder: string, master: MasterKey, fileOf: (name: string) => KeyFile): Keys {
  const ofProgramme = (programme: string) => {
    assert(isUuid(programme), 'the keys of participants are those of a programme');
    return fileOf(programme);
  };
  const allFiles = async () => (await keyFileNames(folder)).map(fileOf);
  return {
    participantKeys: async (programme, ids) => findKeys(ofProgramme(programme), ids),
    makeParticipantKeys: async (programme, ids) => makeKeys(ofProgramme(programme), ids),
    sealParticipantKeys: async (programme, drawn) => sealKeys(ofProgramme(programme), drawn),
    keepParticipantKeys: async (programme, sealed) => keepKeys(ofProgramme(programme), sealed),
    eraseParticipantKeys: async (programme, ids) => eraseKeys(ofProgramme(programme), ids),
    personKeys: async (ids) => findKeys(fileOf(persons), ids),
    makePersonKeys: async (ids) => makeKeys(fileOf(persons), ids),
    erasePersonKeys: async (ids) => eraseKeys(fileOf(persons), ids),
    programmeKey: async (programme) => programmeKey(ofProgramme(programme), programme),
    copyTo: async (target) =>
      onDisk(target, async () => copyKeys({ files: await allFiles(), master, folder: target })),
    restoreFrom: async (source) =>
      onDisk(source, async () => {
        const names = await keyFileNames(source);
        return restoreKeys({ folder: source, names, master, fileOf });
      }),
  };
}

async function programmeKey(file: KeyFile, programme: string): Promise<Result<Key>> {
  const made = await makeKeys(file, [programme]);
  if (!made.ok) return made;
  const key = made.value.get(programme);
  assert(key !== undefined, 'a key that was made is handed out');
  return { ok: true, value: key };
}

/** Each file is opened once, so that its changes wait for each other. */
function keyFiles(folder: string, master: Key): (name: string) => KeyFile {
  const files = new Map<string, KeyFile>();
  return (name) => {
    const file = files.get(name) ?? keyFile({ folder, name, master });
    files.set(name, file);
    return file;
  };
}

async function keyFileNames(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).flatMap((name) => /^(.+)\.keys$/.exec(name)?.[1] ?? []);
  return names.filter((name) => name === persons || isUuid(name)).toSorted();
}
