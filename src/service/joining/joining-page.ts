import type { Contract } from '../../contract/index.ts';
import { type JoiningForm, joiningForm } from '../../market/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  findProgramme,
  findVersion,
  listPublishedVersions,
  type Programme,
  type Tx,
  type WholeVersion,
} from '../../store/index.ts';
import { programmeNotThere } from '../access/problems.ts';
import { pageOfVersion } from '../programmes/index.ts';

/** A published page as those who apply to it see it. */
export type JoiningPage = Readonly<{
  programme: Programme;
  version: WholeVersion;
  contract: Contract;
  form: JoiningForm;
}>;

/** The page in force, and the one form by which to join. */
export async function findJoiningPage(tx: Tx, id: string): Promise<Result<JoiningPage>> {
  const programme = await findProgramme(tx, id);
  const published = programme === undefined ? [] : await listPublishedVersions(tx, id);
  const version = published.at(-1);
  if (programme === undefined || version === undefined) {
    return { ok: false, problems: [programmeNotThere()] };
  }
  return { ok: true, value: { programme, version, ...readJoining(version) } };
}

/** The page and the form as they were when somebody applied. */
export async function getPageAgreed(
  tx: Tx,
  { programme, version }: Readonly<{ programme: string; version: number | null }>,
): Promise<Omit<JoiningPage, 'programme'>> {
  assert(version !== null, 'who has applied has agreed to a version of the page');
  const found = await findVersion(tx, { programme, number: version });
  assert(found !== undefined, 'a version that was agreed to stays');
  return { version: found, ...readJoining(found) };
}

function readJoining(version: WholeVersion) {
  const { contract } = pageOfVersion(version).read;
  return { contract, form: joiningForm(contract) };
}
