import Type, { type Static } from 'typebox';
import { findTerm, forms } from '../../contract/index.ts';
import { assert, type Problem, type Result } from '../../problem/index.ts';
import {
  findDraft,
  findWaitingVersion,
  insertVersion,
  listPublishedVersions,
} from '../../store/index.ts';
import { changedMeanwhile } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { isError } from '../pages/check-pages.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import { sheetOf } from '../sheet/sheet.ts';
import { sheetPdf } from '../sheet/sheet-pdf.ts';
import { actingFor } from './acting-for.ts';
import { checkApart } from './check-apart.ts';
import { readText, type TextAsRead } from './check-text.ts';
import { versionAsInForce, versionWaitsAlready, versionWithoutExample } from './problems.ts';
import { pageOfVersion } from './read-text.ts';
import { hashShape, idShape, nothingElse, numberShape, revisionShape } from './shapes.ts';

const input = Type.Object({ programme: idShape, revision: revisionShape }, nothingElse);
const output = Type.Object(
  { number: numberShape, contractHash: hashShape, pageHash: hashShape },
  nothingElse,
);

/** Puts the draft forward, for a second person to publish. */
export const putForward = action({
  name: 'programmes.put_forward',
  kind: 'change',
  who: ['commissioner'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Puts the page forward to be published: without errors, its worked examples right.',
  input,
  output,
  run: put,
});

async function put(
  work: Work,
  { programme, revision }: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const draft = await findDraft(work.tx, programme);
  assert(draft !== undefined, 'a programme is begun with a draft');
  if (draft.revision !== revision) {
    return { ok: false, problems: [changedMeanwhile(draft.changedByName ?? 'somebody else')] };
  }
  const published = await listPublishedVersions(work.tx, programme);
  const checked = await checkApart(work.service, { text: draft.text, published });
  if (!checked.ok) return checked;
  const errors = checked.value.problems.filter(isError);
  if (checked.value.tidy === undefined) return { ok: false, problems: errors };
  const asRead = readText(draft.text, published.map(pageOfVersion));
  const problems = [...errors, ...standingOf(asRead)];
  if (problems.length > 0) return { ok: false, problems };
  return keep(work, programme, asRead);
}

function standingOf({ page, isInForce, version }: TextAsRead): readonly Problem[] {
  const { opening, examples } = page.read.contract;
  const isOfNobody = findTerm(opening, forms.opening.noOneIsCounted) !== undefined;
  const isUntried = examples.length === 0 && !isOfNobody;
  return [
    ...(isUntried ? [versionWithoutExample()] : []),
    ...(isInForce ? [versionAsInForce(version)] : []),
  ];
}

async function keep(
  work: Work,
  programme: string,
  { page, tidy, worth, version, countsFrom }: TextAsRead,
): Promise<Result<Static<typeof output>>> {
  const { contract, page: pageHash } = page.hashes;
  const buys = findTerm(page.read.contract.opening, forms.opening.buys);
  assert(
    tidy !== undefined &&
      contract !== null &&
      pageHash !== null &&
      countsFrom !== undefined &&
      buys,
    'a page without errors says who buys from when, prints, and is hashed',
  );
  const commissioner = commissionerOf(page.read.contract);
  const set = await sheetPdf(sheetOf(tidy), { version, commissioner, contract, page: pageHash });
  if (!set.ok) return set;
  const number = await insertVersion(work.tx, {
    programme,
    ownNumber: version,
    countsFrom,
    text: tidy,
    contractHash: contract,
    pageHash,
    title: page.read.contract.title,
    currency: buys.currency,
    worthUnits: worth?.units ?? null,
    preparedBy: actingFor(work).account,
    preparedAt: work.now,
    endsOn: buys.to,
    pdf: set.value.pdf,
  });
  if (number === undefined) {
    const waiting = await findWaitingVersion(work.tx, programme);
    return { ok: false, problems: [versionWaitsAlready(waiting?.ownNumber ?? version)] };
  }
  work.note({ programme, about: { number, version, contract, page: pageHash } });
  return { ok: true, value: { number, contractHash: contract, pageHash } };
}
