import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import {
  findParticipant,
  listEvidenceUploads,
  listReadable,
  eraseParticipant as markErased,
  moveImport,
} from '../../store/facts/index.ts';
import { listBundleKeys } from '../../store/money/index.ts';
import { forgetReferrals, partPeople, type Whom } from '../../store/people/index.ts';
import { action, type Work } from '../act/index.ts';
import { participantErased, participantNotThere } from '../facts-in/index.ts';
import { oneOf, whyErased } from './codes.ts';

export const eraseParticipant = action({
  name: 'people.erase_participant',
  kind: 'change',
  who: ['commissioner', 'administrator'],
  parts: ['commissioner'],
  summary: 'Erases a participant for ever: facts, evidence, names and contacts become unreadable.',
  input: Type.Object(
    {
      programme: Type.String(),
      participant: Type.String({ format: 'uuid' }),
      why: oneOf(whyErased),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ erasedAt: Type.String() }),
  run: async (work, { programme, participant, why }) => {
    const whom = { programme, participant };
    const found = await findParticipant(work.tx, whom);
    if (found === undefined) return { ok: false, problems: [participantNotThere()] };
    if (found.erasedAt !== null) {
      return { ok: false, problems: [participantErased(participantNotThere().at)] };
    }
    const erased = await erase(work, whom);
    if (!erased.ok) return erased;
    work.note({ programme, about: { participant, why } });
    return { ok: true, value: { erasedAt: work.now } };
  },
});

/**
 * What settles money stays: lines keep clause, period, provider and amount. Keys are destroyed
 * before the database keeps that they were: what was promised to be erased is, even where the rest
 * of this is lost. The participant's goes first, so that by it what was broken off is known, and
 * done again (finish-erasures.ts).
 */
export async function erase(
  { tx, service, now: at }: Work,
  whom: Whom,
): Promise<Result<undefined>> {
  const { programme, participant } = whom;
  const evidence = await listEvidenceUploads(tx, whom);
  const people = await partPeople(tx, whom, at);
  await forgetReferrals(tx, whom);
  await markErased(tx, { ...whom, at });
  // Files that were not loaded may tell of them too.
  const files = await listReadable(tx, programme);
  const from = ['unmapped', 'waiting', 'refused'] as const;
  for (const { id } of files) await moveImport(tx, { programme, id, from, to: 'given up', at });
  const uploads = files.map(({ upload }) => upload);
  const forgotten = await service.keys.eraseParticipantKeys(programme, [participant]);
  if (!forgotten.ok) return forgotten;
  // Whatever archive is asked for from here on is made without them.
  const bundles = await listBundleKeys(tx, programme);
  return service.keys.erasePersonKeys([...evidence, ...people, ...uploads, ...bundles]);
}
