import type { BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import type { Problem } from '../../problem/index.ts';
import { findFactFiles, isFactFile } from '../fact-files/fact-files.ts';
import { outputExists, outputUnwritable } from '../files/problems.ts';
import { pageFilesUnder } from '../pages/load-pages.ts';
import { outputAmongFacts, outputOverInput } from './problems.ts';

/** A file that is to be written, and everything that is read before. */
export type OutputRequest = Readonly<{
  file: string;
  pages: readonly string[];
  facts?: readonly string[];
  /** The result of the settlement before. */
  previous?: string;
  /** Whether a file that is there may be written over; what is read never is. */
  force: boolean;
}>;

/**
 * What stands in the way of writing a file, found before the work that is to fill it begins.
 * Nothing is written over without being told to, and nothing that is read at all, by whatever name
 * or link it goes.
 */
export async function checkOutput(request: OutputRequest): Promise<readonly Problem[]> {
  const { file, force } = request;
  const found = await findStats(file);
  if (found === undefined) return (await isAmongFacts(request)) ? [outputAmongFacts(file)] : [];
  if (found.isDirectory()) return [outputUnwritable(file, 'it is a folder')];
  if (!found.isFile()) return [outputUnwritable(file, 'it is no ordinary file')];
  if (await isInput(found, request)) return [outputOverInput(file)];
  if (!force) return [outputExists(file)];
  return (await isAmongFacts(request)) ? [outputAmongFacts(file)] : [];
}

async function isInput(found: BigIntStats, request: OutputRequest): Promise<boolean> {
  const { pages, facts = [], previous } = request;
  const { files } = await findFactFiles(facts);
  const inputs = [...(await pageFilesUnder(pages)), ...files.map(({ path }) => path)];
  if (previous !== undefined) inputs.push(previous);
  const stats = await Promise.all(inputs.filter((path) => path !== '-').map(findStats));
  return stats.some((input) => input?.ino === found.ino && input.dev === found.dev);
}

/** A table put into a folder of facts would be read as facts the next time. */
async function isAmongFacts({ file, facts = [] }: OutputRequest): Promise<boolean> {
  if (!isFactFile(file)) return false;
  const folder = await findPlace(dirname(file));
  for (const path of facts) {
    if (path === '-' || !(await findStats(path))?.isDirectory()) continue;
    if (`${folder}${sep}`.startsWith(`${await findPlace(path)}${sep}`)) return true;
  }
  return false;
}

function findStats(path: string): Promise<BigIntStats | undefined> {
  return stat(path, { bigint: true }).catch(() => undefined);
}

function findPlace(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
