/** What a file is that was given for another, in words, and of what sort. */
export type FileKind = Readonly<{
  what: string;
  sort:
    | 'sheet'
    | 'document'
    | 'packed'
    | 'utf-16'
    | 'parquet'
    | 'page'
    | 'csv'
    | 'ndjson'
    | 'other';
}>;

const looked = 65_536;

/** What its first bytes show a file to be; undefined where they show nothing that is known. */
export function findFileKind(bytes: Uint8Array): FileKind | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, looked));
  return kindOfBytes(start) ?? kindOfText(start.toString('utf8'));
}

/** Files that are no text, by the marks that their makers put at the start of them. */
function kindOfBytes(start: Buffer): FileKind | undefined {
  const text = start.toString('latin1');
  if (isUtf16(start)) return { what: 'text in UTF-16', sort: 'utf-16' };
  if (text.startsWith('PK\x03\x04')) return kindOfPacked(text);
  const known = marks.find(([mark]) => text.startsWith(mark));
  if (known !== undefined) return known[1];
  return text.includes('\0') ? { what: 'a file that is no text', sort: 'other' } : undefined;
}

const marks: readonly (readonly [string, FileKind])[] = [
  ['\x1f\x8b', { what: 'a compressed file (gzip)', sort: 'packed' }],
  ['BZh', { what: 'a compressed file (bzip2)', sort: 'packed' }],
  ['\xfd7zXZ\0', { what: 'a compressed file (xz)', sort: 'packed' }],
  ['7z\xbc\xaf', { what: 'a compressed folder (7z)', sort: 'packed' }],
  ['\x28\xb5\x2f\xfd', { what: 'a compressed file (zstd)', sort: 'packed' }],
  ['\xd0\xcf\x11\xe0', { what: 'an old Office file (such as xls)', sort: 'sheet' }],
  ['%PDF', { what: 'a PDF', sort: 'document' }],
  ['{\\rtf', { what: 'a document (RTF)', sort: 'document' }],
  ['PAR1', { what: 'a Parquet file', sort: 'parquet' }],
];

/** Spreadsheets and documents of today are folders packed as ZIP, with these names in them. */
function kindOfPacked(text: string): FileKind {
  if (/opendocument\.spreadsheet/.test(text)) return { what: 'a spreadsheet (ods)', sort: 'sheet' };
  if (/opendocument\.text/.test(text)) return { what: 'a document (odt)', sort: 'document' };
  if (/word\//.test(text)) return { what: 'a Word document (docx)', sort: 'document' };
  if (/xl\/|\[Content_Types\]\.xml|docProps\//.test(text)) {
    return { what: 'a spreadsheet (xlsx)', sort: 'sheet' };
  }
  return { what: 'a compressed folder (ZIP)', sort: 'packed' };
}

/** With its mark, or plain text of which every second byte is nothing. */
function isUtf16(start: Buffer): boolean {
  const mark = start.length >= 2 ? start.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) return true;
  const pairs = Math.min(32, start.length >> 1);
  let firstEmpty = 0;
  let secondEmpty = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (start[2 * pair] === 0) firstEmpty += 1;
    if (start[2 * pair + 1] === 0) secondEmpty += 1;
  }
  const most = pairs * 0.8;
  return pairs >= 4 && Math.max(firstEmpty, secondEmpty) > most && firstEmpty !== secondEmpty;
}

/** Text that was made for something else than what it is given for. */
function kindOfText(text: string): FileKind | undefined {
  const shown = text.replace(/^\ufeff/, '').trimStart();
  if (/^<(!doctype|html|head|table|\?xml|svg)\b/i.test(shown)) {
    return { what: 'a web page (HTML or XML)', sort: 'document' };
  }
  if (/^# \S.*(\r\n?|\n)/.test(shown) && /^## |^\|.*\||Written in Outturn/m.test(shown)) {
    return { what: 'a contract page', sort: 'page' };
  }
  const line = /^[^\r\n]*/.exec(shown)?.[0] ?? '';
  if (/^\{.*"(id|kind)"\s*:/.test(line)) return { what: 'NDJSON', sort: 'ndjson' };
  const names = line.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim());
  const isHeader = names.includes('id') && names.includes('kind');
  return isHeader ? { what: 'a table of facts', sort: 'csv' } : undefined;
}
