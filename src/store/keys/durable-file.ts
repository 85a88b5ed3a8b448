import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes all of these bytes at this place in the file. */
export async function writeAt(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const left = bytes.length - written;
    const { bytesWritten } = await handle.write(bytes, written, left, at + written);
    written += bytesWritten;
  }
}

/** Reads up to this many bytes from this place: fewer where the file ends before. */
export async function readAt(handle: FileHandle, length: number, at: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, at + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** Puts a file in its place whole, in place of what was there, and on the disk for certain. */
export async function replaceDurably(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  await writeBeside(path, pieces, (beside) => rename(beside, path));
}

/** The same where no file may be there yet; says whether none was. */
export async function createDurably(path: string, pieces: readonly Uint8Array[]): Promise<boolean> {
  let isNew = true;
  await writeBeside(path, pieces, async (beside) => {
    try {
      await link(beside, path);
    } catch (error) {
      if (!isThere(error)) throw error;
      isNew = false;
    }
  });
  return isNew;
}

async function writeBeside(
  path: string,
  pieces: readonly Uint8Array[],
  put: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      let at = 0;
      for (const piece of pieces) {
        await writeAt(handle, piece, at);
        at += piece.length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await put(beside);
    await syncFolder(dirname(path));
  } finally {
    await rm(beside, { force: true });
  }
}

/** Makes the names in a folder certain; where a system knows no such thing, it is done anyway. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
