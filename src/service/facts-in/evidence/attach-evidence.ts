import { randomUUID } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { assert } from '../../../problem/index.ts';
import {
  addEvidence,
  findParticipant,
  listFactsById,
  type StoredFact,
} from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { claimNotThere } from '../verify/problems.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';

/** A file that came with a form or call, as it was kept. */
export const uploadFields = {
  upload: Type.String({ format: 'uuid', description: 'The name of its key.' }),
  file: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  fileType: Type.String({ maxLength: 20 }),
  fileBytes: Type.Integer({ minimum: 1 }),
  fileName: Type.Optional(Type.String()),
  fileMediaType: Type.Optional(Type.String()),
  fileContentHash: Type.Optional(Type.String()),
};

/** A file beside a form's own fields. */
export const shownSchema = Type.Object(uploadFields, { additionalProperties: false });

type Shown = Static<typeof shownSchema>;

/** Keeps that a file shows a fact. */
export async function keepEvidence(
  work: Work,
  { programme, id: fact, participant }: Pick<StoredFact, 'programme' | 'id' | 'participant'>,
  { upload, file, fileType: type, fileBytes }: Shown,
): Promise<string> {
  const { actor } = work;
  assert(actor.kind === 'account' && actor.organisation, 'evidence is sent for an organisation');
  const id = randomUUID();
  await addEvidence(work.tx, {
    programme,
    id,
    participant,
    fact,
    organisation: actor.organisation.id,
    account: actor.account,
    at: work.now,
    upload,
    file,
    type,
    bytes: BigInt(fileBytes),
  });
  work.note({ programme, about: { evidence: id, fact, file } });
  return id;
}

export const attachEvidence = action({
  name: 'facts.attach_evidence',
  kind: 'change',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Attaches a file that shows a fact; verifiers see it, and nobody else.',
  input: Type.Object(
    { programme: Type.String(), fact: Type.String({ format: 'uuid' }), ...uploadFields },
    { additionalProperties: false },
  ),
  output: Type.Object({ evidence: Type.String() }),
  run: async (work, { programme, fact: id, ...shown }) => {
    const [fact] = await listFactsById(work.tx, programme, [id]);
    if (fact === undefined) return { ok: false, problems: [claimNotThere()] };
    const whom = await findParticipant(work.tx, { programme, participant: fact.participant });
    if (whom !== undefined && whom.erasedAt !== null) {
      return { ok: false, problems: [claimNotThere()] };
    }
    return { ok: true, value: { evidence: await keepEvidence(work, fact, shown) } };
  },
});
