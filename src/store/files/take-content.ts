import { createHash } from 'node:crypto';
import type { Problem, Result } from '../../problem/index.ts';
import { type FileType, fileTypes } from './file-type.ts';
import { findFileType, shownLength, type TypeFound } from './find-file-type.ts';
import { uploadEmpty, uploadTooLarge, uploadTypeRefused } from './problems.ts';
import { watchContent } from './watch-content.ts';

export type ContentAsked = Readonly<{ bytesMax: number; types: readonly FileType[] }>;

/** What a file turned out to be once all of it was read. */
export type ContentTaken = Readonly<{ type: FileType; bytes: number; contentHash: string }>;

export type TakenContent = Readonly<{
  /** All of the file, up to where a problem is found. */
  pieces: AsyncIterable<Uint8Array>;
  /** What it was, to be asked when the pieces have ended. */
  end: () => Result<ContentTaken>;
}>;

/**
 * Reads a file of no known size or kind: its first bytes show the type, and the rest is watched as
 * it passes. Reading stops at the first problem.
 */
export function takeContent(source: AsyncIterable<Uint8Array>, asked: ContentAsked): TakenContent {
  let ended: Result<ContentTaken> = { ok: false, problems: [uploadEmpty()] };
  const refuse = (problem: Problem) => {
    ended = { ok: false, problems: [problem] };
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    const hash = createHash('sha256');
    const watch = startWatch(asked);
    for await (const piece of shownFirst(limited(source, asked.bytesMax))) {
      bytes += piece.length;
      const problem = bytes > asked.bytesMax ? uploadTooLarge(asked.bytesMax) : watch.push(piece);
      if (problem !== undefined) return refuse(problem);
      hash.update(piece);
      yield piece;
    }
    const type = watch.type();
    if (type === undefined) return;
    const problem = watch.end();
    if (problem !== undefined) return refuse(problem);
    ended = { ok: true, value: { type, bytes, contentHash: hash.digest('hex') } };
  }
  return { pieces: pieces(), end: () => ended };
}

// The first piece shows the type; what watches the others follows from it.
function startWatch(asked: ContentAsked) {
  let type: FileType | undefined;
  let watch: ReturnType<typeof watchContent> | undefined;
  return {
    type: () => type,
    push: (piece: Buffer): Problem | undefined => {
      if (watch === undefined) {
        const found = acceptedType(findFileType(piece.subarray(0, shownLength)), asked.types);
        if ('other' in found) return uploadTypeRefused(found.other, asked.types);
        type = found.type;
        watch = watchContent(type, asked.types);
      }
      return watch.push(piece);
    },
    end: () => watch?.end(),
  };
}

// Where plain text is taken, a table in it does not make it worse.
function acceptedType(found: TypeFound, types: readonly FileType[]): TypeFound {
  if ('other' in found || types.includes(found.type)) return found;
  const isText = found.type === 'csv' || found.type === 'ndjson';
  if (isText && types.includes('text')) return { type: 'text' };
  const isPacked = found.type === 'xlsx';
  return { other: isPacked ? 'a packed folder or an Office file' : fileTypes[found.type].what };
}

/** One byte more than the limit is enough to know that it is passed. */
async function* limited(
  source: AsyncIterable<Uint8Array>,
  bytesMax: number,
): AsyncGenerator<Uint8Array> {
  let left = bytesMax + 1;
  for await (const piece of source) {
    if (piece.length > 0) yield piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
}

// Gathers enough to show the type into the first piece.
async function* shownFirst(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    if (length >= shownLength) yield Buffer.from(piece);
    else {
      held.push(piece);
      length += piece.length;
      if (length < shownLength) continue;
      yield Buffer.concat(held);
      held = [];
    }
  }
  if (held.length > 0) yield Buffer.concat(held);
}
