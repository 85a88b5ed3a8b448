import { type Contract, readContract } from '../../contract/index.ts';
import { type FactRules, rulesOf } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { listPublishedVersions, type Tx } from '../../store/index.ts';

/** What the published versions of a programme's page say about facts. */
export type ProgrammeRules = Readonly<{
  contracts: readonly Contract[];
  rules: FactRules;
}>;

// A page of the same hash is the same page: it is read once.
const read = new Map<string, ProgrammeRules>();
const readMax = 100;

/** The rules of a programme; undefined where nothing is published yet. */
export async function findRules(tx: Tx, programme: string): Promise<ProgrammeRules | undefined> {
  const versions = await listPublishedVersions(tx, programme);
  if (versions.length === 0) return undefined;
  const name = versions.map(({ pageHash }) => pageHash).join(' ');
  const known = read.get(name);
  if (known !== undefined) return known;
  const contracts = versions.map(({ text }) => contractOf(text));
  const found = { contracts, rules: rulesOf(contracts) };
  if (read.size >= readMax) read.clear();
  read.set(name, found);
  return found;
}

function contractOf(text: string): Contract {
  const page = readContract(text);
  assert(page.isWhole, 'a page that was published can be read');
  return page.contract;
}
