import { isUtf8 } from 'node:buffer';
import type { FileType } from './file-type.ts';

/** What its first bytes show a file to be: a type that may be taken in, or what else it is. */
export type TypeFound = Readonly<{ type: FileType } | { other: string }>;

/** By so many bytes a file is known, or by all of it where it is shorter. */
export const shownLength = 65_536;

/** Knows a file by its content alone. Its name and what the sender calls it count for nothing. */
export function findFileType(start: Buffer): TypeFound {
  const text = start.toString('latin1');
  const marked = marks.find(([mark]) => mark.test(text));
  if (marked !== undefined) return marked[1];
  return start.includes(0) ? { other: 'a file of a type not known here' } : typeOfText(start);
}

// The marks that makers put at the start of their files, first bytes as one character each. Text
// in two bytes a character is told apart first, for its mark is also that of other files.
const marks: readonly (readonly [RegExp, TypeFound])[] = [
  [/^(\xff\xfe|\xfe\xff)/, { other: 'text in UTF-16' }],
  [/^%PDF-\d/, { type: 'pdf' }],
  [/^\x89PNG\r\n\x1a\n/, { type: 'png' }],
  [/^\xff\xd8\xff/, { type: 'jpeg' }],
  [/^RIFF[\s\S]{4}WEBPVP8/, { type: 'webp' }],
  [/^[\s\S]{4}ftyp(heic|heix|heim|heis|mif1)/, { type: 'heic' }],
  [/^PAR1/, { type: 'parquet' }],
  [/^PK\x03\x04/, { type: 'xlsx' }],
  [/^\xd0\xcf\x11\xe0/, { other: 'an old or locked Office file' }],
  [/^(\x1f\x8b|BZh\d|\xfd7zXZ|7z\xbc\xaf|\x28\xb5\x2f\xfd|Rar!)/, { other: 'a compressed file' }],
  [/^(MZ[\s\S]*\0|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|#!)/, { other: 'a program' }],
  [/^GIF8/, { other: 'a GIF' }],
  [/^\{\\rtf/, { other: 'a document (RTF)' }],
];

// What a browser takes for markup wherever it stands near the start (WHATWG MIME Sniffing, 7.1).
const markup = new RegExp(
  [
    '<!(--|doctype)',
    '<\\?(xml|php)',
    '<(html|head|body|script|style|svg|math|iframe|object|embed|img|table)\\b',
    '^\\s*<[!?a-z]',
  ].join('|'),
  'i',
);

function typeOfText(start: Buffer): TypeFound {
  const bytes = start.subarray(0, wholeCharacters(start));
  if (!isUtf8(bytes)) return { other: 'a file of a type not known here' };
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (markup.test(text)) return { other: 'a web page or XML' };
  return { type: isNdjson(text) ? 'ndjson' : isTable(text) ? 'csv' : 'text' };
}

// The last character may go on after what is shown: up to three of its bytes are left out.
function wholeCharacters(start: Buffer): number {
  if (start.length < shownLength) return start.length;
  let end = start.length;
  while (end > start.length - 3 && ((start[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end - ((start[end - 1] ?? 0) >= 0xc0 ? 1 : 0);
}

function isNdjson(text: string): boolean {
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether the first two lines are rows of as many cells, and of more than one. */
function isTable(text: string): boolean {
  const [first = '', second] = text.split(/\r\n?|\n/, 2);
  return [',', ';', '\t'].some((separator) => {
    const cells = cellCount(first, separator);
    const isAlone = second === undefined || second === '';
    return cells > 1 && (isAlone || cellCount(second, separator) === cells);
  });
}

// A cell in quotation marks may hold the separator, and may go on over the end of the line.
function cellCount(line: string, separator: string): number {
  return line.replace(/"([^"]|"")*"?/g, '').split(separator).length;
}
