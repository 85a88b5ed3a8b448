import type { Result } from '../../problem/index.ts';
import { getFileReason } from '../disk/file-reason.ts';
import { keysUnusable } from './problems.ts';

/** Does work on keys at this place; what the disk refuses is a problem. */
export async function onDisk<T>(path: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, problems: [keysUnusable(path, getFileReason(error))] };
  }
}
