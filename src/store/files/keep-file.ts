import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { syncFolder, writeAt } from '../keys/durable-file.ts';
import { filePath, incomingFolder } from './file-path.ts';
import { type FileType, type FileTypeFacts, fileTypes } from './file-type.ts';
import { type FileSeal, sealPieces } from './sealed-pieces.ts';
import { type ContentAsked, takeContent } from './take-content.ts';

/** A file in its place, on the disk for certain. */
export type KeptFile = Readonly<{
  /**
   * The SHA-256 of the file as it is stored, that is, sealed: whoever may read the disk cannot
   * tell from it what the file holds, nor that two people sent the same.
   */
  name: string;
  type: FileType;
  bytes: number;
  /** The SHA-256 of its content: personal data, to be kept only under a salt or sealed. */
  contentHash: string;
}> &
  FileTypeFacts;

export type KeepAsked = ContentAsked & Readonly<{ seal: FileSeal }>;

/** Takes in a file under a name of its own, and puts it in its place when it is whole. */
export async function keepFile(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  asked: KeepAsked,
): Promise<Result<KeptFile>> {
  const content = takeContent(source, asked);
  const kept = await keepSealed(folder, sealPieces(content.pieces, asked.seal), content.end);
  if (!kept.ok) return kept;
  const { name, value } = kept.value;
  return { ok: true, value: { name, ...value, ...fileTypes[value.type] } };
}

/** A file of our own in its place: its name, and how long its content is. */
export type MadeFile = Readonly<{ name: string; bytes: number }>;

/** The same of a file that was made here, and is not looked at. */
export async function keepMade(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  seal: FileSeal,
): Promise<Result<MadeFile>> {
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      bytes += piece.length;
      yield piece;
    }
  }
  const kept = await keepSealed(folder, sealPieces(counted(), seal), () => {
    return { ok: true, value: null };
  });
  return kept.ok ? { ok: true, value: { name: kept.value.name, bytes } } : kept;
}

async function keepSealed<T>(
  folder: string,
  sealed: AsyncIterable<Uint8Array>,
  end: () => Result<T>,
): Promise<Result<Readonly<{ name: string; value: T }>>> {
  const part = join(folder, incomingFolder, `${randomBytes(12).toString('hex')}.part`);
  try {
    const name = await writeSealed(part, sealed);
    const ended = end();
    if (!ended.ok) return ended;
    await putInPlace(part, filePath(folder, name));
    return { ok: true, value: { name, value: ended.value } };
  } finally {
    await rm(part, { force: true });
  }
}

// Returns the hash of what was written.
async function writeSealed(path: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let at = 0;
    for await (const piece of pieces) {
      await writeAt(handle, piece, at);
      hash.update(piece);
      at += piece.length;
    }
    await handle.sync();
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

async function putInPlace(part: string, path: string): Promise<void> {
  const inner = dirname(path);
  const outer = dirname(inner);
  const made = await mkdir(inner, { recursive: true, mode: 0o700 });
  await rename(part, path);
  await syncFolder(inner);
  if (made === undefined) return;
  await syncFolder(outer);
  await syncFolder(dirname(outer));
}
