import Type, { type Static } from 'typebox';
import { isAboutSafety } from '../../people/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { addParty, nameProgramme, type WholeVersion } from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { commissionerOf } from '../pages/page-facts.ts';
import { actingFor } from './acting-for.ts';
import { versionsBefore } from './compare-draft.ts';
import { decide, findWaiting, limitProblems, ownWorkProblems } from './decide.ts';
import { differenceFrom } from './difference.ts';
import { versionNotAsRead, versionShownOtherwise } from './problems.ts';
import { pageOfVersion } from './read-text.ts';
import { hashShape, idShape, nothingElse, numberShape, versionShape } from './shapes.ts';
import { tellBound } from './tell-bound.ts';

const input = Type.Object(
  {
    programme: idShape,
    number: numberShape,
    /** Of the page that was read. */
    pageHash: hashShape,
    /** Of the difference from the version in force that was shown; the first has none. */
    shown: Type.Optional(hashShape),
  },
  nothingElse,
);
const output = Type.Object({ version: versionShape }, nothingElse);

/** Publishes a page that somebody else put forward. From then on it binds. */
export const publishPage = action({
  name: 'programmes.publish_page',
  kind: 'change',
  who: ['publisher'],
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Publishes a page that somebody else has put forward, as it was read and shown.',
  input,
  output,
  run: publish,
});

async function publish(
  work: Work,
  asked: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const waiting = await findWaiting(work, asked);
  if (!waiting.ok) return waiting;
  const version = waiting.value;
  const problems: readonly Problem[] = [
    ...ownWorkProblems(work, version),
    ...(version.pageHash === asked.pageHash ? [] : [versionNotAsRead()]),
    ...(await limitProblems(work, version)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const shown = await hashOfDifference(work, version);
  if (!shown.ok) return shown;
  if (shown.value !== asked.shown) return { ok: false, problems: [versionShownOtherwise()] };
  const decided = await decide(work, asked, { state: 'published' });
  if (!decided.ok) return decided;
  await nameAfter(work, version);
  const told = await tellBound(work, asked.programme);
  if (!told.ok) return told;
  work.note({
    programme: asked.programme,
    about: {
      number: asked.number,
      version: version.ownNumber,
      contract: version.contractHash,
      page: version.pageHash,
      ...(shown.value === undefined ? {} : { shown: shown.value }),
    },
  });
  return { ok: true, value: { version: version.ownNumber } };
}

async function hashOfDifference(
  work: Work,
  version: WholeVersion,
): Promise<Result<string | undefined>> {
  const published = (await versionsBefore(work, version)).map(pageOfVersion);
  const { programme, number } = version;
  const now = pageOfVersion(version);
  const found = await differenceFrom(work, { programme, published, now, number });
  return found.ok ? { ok: true, value: found.value?.hash } : found;
}

// The programme goes by the title of its newest page, and its commissioner by what the page calls
// it, since the facts name it so.
async function nameAfter(work: Work, version: WholeVersion): Promise<void> {
  const { contract } = pageOfVersion(version).read;
  await nameProgramme(work.tx, {
    id: version.programme,
    name: version.title,
    isAboutSafety: isAboutSafety(contract),
  });
  await addParty(work.tx, {
    programme: version.programme,
    organisation: actingFor(work).organisation.id,
    part: 'commissioner',
    name: commissionerOf(contract),
    joinedAt: work.now,
  });
}
