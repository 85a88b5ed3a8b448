import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { hashesOf, type ReadPage, readContract } from '../../contract/index.ts';
import { nearest, type Problem } from '../../problem/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { findFileKind } from '../files/file-kind.ts';
import { readInput } from '../files/read-input.ts';
import { versionOf } from './page-facts.ts';
import {
  folderWithoutPages,
  pageMissing,
  pageNotUtf8,
  pageOfOtherKind,
  pageTooLarge,
  pageTwice,
  pageUnreadable,
} from './problems.ts';

/** A page as it was given: one version of a contract. */
export type Page = Readonly<{
  /** The path as the caller named it; `-` for standard input. */
  name: string;
  text: string;
  read: ReadPage;
  /** Nothing that has errors is hashed. */
  hashes: Readonly<{ contract: string | null; page: string | null }>;
}>;

/** What was found under the paths, earliest version first. */
export type LoadedPages = Readonly<{ pages: readonly Page[]; problems: readonly Problem[] }>;

const bytesMax = 1_000_000;

/** Reads pages from files, from folders of versions, and from standard input for a `-`. */
export async function loadPages(paths: readonly string[]): Promise<LoadedPages> {
  const pages: Page[] = [];
  const problems: Problem[] = [];
  for (const file of await findPages(paths, problems)) {
    const text = await readPage(file, problems);
    if (text !== undefined) pages.push(pageOf(file, text));
  }
  const inOrder = pages.toSorted((one, other) => versionOf(one.read) - versionOf(other.read));
  return { pages: inOrder, problems: [...problems, ...pages.flatMap(({ read }) => read.problems)] };
}

/** A page of this text, read. */
export function pageOf(name: string, text: string): Page {
  const read = readContract(text, name);
  const hashes = read.isWhole ? hashesOf(read.contract) : { contract: null, page: null };
  return { name, text, read, hashes };
}

/** The files that would be read as pages; what stands in the way of that is not asked here. */
export function pageFilesUnder(paths: readonly string[]): Promise<readonly string[]> {
  return findPages(paths, []);
}

async function findPages(paths: readonly string[], problems: Problem[]): Promise<string[]> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const file of await pagesUnder(path, problems)) {
      const whole = file === '-' ? file : resolve(file);
      if (found.has(whole)) problems.push(pageTwice(file));
      else found.set(whole, file);
    }
  }
  return [...found.values()];
}

async function pagesUnder(path: string, problems: Problem[]): Promise<string[]> {
  if (path === '-') return [path];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter(isPageName).toSorted();
    if (names.length === 0) problems.push(folderWithoutPages(path));
    return names.map((name) => join(path, name));
  } catch (error) {
    problems.push(await whyNot(path, error));
    return [];
  }
}

function isPageName(name: string): boolean {
  return /\.md$/i.test(name) && !/^readme\.md$/i.test(name);
}

async function readPage(path: string, problems: Problem[]): Promise<string | undefined> {
  const bytes = path === '-' ? await readInput() : await readBytes(path, problems);
  if (bytes === undefined) return undefined;
  const kind = findFileKind(bytes);
  const isOther = kind !== undefined && kind.sort !== 'page';
  if (isOther) problems.push(pageOfOtherKind(path, kind));
  else if (bytes.length > bytesMax) problems.push(pageTooLarge(path, bytes.length));
  else if (!isUtf8(bytes)) problems.push(pageNotUtf8(firstBadPlace(path, bytes)));
  else return bytes.toString('utf8');
  return undefined;
}

async function readBytes(path: string, problems: Problem[]): Promise<Buffer | undefined> {
  try {
    const { size } = await stat(path);
    if (size <= bytesMax) return await readFile(path);
    problems.push(pageTooLarge(path, size));
  } catch (error) {
    problems.push(await whyNot(path, error));
  }
  return undefined;
}

async function whyNot(path: string, error: unknown): Promise<Problem> {
  const reason = getFileReason(error);
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!isMissing) return pageUnreadable(path, reason);
  const beside = await readdir(dirname(path)).catch((): string[] => []);
  const near = nearest(basename(path), beside);
  return pageMissing(path, near === undefined ? undefined : join(dirname(path), near));
}

/** The first line that is not UTF-8, as far as it can be shown. */
function firstBadPlace(source: string, bytes: Buffer) {
  let from = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(10, from);
    const row = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (!isUtf8(row) || end < 0) {
      const excerpt = row.toString('utf8');
      const column = excerpt.indexOf('\ufffd') + 1;
      return { source, line, column, endColumn: column + 1, excerpt };
    }
    from = end + 1;
  }
}
