import {
  csvReader,
  type FactReader,
  type FactTable,
  lineEnds,
  namedOtherwise,
  ndjsonReader,
  type OtherFileSort,
  otherFile,
  parquetFromInput,
  utf16,
} from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import { type FileKind, findFileKind } from '../files/file-kind.ts';
import type { FactFile } from './fact-files.ts';

/**
 * The reader for a file, told by its name or its first byte. Where its first bytes show that it is
 * no text of facts at all, that is one problem, and its lines are not read.
 */
export function openFactReader(
  table: FactTable,
  file: FactFile,
  bytes: Uint8Array,
): Result<FactReader> {
  const problem = findMisfit(file, bytes);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  const { path, format } = file;
  const isCsv = format === 'csv' || (format !== 'ndjson' && bytes[0] !== openingBrace);
  return { ok: true, value: isCsv ? csvReader(table, path) : ndjsonReader(table, path) };
}

const openingBrace = 0x7b;

function findMisfit({ path, format }: FactFile, bytes: Uint8Array): Problem | undefined {
  const kind = findFileKind(bytes);
  const isNamed = format === 'csv' || format === 'ndjson';
  switch (kind?.sort) {
    case undefined:
      return isOneLine(bytes) ? lineEnds(path) : undefined;
    case 'utf-16':
      return utf16(path);
    case 'parquet':
      return isNamed ? namedOtherwise(path, kind.what, '.parquet') : parquetFromInput(path);
    case 'csv':
      if (isOneLine(bytes)) return lineEnds(path);
      return format === 'ndjson' ? namedOtherwise(path, kind.what, '.csv') : undefined;
    case 'ndjson':
      return format === 'csv' ? namedOtherwise(path, kind.what, '.ndjson') : undefined;
    case 'sheet':
    case 'packed':
    case 'page':
    case 'document':
    case 'other':
      return otherFile(path, kind.what, sortOf(kind));
  }
}

function sortOf({ sort }: FileKind): OtherFileSort {
  return sort === 'sheet' || sort === 'packed' || sort === 'page' ? sort : 'other';
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** Carriage returns stand where lines should end, and no line feed does. */
function isOneLine(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(carriageReturn);
  return first >= 0 && first < bytes.length - 1 && !bytes.includes(lineFeed);
}
