import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest, type Result } from '../../problem/index.ts';
import { examplesMissing, exampleUnknown } from './problems.ts';

/** A contract that comes with Outturn, with its facts. */
export type ExampleFolder = Readonly<{
  name: string;
  folder: string;
  page: string;
  facts: string;
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

/** One example by its name, or the one that `examples/index.json` names for a purpose. */
export async function findExample(
  asked: string | Readonly<{ shown: keyof ExampleIndex }>,
): Promise<Result<ExampleFolder>> {
  const root = await findExamplesRoot();
  if (root === undefined) return { ok: false, problems: [examplesMissing()] };
  const names = await exampleNames(root);
  const name = typeof asked === 'string' ? asked : (await readIndex(root))[asked.shown];
  if (!names.includes(name)) {
    return { ok: false, problems: [exampleUnknown(name, names, nearest(name, names))] };
  }
  const folder = join(root, name);
  const page = join(folder, 'contract.md');
  return { ok: true, value: { name, folder, page, facts: join(folder, 'facts') } };
}

/** Every example by its name, with the title of its page. */
export async function exampleTitles(): Promise<
  readonly Readonly<{ name: string; title: string }>[]
> {
  const root = await findExamplesRoot();
  if (root === undefined) return [];
  const names = await exampleNames(root);
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, name, 'contract.md'), 'utf8');
      return { name, title: /^# (.*)$/m.exec(text)?.[1] ?? name };
    }),
  );
}

/** What `example.json` says of an example. */
export function readSettings({ folder }: ExampleFolder): Promise<ExampleSettings> {
  return readJson<ExampleSettings>(join(folder, 'example.json'));
}

/** Which example is shown by `outturn demo`, and which a new page starts from. */
type ExampleIndex = Readonly<{ demo: string; start: string }>;

function readIndex(root: string): Promise<ExampleIndex> {
  return readJson<ExampleIndex>(join(root, 'index.json'));
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** The names of all folders with a page. */
async function exampleNames(root: string): Promise<readonly string[]> {
  const names = await readdir(root);
  const pages = await Promise.all(names.map((name) => readdir(join(root, name)).catch(noNames)));
  return names.filter((_, at) => pages[at]?.includes('contract.md')).toSorted();
}

const noNames = (): string[] => [];

async function findExamplesRoot(): Promise<string | undefined> {
  return findPackageFolder('examples');
}

/** A folder of the package that this program stands in. */
export async function findPackageFolder(name: string): Promise<string | undefined> {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const names = await readdir(folder).catch(noNames);
    if (names.includes('package.json') && names.includes(name)) {
      return join(folder, name);
    }
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}
