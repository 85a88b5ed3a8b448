import type { Result } from '../../../problem/index.ts';
import type { Service } from '../../act/index.ts';
import { boundToUpload } from '../evidence/give-evidence.ts';
import { isKey } from '../fact-keys.ts';
import { fileGone } from './problems.ts';

/** A file that was sent, as it was kept. */
export type Kept = Readonly<{ upload: string; file: string }>;

/** Its bytes; not where its key was destroyed. */
export async function openUpload(
  { keys, files }: Pick<Service, 'keys' | 'files'>,
  { upload, file }: Kept,
): Promise<Result<AsyncIterable<Uint8Array>>> {
  const found = await keys.personKeys([upload]);
  if (!found.ok) return found;
  const key = found.value.get(upload);
  if (!isKey(key)) return { ok: false, problems: [fileGone()] };
  const content = await files.read({ name: file, seal: { key, bound: boundToUpload(upload) } });
  return content.ok ? { ok: true, value: content.value.pieces } : content;
}

/** The text of its first bytes. */
export async function startOfUpload(
  service: Pick<Service, 'keys' | 'files'>,
  kept: Kept,
): Promise<Result<string>> {
  const opened = await openUpload(service, kept);
  if (!opened.ok) return opened;
  for await (const piece of opened.value) {
    return { ok: true, value: Buffer.from(piece).toString('utf8') };
  }
  return { ok: true, value: '' };
}
