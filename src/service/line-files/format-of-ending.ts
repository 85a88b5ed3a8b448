import { extname } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { endingUnknown } from './problems.ts';

/** The format that the ending of a file asks for, among those that can be written there. */
export function formatOfEnding<Format>(
  path: string,
  formats: Readonly<Record<string, Format>>,
): Result<Format> {
  const format = formats[extname(path).toLowerCase()];
  if (format !== undefined) return { ok: true, value: format };
  return { ok: false, problems: [endingUnknown(path, Object.keys(formats))] };
}
