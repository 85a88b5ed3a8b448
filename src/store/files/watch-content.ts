import type { Problem } from '../../problem/index.ts';
import type { FileType } from './file-type.ts';
import { directoryMax, findPackedNames } from './packed-names.ts';
import { uploadNotWhole, uploadRuns, uploadTextUnreadable, uploadTypeRefused } from './problems.ts';

/** Looks at the rest of a file whose first bytes showed its type. */
export type ContentWatch = Readonly<{
  /** What is wrong with this piece, if anything is. */
  push: (piece: Uint8Array) => Problem | undefined;
  /** What is wrong with the whole. */
  end: () => Problem | undefined;
}>;

export function watchContent(type: FileType, accepted: readonly FileType[]): ContentWatch {
  switch (type) {
    case 'text':
    case 'csv':
    case 'ndjson':
      return watchText();
    case 'parquet':
      return watchTail(4, (tail) =>
        tail.toString('latin1') === 'PAR1' ? undefined : cutOff(type),
      );
    case 'xlsx':
      return watchTail(directoryMax, (tail) => sheetProblem(tail, accepted));
    case 'pdf':
    case 'png':
    case 'jpeg':
    case 'webp':
    case 'heic':
      return { push: () => undefined, end: () => undefined };
  }
}

// No text has these: they are commands to a terminal, or a sign that the file is no text.
const control = /[\0-\x08\x0e-\x1f\x7f]/;

function watchText(): ContentWatch {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const problemOf = (piece?: Uint8Array) => {
    try {
      const text = decoder.decode(piece, { stream: piece !== undefined });
      return control.test(text) ? uploadTextUnreadable() : undefined;
    } catch {
      return uploadTextUnreadable();
    }
  };
  return { push: problemOf, end: () => problemOf() };
}

function watchTail(length: number, problemOf: (tail: Buffer) => Problem | undefined): ContentWatch {
  let tail = Buffer.alloc(0);
  return {
    push: (piece) => {
      const joined = Buffer.concat([tail, piece.subarray(-length)]);
      tail = joined.subarray(-length);
      return undefined;
    },
    end: () => problemOf(tail),
  };
}

// Parts of a spreadsheet that run, or that hold other files.
const running = /vbaproject|macrosheets|activex|\/embeddings\//i;

function sheetProblem(tail: Buffer, accepted: readonly FileType[]): Problem | undefined {
  const names = findPackedNames(tail);
  if (names === undefined) return cutOff('xlsx');
  const isSheet = names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml');
  if (!isSheet) return uploadTypeRefused('a packed folder or another Office file', accepted);
  const found = names.find((name) => running.test(name));
  return found === undefined ? undefined : uploadRuns();
}

function cutOff(type: FileType): Problem {
  return uploadNotWhole(type);
}
