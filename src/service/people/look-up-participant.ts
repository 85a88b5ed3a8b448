import Type from 'typebox';
import { noPlace } from '../../problem/index.ts';
import { findParticipant as findById, isReference } from '../../store/facts/index.ts';
import { action } from '../act/index.ts';
import {
  findByLooseReference,
  findByOwnReference,
  participantNotThere,
} from '../facts-in/index.ts';
import { organisationOf } from './enter-person.ts';
import { partsThatSee, whoSees } from './list-referrals.ts';

export const lookUpParticipant = action({
  name: 'people.look_up_participant',
  kind: 'read',
  who: whoSees,
  parts: partsThatSee,
  summary: 'Finds a participant by the reference here, or by one of your organisation’s own.',
  input: Type.Object(
    {
      programme: Type.String(),
      reference: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    participant: Type.String(),
    ownReference: Type.Optional(Type.String({ description: 'Where it was found by that.' })),
  }),
  run: async (work, { programme, reference }) => {
    const written = reference.trim();
    const participant = written.toLowerCase();
    const here = isReference(participant)
      ? await findById(work.tx, { programme, participant })
      : undefined;
    if (here !== undefined) return { ok: true, value: { participant: here.id } };
    const organisation = organisationOf(work);
    const asked = { programme, organisation, reference: written };
    const exact = await findByOwnReference(work, asked);
    if (!exact.ok) return exact;
    const own = exact.value === undefined ? await findByLooseReference(work, asked) : exact;
    if (!own.ok) return own;
    return own.value === undefined
      ? { ok: false, problems: [participantNotThere({ ...noPlace(), field: 'reference' })] }
      : { ok: true, value: { participant: own.value, ownReference: written } };
  },
});
