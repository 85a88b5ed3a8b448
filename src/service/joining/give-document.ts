import { Readable } from 'node:stream';
import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { assert } from '../../problem/index.ts';
import { type FileType, fileTypes } from '../../store/files/index.ts';
import { findHandedIn, type HandedIn } from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { boundToUpload } from '../facts-in/index.ts';
import { idShape, nothingElse } from '../programmes/shapes.ts';
import { deciders } from './may-join.ts';
import { documentNotThere } from './problems.ts';

/** A document as it was handed in, for whoever decides and for nobody else. */
export const giveDocument = action({
  name: 'joining.give_document',
  kind: 'read',
  who: deciders,
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Gives a document that was handed in with an application, as a file to be kept.',
  input: Type.Object({ programme: idShape, document: idShape }, nothingElse),
  output: Type.Object({
    name: Type.String(),
    mediaType: Type.String(),
    body: Type.Unsafe<Readable>({}),
  }),
  run: async (work, { programme, document }) => {
    const found = await findHandedIn(work.tx, { programme, id: document });
    return found === undefined ? { ok: false, problems: [documentNotThere()] } : give(work, found);
  },
});

type Given = Readonly<{ name: string; mediaType: string; body: Readable }>;

// Its name says neither who handed it in nor for what.
async function give({ service }: Work, { id, file, type }: HandedIn): Promise<Result<Given>> {
  const keys = await service.keys.personKeys([id]);
  if (!keys.ok) return keys;
  const key = keys.value.get(id);
  if (key === undefined || key === 'erased') return { ok: false, problems: [documentNotThere()] };
  const read = await service.files.read({ name: file, seal: { key, bound: boundToUpload(id) } });
  if (!read.ok) return read;
  assert(type in fileTypes, 'a document is of a type that is taken in');
  const { mediaType, extension } = fileTypes[type as FileType];
  const name = `document-${id.slice(0, 8)}.${extension}`;
  return { ok: true, value: { name, mediaType, body: Readable.from(read.value.pieces) } };
}
