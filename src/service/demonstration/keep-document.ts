import { randomUUID } from 'node:crypto';
import { assert } from '../../problem/index.ts';
import type { Service } from '../act/index.ts';
import { boundToUpload } from '../facts-in/index.ts';

/** Makes a small document and keeps it as the server does before an action runs. */
export async function keepDocument({ files, keys }: Service, lines: readonly string[]) {
  const upload = randomUUID();
  const made = await keys.makePersonKeys([upload]);
  const key = made.ok ? made.value.get(upload) : undefined;
  assert(key !== undefined, 'a key that was asked for is made');
  const kept = await files.keep(piecesOf(pdfOf(lines)), {
    bytesMax: 100_000,
    types: ['pdf'],
    seal: { key, bound: boundToUpload(upload) },
  });
  assert(kept.ok, 'a document of our own making is kept');
  const { name: file, type: fileType, bytes: fileBytes } = kept.value;
  return { upload, file, fileType, fileBytes };
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

// One page with some lines, as small as PDF allows.
function pdfOf(lines: readonly string[]): string {
  const drawn = lines.map((line, at) => `1 0 0 1 72 ${760 - 24 * at} Tm (${line}) Tj`).join('\n');
  const content = `BT /F1 14 Tf\n${drawn}\nET`;
  const resources = '<</Font<</F1 5 0 R>>>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources ${resources}>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return start;
  });
  const table = starts.map((start) => `${`${start}`.padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  return `${text}${xref}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
}
