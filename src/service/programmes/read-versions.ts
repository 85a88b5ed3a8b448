import Type, { type Static } from 'typebox';
import type { Result } from '../../problem/index.ts';
import { findVersion, findVersionPdf, listVersions } from '../../store/index.ts';
import { action } from '../act/index.ts';
import { fileShape, giveFile, type PageFile } from './page-file.ts';
import { versionNotThere } from './problems.ts';
import { versionGiven } from './programme-output.ts';
import { draftReaders } from './read-draft.ts';
import { idShape, listOf, nothingElse, numberShape, versionOutput } from './shapes.ts';

const wholeVersion = Type.Object({ ...versionOutput.properties, text: Type.String() }, nothingElse);

const which = Type.Object({ programme: idShape, number: numberShape }, nothingElse);

/** Everything that was ever put forward. */
export const listPutForward = action({
  name: 'programmes.list_versions',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner', 'auditor'],
  showsMoney: true,
  summary: 'Lists the pages of a programme that were put forward, newest first.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object({ versions: listOf(versionOutput) }, nothingElse),
  run: async ({ tx }, { programme }) => {
    const versions = await listVersions(tx, programme);
    return { ok: true, value: { versions: versions.map(versionGiven) } };
  },
});

/** One of them, with its text. */
export const readPutForward = action({
  name: 'programmes.read_version',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner', 'auditor'],
  showsMoney: true,
  summary: 'Reads a page that was put forward, whether it was published or not.',
  input: which,
  output: wholeVersion,
  run: async ({ tx }, asked): Promise<Result<Static<typeof wholeVersion>>> => {
    const version = await findVersion(tx, asked);
    if (version === undefined) return { ok: false, problems: [versionNotThere()] };
    return { ok: true, value: { ...versionGiven(version), text: version.text } };
  },
});

/** Its sheet for signing. */
export const givePutForward = action({
  name: 'programmes.give_version',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner', 'auditor'],
  showsMoney: true,
  summary: 'Gives the sheet (PDF) of a page that was put forward, as it is to be signed.',
  input: which,
  output: fileShape,
  run: async ({ tx }, asked): Promise<Result<PageFile>> => {
    const version = await findVersion(tx, asked);
    const pdf = await findVersionPdf(tx, asked);
    if (version === undefined || pdf === undefined) {
      return { ok: false, problems: [versionNotThere()] };
    }
    return giveFile({ tx, version, format: 'pdf' });
  },
});
