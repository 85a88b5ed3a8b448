import { open } from 'node:fs/promises';
import type { Result } from '../../problem/index.ts';
import { recomputeBundle } from '../bundle/recompute-bundle.ts';
import { type Recomputed, recomputeArchive } from './recompute-archive.ts';
import { isTar } from './tar.ts';

/** Works out a bundle again, which is JSON or an archive; that it agrees, or what does not. */
export async function recomputeAny(path: string): Promise<Result<Recomputed>> {
  if (await isArchive(path)) return recomputeArchive(path);
  const recomputed = await recomputeBundle(path);
  if (!recomputed.ok) return recomputed;
  const { result, facts, engines } = recomputed.value;
  const { lines, total, currency } = result;
  return { ok: true, value: { facts, lines: lines.length, total, currency, engines } };
}

const startLength = 512;

/** What cannot be opened is said to be so by whoever reads it. */
async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const start = Buffer.alloc(startLength);
    await handle.read(start, 0, startLength, 0);
    return isTar(start);
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}
