import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFileKind } from './file-kind.ts';

const header = 'id,kind,participant,day\n';
const page = '# Leaving care well\n\nNorthshire Council buys this.\n\n## People\n';

test.each<[string, string | Uint8Array, string]>([
  ['gzip', gzipSync(header), 'packed'],
  ['xlsx', 'PK\x03\x04\x14\0[Content_Types].xml', 'sheet'],
  ['xlsx in another order', 'PK\x03\x04\x14\0docProps/app.xml', 'sheet'],
  ['ods', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'sheet'],
  ['docx', 'PK\x03\x04\x14\0[Content_Types].xml word/document.xml', 'document'],
  ['zip', 'PK\x03\x04\x14\0facts.csv', 'packed'],
  ['xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet'],
  ['PDF', '%PDF-1.7\n', 'document'],
  ['HTML', '\n<!DOCTYPE html><html>', 'document'],
  ['a picture', Buffer.from('ffd8ffe000104a464946', 'hex'), 'other'],
  ['Parquet', 'PAR1\x15', 'parquet'],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${header}`, 'utf16le'), 'utf-16'],
  ['UTF-16 without its mark', Buffer.from(header, 'utf16le'), 'utf-16'],
  ['UTF-16, the other way round', Buffer.from(header, 'utf16le').swap16(), 'utf-16'],
  ['a page', page, 'page'],
  ['a page with old line ends', page.replaceAll('\n', '\r'), 'page'],
  ['CSV', header, 'csv'],
  ['CSV with semicolons and a mark', '\ufeff"kind";"id"\n', 'csv'],
  ['NDJSON', '{"id":"a","kind":"referred"}\n', 'ndjson'],
])('%s is known by its first bytes', (_, content, sort) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  expect(findFileKind(bytes)?.sort).toBe(sort);
});

test.each(['', '#', '# A title alone', 'provider,day\n', 'Dear all,\n', '{"a":1}', 'PK'])(
  'nothing is made of %j',
  (text) => {
    expect(findFileKind(Buffer.from(text))).toBeUndefined();
  },
);

test('any bytes are looked at without a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const kind = findFileKind(bytes);
      expect(kind === undefined || kind.what.length > 3).toBe(true);
    }),
  );
});
