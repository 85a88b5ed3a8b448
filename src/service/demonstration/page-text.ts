import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { assert } from '../../problem/index.ts';
import type { FactCells } from '../facts-in/index.ts';
import { findExample, findPackageFolder } from '../pages/examples.ts';

/** The page of an example. */
export async function examplePage(name: string): Promise<string> {
  const found = await findExample(name);
  assert(found.ok, 'the demonstration is made from examples that come with the program');
  return readFile(found.value.page, 'utf8');
}

/** The facts of an example, with the day on which each became known, in the order of those days. */
export async function exampleFacts(
  name: string,
): Promise<readonly Readonly<{ known: string; cells: FactCells }>[]> {
  const found = await findExample(name);
  assert(found.ok, 'the demonstration is made from examples that come with the program');
  const folder = found.value.facts;
  const names = (await readdir(folder)).toSorted();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  const rows = texts.flatMap(
    (text) => Papa.parse<Record<string, string>>(text.trim(), { header: true }).data,
  );
  return rows
    .map((cells) => ({ known: cells.known || cells.day || cells.to || '', cells }))
    .toSorted((one, other) => (one.known < other.known ? -1 : one.known > other.known ? 1 : 0));
}

/** A section of a page with its heading, up to the next. */
export function sectionOf(page: string, heading: string): string {
  const start = page.indexOf(`\n## ${heading}\n`);
  assert(start >= 0, 'a section that is taken from a page stands on it');
  const end = page.indexOf('\n## ', start + 1);
  return page.slice(start + 1, end < 0 ? undefined : end + 1).trimEnd();
}

/** A page without its notes: what is made from it has its own. */
export function withoutNotes(text: string): string {
  return text.replaceAll(/^> .*\n\n/gm, '');
}

type Replacements = readonly (readonly [string, string])[];

/** How the pages of the demonstration are made: `demonstration/pages.json`. */
type PagesToMake = Readonly<{
  finished: Readonly<{ example: string; replace: Replacements }>;
  living: Readonly<{ example: string; text: string }>;
  safety: Readonly<{ example: string; replace: Replacements; examples: string }>;
  draft: Readonly<{ replace: Replacements }>;
}>;

/** How the pages are made from those of the examples; names and terms are data and no code. */
export async function pagesToMake(): Promise<PagesToMake> {
  const folder = await findPackageFolder('demonstration');
  assert(folder !== undefined, 'the demonstration comes with the program');
  const read = async (name: string) => readFile(join(folder, name), 'utf8');
  const { living, ...rest } = JSON.parse(await read('pages.json'));
  return { ...rest, living: { ...living, text: await read(living.page) } };
}

/** A page in which words were replaced wherever they stand; each of them must. */
export function replaceAll(page: string, replacements: Replacements): string {
  return replacements.reduce((text, [was, now]) => {
    assert(text.includes(was), `what is replaced stands on the page: ${was}`);
    return text.replaceAll(was, now);
  }, page);
}

/** A text with its `{places}` filled; those that are not named stay. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
