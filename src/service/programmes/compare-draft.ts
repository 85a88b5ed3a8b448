import Type, { type Static } from 'typebox';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  findDraft,
  findVersion,
  listPublishedVersions,
  type WholeVersion,
} from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { differenceFrom } from './difference.ts';
import { findNotForetold } from './foretold/find-not-foretold.ts';
import { versionNotThere } from './problems.ts';
import { draftReaders } from './read-draft.ts';
import { pageOfVersion } from './read-text.ts';
import { readWhole } from './read-whole.ts';
import {
  dayShape,
  hashShape,
  idShape,
  listOf,
  moneyShape,
  nothingElse,
  numberShape,
} from './shapes.ts';
import { whyNotForetold } from './versions-for.ts';

const pairShape = Type.Object(
  { name: Type.String(), was: moneyShape, now: moneyShape },
  nothingElse,
);

const moneyBetweenShape = Type.Object(
  {
    total: Type.Object({ was: moneyShape, now: moneyShape }, nothingElse),
    outcomes: listOf(pairShape),
    providers: listOf(pairShape),
    payers: listOf(pairShape),
    lines: Type.Integer(),
  },
  nothingElse,
);

const termShape = Type.Object(
  {
    section: Type.String(),
    was: Type.Optional(Type.String()),
    now: Type.Optional(Type.String()),
  },
  nothingElse,
);

const differenceShape = Type.Object(
  {
    currency: Type.String(),
    asAt: dayShape,
    facts: Type.Integer(),
    terms: listOf(termShape),
    /** There are too many facts for their money to be compared while somebody waits. */
    isOfTermsAlone: Type.Optional(Type.Boolean()),
    /** How far the comparison in money is that was asked for, where it is not done. */
    comparison: Type.Optional(
      Type.Object(
        {
          state: Type.Union([Type.Literal('waiting'), Type.Literal('failed')]),
          step: Type.String(),
        },
        nothingElse,
      ),
    ),
    alone: Type.Optional(moneyBetweenShape),
    together: Type.Optional(moneyBetweenShape),
    hash: hashShape,
  },
  nothingElse,
);

const output = Type.Object(
  {
    /** Absent where nothing is in force so far. */
    difference: Type.Optional(differenceShape),
    /** Why those who signed the version in force are not bound without signing again. */
    notForetold: listOf(Type.String()),
  },
  nothingElse,
);

type Compared = Result<Static<typeof output>>;

/** What the draft would change. */
export const compareDraft = action({
  name: 'programmes.compare_draft',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Compares the page that is being written with the version in force: terms and money.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output,
  run: async (work, { programme }): Promise<Compared> => {
    const draft = await findDraft(work.tx, programme);
    assert(draft !== undefined, 'a programme is begun with a draft');
    const versions = await listPublishedVersions(work.tx, programme);
    const read = await readWhole(work.service, { text: draft.text, published: versions });
    if (!read.ok) return read;
    const page = read.value;
    const published = versions.map(pageOfVersion);
    const compared = await differenceFrom(work, { programme, published, now: page });
    if (!compared.ok) return compared;
    const was = published.at(-1)?.read.contract;
    const publishedOn = dayNumber(work.today as Day);
    const now = page.read.contract;
    const notForetold = was === undefined ? [] : findNotForetold({ was, now, publishedOn });
    return { ok: true, value: { ...asGiven(compared.value), notForetold } };
  },
});

/** What a page that was put forward changes, or changed when it was published. */
export const compareVersion = action({
  name: 'programmes.compare_version',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner', 'auditor'],
  showsMoney: true,
  summary: 'Compares a page that was put forward with the version before it: terms and money.',
  input: Type.Object({ programme: idShape, number: numberShape }, nothingElse),
  output,
  run: async (work, asked): Promise<Compared> => {
    const version = await findVersion(work.tx, asked);
    if (version === undefined) return { ok: false, problems: [versionNotThere()] };
    return compared(work, version);
  },
});

/** The difference of a version from the one before it, and whether that one foretold it. */
async function compared(work: Work, version: WholeVersion): Promise<Compared> {
  const { programme, number } = version;
  const before = await versionsBefore(work, version);
  const published = before.map(pageOfVersion);
  const now = pageOfVersion(version);
  const found = await differenceFrom(work, { programme, published, now, number });
  if (!found.ok) return found;
  const was = before.at(-1);
  const publishedAt = version.state === 'published' ? (version.decidedAt ?? work.now) : work.now;
  const notForetold =
    was === undefined ? [] : whyNotForetold(work, { was, now: version, publishedAt });
  return { ok: true, value: { ...asGiven(found.value), notForetold } };
}

/** The published versions before one. */
export async function versionsBefore(
  { tx }: Pick<Work, 'tx'>,
  { programme, ownNumber }: WholeVersion,
): Promise<readonly WholeVersion[]> {
  const published = await listPublishedVersions(tx, programme);
  return published.filter((each) => each.ownNumber < ownNumber);
}

function asGiven<Given>(difference: Given | undefined) {
  return difference === undefined ? {} : { difference };
}
