import Type, { type Static } from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { findProgramme, listParties, listVersions } from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from './acting-for.ts';
import { idShape, listOf, nothingElse, versionShape } from './shapes.ts';

const input = Type.Object({ programme: idShape }, nothingElse);

const output = Type.Object(
  {
    programme: idShape,
    name: Type.String(),
    /** Stands in titles, links and file names instead of the name, where it is about safety. */
    neutralName: Type.String(),
    isAboutSafety: Type.Boolean(),
    /** What the organisation acted for is in it. */
    parts: listOf(Type.String()),
    parties: listOf(
      Type.Object({ part: Type.String(), organisation: idShape, name: Type.String() }, nothingElse),
    ),
    version: Type.Optional(versionShape),
    /** Whether a page waits to be decided; said to those of the commissioner who may read it. */
    isWaiting: Type.Boolean(),
  },
  nothingElse,
);

/** A programme as those see it who have a part in it. It shows no amounts. */
export const readProgramme = action({
  name: 'programmes.read_programme',
  kind: 'read',
  who: 'signed in',
  parts: ['commissioner', 'provider', 'verifier', 'payer', 'auditor', 'referrer'],
  summary: 'Reads a programme in which your organisation has a part: names, parties, version.',
  input,
  output,
  run: read,
});

async function read(
  work: Work,
  { programme }: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const found = await findProgramme(work.tx, programme);
  assert(found !== undefined, 'who has a part in a programme reaches it');
  const parties = (await listParties(work.tx, programme)).filter(({ leftAt }) => leftAt === null);
  const versions = await listVersions(work.tx, programme);
  const inForce = versions.find(({ state }) => state === 'published');
  const own = work.actor.kind === 'account' ? actingFor(work).organisation.id : '';
  return {
    ok: true,
    value: {
      programme,
      name: found.name,
      neutralName: found.neutralName,
      isAboutSafety: found.isAboutSafety,
      parts: parties.filter(({ organisation }) => organisation === own).map(({ part }) => part),
      parties: parties.map(({ part, organisation, name }) => ({ part, organisation, name })),
      ...(inForce === undefined ? {} : { version: inForce.ownNumber }),
      isWaiting: versions.some(({ state }) => state === 'prepared'),
    },
  };
}
