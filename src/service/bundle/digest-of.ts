import { createHash } from 'node:crypto';
import { jsonPieces } from './json-pieces.ts';

/** The digest of what is written as JSON, in pieces: its text may be longer than one may be. */
export function digestOf(content: unknown): string {
  const hash = createHash('sha256');
  for (const piece of jsonPieces(content)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}
