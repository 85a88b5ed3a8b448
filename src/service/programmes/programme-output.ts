import Type from 'typebox';
import { findTerm, forms } from '../../contract/index.ts';
import { formatMajor } from '../../money/index.ts';
import { type ListedProgramme, listPublishedVersions, type Version } from '../../store/index.ts';
import type { Work } from '../act/index.ts';
import { pageOfVersion } from './read-text.ts';
import { dayShape, idShape, listOf, momentShape, nothingElse, versionShape } from './shapes.ts';

/** A programme in a list. */
export const listedShape = Type.Object(
  {
    programme: idShape,
    /** A neutral name where the people served could be in danger. */
    name: Type.String(),
    isAboutSafety: Type.Boolean(),
    commissioner: Type.Object({ id: idShape, name: Type.String() }, nothingElse),
    parts: listOf(Type.String()),
    /** The version in force; absent before the first is published. */
    version: Type.Optional(versionShape),
    isWaiting: Type.Boolean(),
    publishedAt: Type.Optional(momentShape),
    /** The last day of the contract, as the version in force says it. */
    endsOn: Type.Optional(dayShape),
    /** Whether that day has passed. */
    isOver: Type.Boolean(),
  },
  nothingElse,
);

export const listOutput = Type.Object(
  { programmes: listOf(listedShape), next: Type.Optional(idShape) },
  nothingElse,
);

const most = 50;

/** One more than are shown is asked for, so that it is known whether there are more. */
export function asked(after: string | undefined) {
  return { after: after ?? null, most: most + 1 };
}

/** A stretch of a list, and from where the next one goes on. `isPublic` shows names as printed. */
export async function listed(
  work: Work,
  found: readonly ListedProgramme[],
  { isPublic }: Readonly<{ isPublic: boolean }>,
) {
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const programmes = [];
  for (const each of shown) {
    const endsOn = await endOf(work, each);
    const isOver = endsOn !== undefined && endsOn < work.today;
    const until = endsOn === undefined ? {} : { endsOn };
    programmes.push({ ...listedOutput(each, isPublic), ...until, isOver });
  }
  return {
    programmes,
    ...(found.length > most && last !== undefined ? { next: last.id } : {}),
  };
}

// Of a version put forward before the day was kept with it, the page itself says it.
async function endOf(
  { tx }: Work,
  { id, endsOn, inForce }: ListedProgramme,
): Promise<string | undefined> {
  if (endsOn !== null || inForce === null) return endsOn ?? undefined;
  const newest = (await listPublishedVersions(tx, id)).at(-1);
  if (newest === undefined) return undefined;
  return findTerm(pageOfVersion(newest).read.contract.opening, forms.opening.buys)?.to;
}

function listedOutput(programme: ListedProgramme, isPublic: boolean) {
  const { isAboutSafety, inForce, publishedAt } = programme;
  return {
    programme: programme.id,
    name: isAboutSafety && !isPublic ? programme.neutralName : programme.name,
    isAboutSafety,
    commissioner: { id: programme.organisation, name: programme.commissioner },
    parts: programme.parts,
    isWaiting: programme.isWaiting,
    ...(inForce === null ? {} : { version: inForce }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

/** A version as actions give it. */
export function versionGiven(version: Version) {
  const { number, ownNumber, countsFrom, title, state, currency, worthUnits, decidedAt } = version;
  return {
    number,
    version: ownNumber,
    countsFrom,
    title,
    state,
    contractHash: version.contractHash,
    pageHash: version.pageHash,
    currency,
    ...(worthUnits === null ? {} : { worth: formatMajor(worthUnits, currency) }),
    preparedAt: version.preparedAt,
    ...(decidedAt === null ? {} : { decidedAt }),
  };
}
