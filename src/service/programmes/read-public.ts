import Type, { type Static } from 'typebox';
import type { Result } from '../../problem/index.ts';
import {
  findProgramme,
  listParties,
  listPublishedVersions,
  type Programme,
  type Tx,
  type WholeVersion,
} from '../../store/index.ts';
import { programmeNotThere } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { isCaseWorker } from './is-case-worker.ts';
import { fileFormat, fileShape, giveFile, type PageFile } from './page-file.ts';
import { versionNotThere } from './problems.ts';
import {
  dayShape,
  hashShape,
  idShape,
  listOf,
  momentShape,
  nothingElse,
  versionShape,
} from './shapes.ts';
import { withoutAmounts } from './without-amounts.ts';

const input = Type.Object(
  { programme: idShape, version: Type.Optional(versionShape) },
  nothingElse,
);

const publishedVersion = {
  version: versionShape,
  countsFrom: dayShape,
  title: Type.String(),
  contractHash: hashShape,
  pageHash: hashShape,
  publishedAt: momentShape,
};

const output = Type.Object(
  {
    programme: idShape,
    isAboutSafety: Type.Boolean(),
    neutralName: Type.String(),
    commissioner: Type.String(),
    ...publishedVersion,
    /** The tidy page. Case workers are shown it without its amounts. */
    text: Type.String(),
    isWithoutAmounts: Type.Boolean(),
    /** All that were published, newest first. */
    versions: listOf(Type.Object(publishedVersion, nothingElse)),
  },
  nothingElse,
);

/** The published page of a programme. */
export const readPublic = action({
  name: 'programmes.read_public',
  kind: 'read',
  who: 'anyone',
  summary: 'Reads the published page of a programme: the version in force, or one before it.',
  input,
  output,
  run: read,
});

type Found = Readonly<{
  programme: Programme;
  version: WholeVersion;
  published: readonly WholeVersion[];
}>;

async function find(tx: Tx, asked: Static<typeof input>): Promise<Result<Found>> {
  const programme = await findProgramme(tx, asked.programme);
  const published = programme === undefined ? [] : await listPublishedVersions(tx, programme.id);
  const newest = published.at(-1);
  if (programme === undefined || newest === undefined) {
    return { ok: false, problems: [programmeNotThere()] };
  }
  const wanted = asked.version ?? newest.ownNumber;
  const version = published.find(({ ownNumber }) => ownNumber === wanted);
  if (version === undefined) return { ok: false, problems: [versionNotThere()] };
  return { ok: true, value: { programme, version, published } };
}

async function read(
  { tx, actor }: Work,
  asked: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const found = await find(tx, asked);
  if (!found.ok) return found;
  const { programme, version, published } = found.value;
  const parties = (await listParties(tx, programme.id)).filter(({ leftAt }) => leftAt === null);
  const isWithoutAmounts = isCaseWorker(actor);
  return {
    ok: true,
    value: {
      programme: programme.id,
      isAboutSafety: programme.isAboutSafety,
      neutralName: programme.neutralName,
      commissioner: parties.find(({ part }) => part === 'commissioner')?.name ?? '',
      ...publishedGiven(version),
      text: isWithoutAmounts ? withoutAmounts(version.text, version.currency) : version.text,
      isWithoutAmounts,
      versions: published.map(publishedGiven).toReversed(),
    },
  };
}

function publishedGiven(version: WholeVersion) {
  const { ownNumber, countsFrom, title, contractHash, pageHash, preparedAt, decidedAt } = version;
  const publishedAt = decidedAt ?? preparedAt;
  return { version: ownNumber, countsFrom, title, contractHash, pageHash, publishedAt };
}

/** A published page as a file. */
export const givePublished = action({
  name: 'programmes.give_published',
  kind: 'read',
  who: 'anyone',
  showsMoney: true,
  summary: 'Gives a published page as a file: the sheet for signing, the tidy page, or its terms.',
  input: Type.Object(
    { programme: idShape, version: versionShape, format: fileFormat },
    nothingElse,
  ),
  output: fileShape,
  // A case worker reads a page without its amounts, and a file cannot be given so.
  run: async ({ tx }, { format, ...asked }): Promise<Result<PageFile>> => {
    const found = await find(tx, asked);
    if (!found.ok) return found;
    return giveFile({ tx, version: found.value.version, format });
  },
});
