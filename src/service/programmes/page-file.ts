import Type, { type Static } from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { findProgramme, findVersionPdf, type Tx, type WholeVersion } from '../../store/index.ts';
import { pageOfVersion } from './read-text.ts';

/** A file that is handed out. */
export const fileShape = Type.Object({
  name: Type.String(),
  mediaType: Type.String(),
  body: Type.Unsafe<string | Uint8Array>({ description: 'the bytes' }),
});

export type PageFile = Static<typeof fileShape>;

/** How a page is given: the sheet for signing, the tidy page, or its terms as JSON. */
export const fileFormat = Type.Union([
  Type.Literal('pdf'),
  Type.Literal('markdown'),
  Type.Literal('json'),
]);

export type FileFormat = Static<typeof fileFormat>;

type Asked = Readonly<{ tx: Tx; version: WholeVersion; format: FileFormat }>;

/** A version as a file; where people could be in danger, under a name that says nothing. */
export async function giveFile({ tx, version, format }: Asked): Promise<Result<PageFile>> {
  const programme = await findProgramme(tx, version.programme);
  assert(programme !== undefined, 'whoever reaches a version reaches its programme');
  const { isAboutSafety, neutralName } = programme;
  const title = isAboutSafety ? neutralName : version.title;
  const stem = `${title} version ${version.ownNumber}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  switch (format) {
    case 'pdf': {
      const pdf = await findVersionPdf(tx, version);
      assert(pdf !== undefined, 'a page is put forward with its sheet');
      return given(`${stem}.pdf`, 'application/pdf', pdf);
    }
    case 'markdown':
      return given(`${stem}.md`, 'text/markdown; charset=utf-8', version.text);
    case 'json': {
      const { contract } = pageOfVersion(version).read;
      const text = `${JSON.stringify(contract, null, 2)}\n`;
      return given(`${stem}.json`, 'application/json; charset=utf-8', text);
    }
  }
}

function given(name: string, mediaType: string, body: string | Uint8Array): Result<PageFile> {
  return { ok: true, value: { name, mediaType, body } };
}
