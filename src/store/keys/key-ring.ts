import { randomFillSync } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { assert, type Result } from '../../problem/index.ts';
import { writeAt } from './durable-file.ts';
import { contentsEnd, type KeyContents } from './key-contents.ts';
import {
  blankKeys,
  changeKeyFile,
  type KeyFile,
  type OpenKeyFile,
  readKeyFile,
  whileErasing,
  writeHeader,
} from './key-file.ts';
import { headerLength } from './key-header.ts';
import {
  erasedMark,
  keyLength,
  openRecord,
  recordLength,
  recordState,
  writeErasedRecord,
  writeLiveRecord,
} from './key-record.ts';
import { keyErased, keysMissing } from './problems.ts';
import type { Key } from './seal.ts';

/** A key, or that it was destroyed. */
export type KeyOrErased = Key | 'erased';

// So many keys are sealed or opened before others in this program have their turn.
const atOnce = 4096;

/** The keys of these; that one has none and none was destroyed is a problem. */
export async function findKeys(
  file: KeyFile,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, KeyOrErased>>> {
  const read = await readKeyFile(file);
  if (!read.ok) return read;
  const found = await openKeysOf(file, read.value, ids);
  const missing = ids.filter((id) => !found.has(id));
  const [first] = missing;
  if (first === undefined) return { ok: true, value: found };
  return { ok: false, problems: [keysMissing(file.path, missing.length, first)] };
}

/** Every id in the file, and its key. */
export async function allKeys(file: KeyFile): Promise<Result<ReadonlyMap<string, KeyOrErased>>> {
  const read = await readKeyFile(file);
  if (!read.ok) return read;
  const ids = [...(read.value?.places.keys() ?? [])];
  return { ok: true, value: await openKeysOf(file, read.value, ids) };
}

/**
 * The keys of these, made where there is none yet. They are on the disk for certain when this
 * returns. Whose key was destroyed is given no other.
 */
export async function makeKeys(
  file: KeyFile,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Key>>> {
  const there = await keysThere(file, ids);
  if (!there.ok || ids.every((id) => there.value.has(id))) return there;
  return changeKeyFile(file, async (open) => {
    const live = liveKeys(file, await openKeysOf(file, open.contents, ids));
    if (!live.ok) return live;
    const keys = new Map(live.value);
    const fresh = drawKeys([...new Set(ids)].filter((id) => !keys.has(id)));
    await addRecords(open, fresh);
    for (const [id, key] of fresh) keys.set(id, key);
    return { ok: true, value: keys };
  });
}

/** Keys that were drawn, as they are to stand in a file: whoever has its master key reads them. */
export type SealedKeys = Readonly<{ ids: readonly string[]; records: readonly Buffer[] }>;

/** Makes drawn keys ready to be kept, while others in this program have their turn. */
export async function sealKeys(file: KeyFile, keys: ReadonlyMap<string, Key>): Promise<SealedKeys> {
  return { ids: [...keys.keys()], records: await sealedInPieces(file, [...keys]) };
}

/** Keeps keys that were drawn for ids of which the file has none: on the disk for certain. */
export async function keepKeys(
  file: KeyFile,
  { ids, records }: SealedKeys,
): Promise<Result<undefined>> {
  return changeKeyFile(file, async (open) => {
    const areNew = ids.every((id) => !open.contents.places.has(id));
    assert(areNew, 'keys are drawn for those who have none');
    await writeRecords(open, records);
    return { ok: true, value: undefined };
  });
}

// Where all are there, nothing is written, and nobody who writes is waited for; unless an erasure
// was broken off, which whoever changes the file finishes first.
async function keysThere(
  file: KeyFile,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Key>>> {
  const read = await readKeyFile(file);
  if (!read.ok) return read;
  if (read.value === undefined || read.value.halfErased.length > 0) {
    return { ok: true, value: new Map() };
  }
  return liveKeys(file, await openKeysOf(file, read.value, ids));
}

function liveKeys(
  file: KeyFile,
  found: ReadonlyMap<string, KeyOrErased>,
): Result<ReadonlyMap<string, Key>> {
  const keys = new Map<string, Key>();
  for (const [id, key] of found) {
    if (key === 'erased') return { ok: false, problems: [keyErased(file.path, id)] };
    keys.set(id, key);
  }
  return { ok: true, value: keys };
}

/** Keys by chance, which are nowhere yet. */
export function drawKeys(ids: readonly string[]): readonly (readonly [string, Key])[] {
  const drawn = randomFillSync(new Uint8Array(ids.length * keyLength));
  return ids.map((id, at) => [id, drawn.subarray(at * keyLength, (at + 1) * keyLength)]);
}

/**
 * Destroys the keys of these for ever: first each record is marked, then its key is overwritten.
 * One that never had a key can be given none afterwards.
 */
export async function eraseKeys(file: KeyFile, ids: readonly string[]): Promise<Result<undefined>> {
  return changeKeyFile(file, async (open) => {
    const { contents } = open;
    const numbers: number[] = [];
    const unknown: string[] = [];
    for (const id of new Set(ids)) {
      const number = contents.places.get(id);
      if (number === undefined) unknown.push(id);
      else if (!isErased(contents, number)) numbers.push(number);
    }
    await whileErasing(open, async () => {
      for (const number of numbers) await writeErasedMark(open, number);
      await open.handle.datasync();
      await blankKeys(open, numbers);
      await addRecords(
        open,
        unknown.map((id) => [id, 'erased']),
      );
    });
    return { ok: true, value: undefined };
  });
}

async function writeErasedMark({ contents, handle }: OpenKeyFile, number: number): Promise<void> {
  const at = number * recordLength;
  await writeAt(handle, erasedMark(contents.records, at), headerLength + at);
}

/**
 * Takes in keys from elsewhere. What was destroyed here or there stays destroyed; the ids whose
 * key here is another are returned, and then nothing was taken in.
 */
export async function takeOverKeys(
  file: KeyFile,
  keys: ReadonlyMap<string, KeyOrErased>,
): Promise<Result<readonly string[]>> {
  const taken = await changeKeyFile<readonly string[]>(file, async (open) => {
    const here = await openKeysOf(file, open.contents, [...keys.keys()]);
    const others = [...here].flatMap(([id, key]) => (isOther(key, keys.get(id)) ? [id] : []));
    if (others.length === 0)
      await addRecords(
        open,
        [...keys].filter(([id]) => !here.has(id)),
      );
    return { ok: true, value: others };
  });
  if (!taken.ok || taken.value.length > 0) return taken;
  const erased = await eraseKeys(
    file,
    [...keys].flatMap(([id, key]) => (key === 'erased' ? [id] : [])),
  );
  return erased.ok ? taken : erased;
}

function isOther(here: KeyOrErased, there: KeyOrErased | undefined): boolean {
  if (here === 'erased' || there === 'erased' || there === undefined) return false;
  return !Buffer.from(here).equals(there);
}

function isErased(contents: KeyContents, number: number): boolean {
  return recordState(contents.records, number * recordLength) === 'erased';
}

async function openKeysOf(
  file: KeyFile,
  contents: KeyContents | undefined,
  ids: readonly string[],
): Promise<Map<string, KeyOrErased>> {
  const found = new Map<string, KeyOrErased>();
  if (contents === undefined) return found;
  // What another reads meanwhile may take the place of these records: they are kept as they are.
  const { count, records } = contents;
  for (const [at, id] of ids.entries()) {
    if (at % atOnce === atOnce - 1) await breathe();
    const number = contents.places.get(id);
    if (number === undefined || number >= count) continue;
    const place = number * recordLength;
    const isLive = recordState(records, place) === 'live';
    found.set(id, isLive ? openRecord(records, place, file.sealing) : 'erased');
  }
  return found;
}

type Added = readonly (readonly [string, KeyOrErased])[];

async function addRecords(open: OpenKeyFile, added: Added): Promise<void> {
  await writeRecords(open, await sealedInPieces(open.file, added));
}

// The records first, for certain; then the header, which says that so many are.
async function writeRecords(open: OpenKeyFile, records: readonly Buffer[]): Promise<void> {
  const { contents, handle } = open;
  // Whoever reads meanwhile takes in what is written here, and what is known grows by it.
  const { count } = contents;
  let end = contentsEnd(contents);
  let added = 0;
  for (const piece of records) {
    await writeAt(handle, piece, end);
    end += piece.length;
    added += piece.length / recordLength;
  }
  await handle.datasync();
  await writeHeader(open, { count: count + added });
}

async function sealedInPieces(file: KeyFile, added: Added): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  for (let from = 0; from < added.length; from += atOnce) {
    if (from > 0) await breathe();
    pieces.push(sealedRecords(file, added.slice(from, from + atOnce)));
  }
  return pieces;
}

function sealedRecords({ sealing }: KeyFile, added: Added): Buffer {
  const records = Buffer.alloc(added.length * recordLength);
  for (const [number, [id, key]] of added.entries()) {
    const at = number * recordLength;
    if (key === 'erased') writeErasedRecord(records, at, id);
    else writeLiveRecord(records, at, { id, key, sealing });
  }
  return records;
}
