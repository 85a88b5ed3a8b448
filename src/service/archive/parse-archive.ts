import type { Result } from '../../problem/index.ts';
import { notABundle } from '../bundle/problems.ts';
import { type Data, isDay, isListOf, isObject, parseJson } from '../bundle/read-json.ts';
import { findWrong } from '../previous/parse-result.ts';
import type { Archive, ArchivedFile } from './archive.ts';

/** Reads the small file of an archive, and says what it is not where it is none. */
export function parseArchive(path: string, text: string): Result<Archive> {
  const wrong = findWrongIn(parseJson(text));
  if (wrong !== undefined) return { ok: false, problems: [notABundle(path, wrong)] };
  // Every key that is read of it has been looked at.
  return { ok: true, value: JSON.parse(text) as Archive };
}

function findWrongIn(data: unknown): string | undefined {
  if (!isObject(data) || data.bundle !== 2) return 'its small file is not JSON with "bundle": 2';
  const { asAt, knownAt, pages, digest, resultHash, previous, result } = data;
  if (!isDay(asAt) || !isDay(knownAt)) return 'its days are not days';
  if (typeof digest !== 'string' || typeof resultHash !== 'string') return 'it has no "digest"';
  const isPage = (page: Data) => typeof page.name === 'string' && typeof page.text === 'string';
  if (!isListOf(pages, isPage) || pages.length === 0) return 'it has no pages';
  for (const sort of ['facts', 'lines', 'previousLines']) {
    if (!isListOf(data[sort], isFile)) return `its "${sort}" are no list of files`;
  }
  for (const [name, each] of Object.entries({ result, previous })) {
    if (name === 'previous' && each === 'none') continue;
    const wrong = isObject(each) ? findWrongResult(each) : 'it is not JSON of one object';
    if (wrong !== undefined) return `of its "${name}", ${wrong}`;
  }
  return undefined;
}

function findWrongResult({ outstanding, gone, ...about }: Data): string | undefined {
  if (!isObject(outstanding)) return '"outstanding" is not whole';
  const isGone = (each: unknown) =>
    Array.isArray(each) && each.length === 2 && typeof each[0] === 'string' && isDay(each[1]);
  if (!Array.isArray(gone) || !gone.every(isGone)) return '"gone" is no list of lines and days';
  const whole = { ...about, lines: [], notPaid: [] };
  return findWrong({ ...whole, outstanding: { ...outstanding, paid: [] } });
}

/** Names go to no folder: files are read where they stand in the archive. */
function isFile({ name, rows, bytes, digest }: Data): boolean {
  const areCounts = [rows, bytes].every((each) => Number.isSafeInteger(each) && Number(each) >= 0);
  return typeof name === 'string' && typeof digest === 'string' && areCounts;
}

/** All files that an archive says it has, besides the small one. */
export function filesOf({ facts, lines, previousLines }: Archive): readonly ArchivedFile[] {
  return [...facts, ...previousLines, ...lines];
}
