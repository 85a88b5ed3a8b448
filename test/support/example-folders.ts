import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/calendar/index.ts';
import { root } from './project-files.ts';

/**
 * Money that a source gives, how sure it is, and whether our rule could have proved it wrong. Of an
 * invented contract it is what was worked out by hand.
 */
export type Published = Readonly<{
  amount: string;
  currency: string;
  source: string;
  certainty: 'exact' | 'derived' | 'unverified' | 'invented';
  proof: 'independent' | 'arithmetic';
  /** How much of the amount rests on counts that were published apart from it. */
  independentPart?: string;
}>;

/** What is owed in all as at two days; `payment`: less what was owed at the settlement before. */
export type ExpectedSettlement = Readonly<{
  asAt: Day;
  knownAt: Day;
  expected: string;
  payment?: string;
  published: Published | null;
  /** Where only a part of what is settled was published: that part, as the published sum counts it. */
  part?: Readonly<{ what: string; amount: string }>;
}>;

/** What `example.json` holds. */
export type ExampleFile = ExpectedSettlement &
  Readonly<{ settlements?: readonly ExpectedSettlement[] }>;

const folder = join(root, 'examples');

/** The examples by the names of their folders. */
export const exampleNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'generate')
  .map(({ name }) => name)
  .toSorted();

export function examplePath(name: string, ...parts: readonly string[]): string {
  return join(folder, name, ...parts);
}

export function isThere(name: string, part: string): boolean {
  return existsSync(examplePath(name, part));
}

export function readExample(name: string): ExampleFile {
  return JSON.parse(readFileSync(examplePath(name, 'example.json'), 'utf8'));
}

export function readExamplePage(name: string): string {
  return readFileSync(examplePath(name, 'contract.md'), 'utf8');
}
