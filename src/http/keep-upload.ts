import { randomUUID } from 'node:crypto';
import type { Result } from '../problem/index.ts';
import { assert } from '../problem/index.ts';
import type { Service } from '../service/act/index.ts';
import type { TakesFile, Upload } from './route.ts';

/** Where an upload is bound, so that it opens as that upload alone. */
export function uploadPlace(upload: string): string {
  return `upload/${upload}`;
}

/** Keeps a file that is being sent, sealed under a new key of its own. */
export async function keepUpload(
  { files, keys }: Service,
  source: AsyncIterable<Uint8Array>,
  { bytesMax, types }: TakesFile,
): Promise<Result<Upload>> {
  const upload = randomUUID();
  const made = await keys.makePersonKeys([upload]);
  if (!made.ok) return made;
  const key = made.value.get(upload);
  assert(key !== undefined, 'a key that was asked for is made');
  const kept = await files.keep(source, {
    bytesMax,
    types,
    seal: { key, bound: uploadPlace(upload) },
  });
  if (!kept.ok) return kept;
  const { name, type, bytes } = kept.value;
  return { ok: true, value: { upload, file: name, fileType: type, fileBytes: bytes } };
}
