import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { Result } from '../../problem/index.ts';
import { findFileReason } from '../../service/index.ts';
import type { CallInput } from './call-input.ts';
import { fileNotRead, inputNotJson } from './problems.ts';

/** The one object of JSON that a file holds, or standard input for `-`. */
export async function readJson(path: string): Promise<Result<CallInput>> {
  try {
    const text = path === '-' ? await buffer(process.stdin) : await readFile(path);
    const read: unknown = JSON.parse(text.toString('utf8'));
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    if (isObject) return { ok: true, value: read as CallInput };
  } catch (error) {
    const reason = findFileReason(error);
    if (reason !== undefined) return { ok: false, problems: [fileNotRead(path, reason)] };
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { ok: false, problems: [inputNotJson(path)] };
}
