import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../../problem/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { outputExists, outputUnwritable } from './problems.ts';

/** What a file is to hold: all at once, or piece by piece. */
export type Pieces = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

/**
 * Writes a file whole or not at all: beside its place first, then put there in one step, so that
 * nobody ever reads half of it and a failure leaves what was there before.
 */
export async function writeWhole(path: string, pieces: Pieces): Promise<Result<string>> {
  return replaceWhole(path, async (beside) => {
    const isOnePiece = typeof pieces === 'string' || pieces instanceof Uint8Array;
    await pipeline(Readable.from(isOnePiece ? [pieces] : pieces), createWriteStream(beside));
  });
}

/** As `writeWhole`, where something else writes the file under the name that it is given. */
export async function replaceWhole(
  path: string,
  write: (beside: string) => Promise<void>,
): Promise<Result<string>> {
  // Where a link stands, what it leads to is replaced, and not the link.
  const place = await realpath(path).catch(() => path);
  const beside = `${place}.${randomBytes(4).toString('hex')}.part`;
  try {
    await write(beside);
    await rename(beside, place);
    return { ok: true, value: path };
  } catch (error) {
    await rm(beside, { force: true });
    return { ok: false, problems: [outputUnwritable(path, getFileReason(error))] };
  }
}

/** As `writeWhole`, and leaves a file that is there already alone. */
export async function writeNew(path: string, text: string): Promise<Result<string>> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere ? { ok: false, problems: [outputExists(path)] } : writeWhole(path, text);
}
