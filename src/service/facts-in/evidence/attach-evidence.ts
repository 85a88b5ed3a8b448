import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { assert } from '../../../problem/index.ts';
import { addEvidence, listFactsById } from '../../../store/facts/index.ts';
import { action } from '../../act/index.ts';
import { partsThatSend, whoSends } from '../send-facts.ts';
import { claimNotThere } from '../verify/problems.ts';

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
  run: async (work, { programme, fact: id, upload, file, fileType, fileBytes }) => {
    const { actor } = work;
    assert(actor.kind === 'account' && actor.organisation, 'evidence is sent for an organisation');
    const [fact] = await listFactsById(work.tx, programme, [id]);
    if (fact === undefined) return { ok: false, problems: [claimNotThere()] };
    const evidence = randomUUID();
    await addEvidence(work.tx, {
      programme,
      id: evidence,
      participant: fact.participant,
      fact: id,
      organisation: actor.organisation.id,
      account: actor.account,
      at: work.now,
      upload,
      file,
      type: fileType,
      bytes: BigInt(fileBytes),
    });
    work.note({ programme, about: { evidence, fact: id, file } });
    return { ok: true, value: { evidence } };
  },
});
