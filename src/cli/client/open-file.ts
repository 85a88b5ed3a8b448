import { open } from 'node:fs/promises';
import type { Result } from '../../problem/index.ts';
import { findFileReason } from '../../service/index.ts';
import { fileNotRead } from './problems.ts';

/** A file that is read while it is sent; how long it is, where that can be known. */
export type OpenedFile = Readonly<{ pieces: AsyncIterable<Uint8Array>; bytes: number | undefined }>;

/** Opens a file to be sent, or standard input for `-`. */
export async function openFile(path: string): Promise<Result<OpenedFile>> {
  if (path === '-') return { ok: true, value: { pieces: process.stdin, bytes: undefined } };
  try {
    const file = await open(path);
    const found = await file.stat();
    const isFile = found.isFile();
    if (isFile) {
      return { ok: true, value: { pieces: file.createReadStream(), bytes: found.size } };
    }
    await file.close();
    return { ok: false, problems: [fileNotRead(path, 'it is no ordinary file')] };
  } catch (error) {
    const reason = findFileReason(error);
    if (reason === undefined) throw error;
    return { ok: false, problems: [fileNotRead(path, reason)] };
  }
}
