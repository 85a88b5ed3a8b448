/** The types of file that are taken in. What a browser or an office program would run is none. */
export type FileType =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'heic'
  | 'text'
  | 'csv'
  | 'ndjson'
  | 'parquet'
  | 'xlsx';

export type FileTypeFacts = Readonly<{
  /** The type in words. */
  what: string;
  /** With which it is served, never to be guessed at by a browser. */
  mediaType: string;
  extension: string;
}>;

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const fileTypes: Readonly<Record<FileType, FileTypeFacts>> = {
  pdf: { what: 'PDF', mediaType: 'application/pdf', extension: 'pdf' },
  png: { what: 'PNG', mediaType: 'image/png', extension: 'png' },
  jpeg: { what: 'JPEG', mediaType: 'image/jpeg', extension: 'jpg' },
  webp: { what: 'WebP', mediaType: 'image/webp', extension: 'webp' },
  heic: { what: 'HEIC', mediaType: 'image/heic', extension: 'heic' },
  text: { what: 'plain text', mediaType: 'text/plain; charset=utf-8', extension: 'txt' },
  csv: { what: 'CSV', mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  ndjson: { what: 'NDJSON', mediaType: 'application/x-ndjson', extension: 'ndjson' },
  parquet: {
    what: 'Parquet',
    mediaType: 'application/vnd.apache.parquet',
    extension: 'parquet',
  },
  xlsx: { what: 'a spreadsheet (xlsx)', mediaType: sheet, extension: 'xlsx' },
};

/** Every type, for whoever takes all of them. */
export const everyFileType: readonly FileType[] = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'heic',
  'text',
  'csv',
  'ndjson',
  'parquet',
  'xlsx',
];

/** Types in words: "PDF, PNG or CSV". */
export function wordsOfTypes(types: readonly FileType[]): string {
  const words = types.map((type) => fileTypes[type].what);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
