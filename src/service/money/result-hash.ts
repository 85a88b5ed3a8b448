import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * SHA-256 of a result in canonical JSON (RFC 8785): the same as of the whole text, which is never
 * held whole, as the lines of a nation are more than a text can be. What `outturn settle --format
 * json` writes has this hash wherever it is worked out.
 */
export function resultHash(result: object): string {
  const hash = createHash('sha256');
  for (const piece of canonicalPieces(result)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}

function* canonicalPieces(result: object): Generator<string> {
  const entries = Object.entries(result)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  let before = '{';
  for (const [name, value] of entries) {
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* listPieces(value);
    else yield String(canonicalize(value));
    before = ',';
  }
  yield entries.length === 0 ? '{}' : '}';
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}${String(canonicalize(item))}`;
    before = ',';
  }
  yield items.length === 0 ? '[]' : ']';
}
