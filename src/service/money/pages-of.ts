import { assert, type Result } from '../../problem/index.ts';
import { type Plan, planOf } from '../../settlement/index.ts';
import { listPublishedVersions, type Tx, type WholeVersion } from '../../store/index.ts';
import { type Page, pageOf } from '../pages/load-pages.ts';
import { settlementWithoutPage } from './problems.ts';

/** The published versions of a programme's page, and what the engine makes of them. */
export type ProgrammePages = Readonly<{
  pages: readonly [Page, ...Page[]];
  plan: Plan;
  /** The versions as they were put forward, in the same order. */
  versions: readonly WholeVersion[];
}>;

// A page of the same hash is the same page: it is read once.
const read = new Map<string, Omit<ProgrammePages, 'versions'>>();
const readMax = 50;

/** Reads every published version, or those of these numbers alone. */
export async function pagesOf(
  tx: Tx,
  programme: string,
  numbers?: readonly number[],
): Promise<Result<ProgrammePages>> {
  const published = await listPublishedVersions(tx, programme);
  const versions = published.filter(({ number }) => numbers?.includes(number) ?? true);
  const name = versions.map(({ number, pageHash }) => `${number} ${pageHash}`).join(' ');
  const known = read.get(name);
  if (known !== undefined) return { ok: true, value: { ...known, versions } };
  const pages = versions.map(({ ownNumber, text }) => pageOf(`version-${ownNumber}.md`, text));
  const [first, ...others] = pages;
  if (first === undefined) return { ok: false, problems: [settlementWithoutPage()] };
  assert(
    pages.every(({ hashes }, at) => hashes.contract === versions[at]?.contractHash),
    'a page that was published reads as it did',
  );
  const plan = planOf(pages.map((page) => page.read.contract));
  if (!plan.ok) return plan;
  const found = { pages: [first, ...others], plan: plan.value } as const;
  if (read.size >= readMax) read.clear();
  read.set(name, found);
  return { ok: true, value: { ...found, versions } };
}

/** What a settlement under these pages is worked out by. */
export function settledUnder({ pages }: Pick<ProgrammePages, 'pages'>) {
  const page = pages.at(-1) ?? pages[0];
  const { hashes, read: own, name } = page;
  return {
    contracts: pages.map((each) => each.read.contract),
    settlement: { contract: hashes.contract ?? '', language: own.contract.language },
    pageName: name,
  };
}
