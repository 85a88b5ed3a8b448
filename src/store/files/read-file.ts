import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { assert, type Result } from '../../problem/index.ts';
import { readAt } from '../keys/durable-file.ts';
import { filePath } from './file-path.ts';
import { storedFileDamaged, storedFileMissing, storedFileNotOpened } from './problems.ts';
import {
  type FileSeal,
  openedLength,
  type PieceOpener,
  pieceOpener,
  sealedHeadLength,
  sealedPieceLength,
} from './sealed-pieces.ts';

/** The content of a stored file, to be read once. It holds nothing open until it is. */
export type FileContent = Readonly<{ bytes: number; pieces: AsyncIterable<Uint8Array> }>;

export type ReadAsked = Readonly<{ name: string; seal: FileSeal }>;

/**
 * Finds a stored file. The whole of it is compared with its name before the first piece is handed
 * out, so that nobody is sent half a file that turns out to be damaged.
 */
export async function readStoredFile(
  folder: string,
  { name, seal }: ReadAsked,
): Promise<Result<FileContent>> {
  const path = filePath(folder, name);
  const handle = await openStored(path);
  if (handle === undefined) return { ok: false, problems: [storedFileMissing(name)] };
  try {
    const { size } = await handle.stat();
    const bytes = openedLength(size);
    if (bytes === undefined || (await hashOf(handle, size)) !== name) {
      return { ok: false, problems: [storedFileDamaged(name)] };
    }
    const opener = pieceOpener(await readAt(handle, sealedHeadLength, 0), seal);
    const first = opener && (await openedPiece({ handle, size }, opener, 0));
    if (opener === undefined || first === undefined) {
      return { ok: false, problems: [storedFileNotOpened(name)] };
    }
    return { ok: true, value: { bytes, pieces: openedPieces({ path, size }, opener) } };
  } finally {
    await handle.close();
  }
}

type StoredFile = Readonly<{ handle: FileHandle; size: number }>;

async function* openedPieces(
  { path, size }: Readonly<{ path: string; size: number }>,
  opener: PieceOpener,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const file = { handle, size };
    const count = pieceCount(file);
    for (let number = 0; number < count; number += 1) {
      const piece = await openedPiece(file, opener, number);
      assert(piece !== undefined, 'a stored file that is whole opens to its end');
      yield piece;
    }
  } finally {
    await handle.close();
  }
}

async function openedPiece(
  file: StoredFile,
  opener: PieceOpener,
  number: number,
): Promise<Buffer | undefined> {
  const at = sealedHeadLength + number * sealedPieceLength;
  const sealed = await readAt(file.handle, Math.min(sealedPieceLength, file.size - at), at);
  return opener(sealed, { number, isLast: number === pieceCount(file) - 1 });
}

function pieceCount({ size }: StoredFile): number {
  return Math.ceil((size - sealedHeadLength) / sealedPieceLength);
}

async function hashOf(handle: FileHandle, size: number): Promise<string> {
  const hash = createHash('sha256');
  const step = 262_144;
  for (let at = 0; at < size; at += step) hash.update(await readAt(handle, step, at));
  return hash.digest('hex');
}

async function openStored(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
