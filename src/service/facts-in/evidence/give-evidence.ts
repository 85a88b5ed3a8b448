import { Readable } from 'node:stream';
import Type from 'typebox';
import { findEvidence } from '../../../store/facts/index.ts';
import { type FileType, fileTypes } from '../../../store/files/index.ts';
import { action } from '../../act/index.ts';
import { isKey } from '../fact-keys.ts';
import { evidenceNotThere } from './problems.ts';

/** What a file is bound to as it is kept. */
export function boundToUpload(upload: string): string {
  return `upload/${upload}`;
}

export const giveEvidence = action({
  name: 'facts.give_evidence',
  kind: 'read',
  who: ['verifier', 'auditor'],
  parts: ['commissioner', 'verifier', 'auditor'],
  summary: 'The file that shows a fact, to be kept; it is given to verifiers and auditors alone.',
  input: Type.Object(
    { programme: Type.String(), evidence: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: Type.Unknown(),
  run: async ({ tx, service }, { programme, evidence }) => {
    const found = await findEvidence(tx, { programme, id: evidence });
    if (found === undefined) return { ok: false, problems: [evidenceNotThere()] };
    const keys = await service.keys.personKeys([found.upload]);
    if (!keys.ok) return keys;
    const key = keys.value.get(found.upload);
    if (!isKey(key)) return { ok: false, problems: [evidenceNotThere()] };
    const seal = { key, bound: boundToUpload(found.upload) };
    const content = await service.files.read({ name: found.file, seal });
    if (!content.ok) return content;
    const { mediaType, extension } = fileTypes[found.type as FileType];
    const name = `evidence-${evidence.slice(0, 8)}.${extension}`;
    return { ok: true, value: { name, mediaType, body: Readable.from(content.value.pieces) } };
  },
});
