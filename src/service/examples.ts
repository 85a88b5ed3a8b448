import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest, type Result } from '../problem/index.ts';
import { examplesMissing, exampleUnknown } from './problems.ts';

/** A contract that comes with Outturn, with its facts. */
export type ExampleFolder = Readonly<{
  name: string;
  folder: string;
  page: string;
  facts: string;
  settings: ExampleSettings;
}>;

/** What `example.json` says: as at which days, what we make of it, and what was published. */
export type ExampleSettings = Readonly<{
  asAt: string;
  knownAt: string;
  expected: string;
  published: null | Readonly<{
    amount: string;
    currency: string;
    source: string;
    certainty: 'exact' | 'derived' | 'unverified';
    proof: 'independent' | 'arithmetic';
  }>;
}>;

/** The names of all examples that are whole. */
export async function exampleNames(): Promise<readonly string[]> {
  const root = await findExamplesRoot();
  if (root === undefined) return [];
  const entries = await readdir(root, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const whole = await Promise.all(
    names.map(async (name) => (await isWhole(join(root, name))) && name),
  );
  return whole.filter((name) => name !== false).toSorted();
}

/** One example by its name, or the one that `examples/index.json` names for a purpose. */
export async function findExample(
  asked: string | Readonly<{ shown: keyof ExampleIndex }>,
): Promise<Result<ExampleFolder>> {
  const names = await exampleNames();
  const root = await findExamplesRoot();
  if (root === undefined || names.length === 0) return { ok: false, problems: [examplesMissing()] };
  const name = typeof asked === 'string' ? asked : (await readIndex(root))[asked.shown];
  if (!names.includes(name)) {
    return { ok: false, problems: [exampleUnknown(name, names, nearest(name, names))] };
  }
  const folder = join(root, name);
  const settings = await readJson<ExampleSettings>(join(folder, 'example.json'));
  const page = join(folder, 'contract.md');
  return { ok: true, value: { name, folder, page, facts: join(folder, 'facts'), settings } };
}

/** Which example is shown by `outturn demo`, and which a new page starts from. */
type ExampleIndex = Readonly<{ demo: string; start: string }>;

function readIndex(root: string): Promise<ExampleIndex> {
  return readJson<ExampleIndex>(join(root, 'index.json'));
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8'));
}

async function isWhole(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => []);
  return ['contract.md', 'facts', 'example.json'].every((name) => names.includes(name));
}

/** The folder `examples` of the package that this program stands in. */
async function findExamplesRoot(): Promise<string | undefined> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const names = await readdir(folder).catch((): string[] => []);
    if (names.includes('package.json') && names.includes('examples')) {
      return join(folder, 'examples');
    }
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}
