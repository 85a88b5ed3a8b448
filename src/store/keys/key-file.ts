import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { deriveKey } from './derive-key.ts';
import { createDurably, readAt, writeAt } from './durable-file.ts';
import { withFolderLock } from './folder-lock.ts';
import { type InTurn, inTurn } from './in-turn.ts';
import { contentsEnd, emptyContents, type KeyContents, takeRecords } from './key-contents.ts';
import {
  findHeader,
  headerLength,
  headerSlot,
  isErasing,
  type KeyHeader,
  newHeader,
} from './key-header.ts';
import { keyPlace, recordLength } from './key-record.ts';
import { mark } from './mark.ts';
import { onDisk } from './on-disk.ts';
import { keyFileDamaged, keyFileLost, keyFileShort, keysHeld, masterKeyOther } from './problems.ts';
import type { Key } from './seal.ts';

/** One file of keys, and what this program knows of it. */
export type KeyFile = Readonly<{
  path: string;
  /** What its keys are sealed under: the master key's own for this file. */
  sealing: Key;
  /** What the master key makes of the file's name. */
  masterMark: Buffer;
  readInTurn: InTurn;
  changeInTurn: InTurn;
  known: { contents: KeyContents | undefined };
}>;

/** A file that is open for changes, which no other program makes meanwhile. */
export type OpenKeyFile = {
  readonly file: KeyFile;
  readonly handle: FileHandle;
  readonly contents: KeyContents;
  /** As it was last written. */
  header: KeyHeader;
};

/** The file of this name: that of a programme, or `persons`. */
export function keyFile({ folder, name, master }: KeyFilePlace): KeyFile {
  return {
    path: join(folder, `${name}.keys`),
    sealing: deriveKey(master, `keys of ${name}`),
    masterMark: mark(master, name),
    readInTurn: inTurn(),
    changeInTurn: inTurn(),
    known: { contents: undefined },
  };
}

export type KeyFilePlace = Readonly<{ folder: string; name: string; master: Key }>;

/** What the file holds now; undefined where there is none yet. */
export async function readKeyFile(file: KeyFile): Promise<Result<KeyContents | undefined>> {
  const { known, path } = file;
  return file.readInTurn(() =>
    onDisk<KeyContents | undefined>(path, async () => {
      const handle = await openIfThere(path, 'r');
      if (handle !== undefined) return readThenClose(file, handle);
      if (known.contents === undefined) return { ok: true, value: undefined };
      return { ok: false, problems: [keyFileLost(path)] };
    }),
  );
}

/** Changes the file while no other program does; a file that is not there is begun. */
export async function changeKeyFile<T>(
  file: KeyFile,
  work: (open: OpenKeyFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = {
    path: `${file.path}.lock`,
    waitMsMax: 30_000,
    problem: (holder: string) => keysHeld(file.path, holder),
  };
  return file.changeInTurn(() =>
    onDisk(file.path, () => withFolderLock(lock, () => changeAlone(file, work))),
  );
}

/** Says how many records are certain, or that keys are being or have been erased. */
export async function writeHeader(open: OpenKeyFile, change: Partial<KeyHeader>): Promise<void> {
  open.header = { ...open.header, ...change, turn: open.header.turn + 1 };
  const slot = headerSlot(open.header);
  await writeAt(open.handle, slot.bytes, slot.at);
}

/** Erases while every program that looks knows that it must read all anew. */
export async function whileErasing(open: OpenKeyFile, work: () => Promise<void>): Promise<void> {
  const { erasures } = open.header;
  await writeHeader(open, { erasures: erasures + (isErasing(open.header) ? 2 : 1) });
  await work();
  await writeHeader(open, { erasures: open.header.erasures + 1 });
  await open.handle.datasync();
}

async function changeAlone<T>(
  file: KeyFile,
  work: (open: OpenKeyFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  const handle = (await openIfThere(file.path, 'r+')) ?? (await begin(file));
  try {
    const read = await file.readInTurn(() => readOpen(file, handle));
    if (!read.ok) return read;
    const open = { file, handle, contents: read.value, header: read.value.header };
    await repair(open);
    return await work(open);
  } finally {
    await handle.close();
  }
}

async function begin(file: KeyFile): Promise<FileHandle> {
  const slot = headerSlot(newHeader(file.masterMark));
  const header = Buffer.alloc(headerLength);
  header.set(slot.bytes, slot.at);
  await createDurably(file.path, [header]);
  return open(file.path, 'r+');
}

async function readThenClose(file: KeyFile, handle: FileHandle): Promise<Result<KeyContents>> {
  try {
    return await readOpen(file, handle);
  } finally {
    await handle.close();
  }
}

async function readOpen(file: KeyFile, handle: FileHandle): Promise<Result<KeyContents>> {
  const header = findHeader(await readAt(handle, headerLength, 0));
  const { size } = await handle.stat();
  if (header === undefined) return { ok: false, problems: [keyFileDamaged(file.path)] };
  if (!header.masterMark.equals(file.masterMark)) {
    return { ok: false, problems: [masterKeyOther(file.path)] };
  }
  const contents = stillKnown(file, header);
  const start = contentsEnd(contents);
  takeRecords(contents, await readAt(handle, Math.max(0, size - start), start));
  if (contents.count < header.count) {
    const isShort = size < headerLength + header.count * recordLength;
    const problem = isShort ? keyFileShort : keyFileDamaged;
    return { ok: false, problems: [problem(file.path, contents.count, header.count)] };
  }
  file.known.contents = contents;
  return { ok: true, value: contents };
}

// Where keys were erased, or another file stands in the place of this one, all is read anew.
function stillKnown({ known }: KeyFile, header: KeyHeader): KeyContents {
  const before = known.contents;
  const isSame =
    before !== undefined &&
    before.header.file === header.file &&
    before.header.erasures === header.erasures &&
    !isErasing(header);
  if (!isSame) return emptyContents(header);
  before.header = header;
  return before;
}

// What a crash left: half a record at the end, which nobody was told of, and keys of erased
// records that were still to be overwritten.
async function repair(open: OpenKeyFile): Promise<void> {
  const { contents, handle } = open;
  const end = contentsEnd(contents);
  if ((await handle.stat()).size > end) await handle.truncate(end);
  if (!isErasing(open.header) && contents.halfErased.length === 0) return;
  await whileErasing(open, () => blankKeys(open, contents.halfErased));
}

/** Overwrites the keys of these records, here and on the disk. */
export async function blankKeys(open: OpenKeyFile, numbers: readonly number[]): Promise<void> {
  const blank = Buffer.alloc(keyPlace.length);
  for (const number of numbers) {
    const at = number * recordLength + keyPlace.at;
    open.contents.records.set(blank, at);
    await writeAt(open.handle, blank, headerLength + at);
  }
  await open.handle.datasync();
}

async function openIfThere(path: string, flags: 'r' | 'r+'): Promise<FileHandle | undefined> {
  try {
    return await open(path, flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
