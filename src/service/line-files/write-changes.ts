import type { Result } from '../../problem/index.ts';
import type { ResultChange } from '../../settlement/index.ts';
import { writeWhole } from '../files/write-whole.ts';
import { changesCsv, columnsOfChanges } from './change-table.ts';
import { formatOfEnding } from './format-of-ending.ts';
import { lineFormats } from './line-formats.ts';
import { linesNdjson } from './line-table.ts';
import { writeColumnChunks } from './write-column-chunks.ts';

/** What changed since the settlement before. */
export type Changes = Readonly<{ currency: string; changes?: readonly ResultChange[] }>;

/** Writes changes to a file, as NDJSON, CSV or Parquet by its ending. */
export async function writeChanges(
  path: string,
  { changes = [], currency }: Changes,
): Promise<Result<string>> {
  const format = formatOfEnding(path, lineFormats);
  if (!format.ok) return format;
  switch (format.value) {
    case 'ndjson':
      return writeWhole(path, linesNdjson(changes));
    case 'csv':
      return writeWhole(path, changesCsv(changes));
    case 'parquet':
      return writeColumnChunks(path, columnsOfChanges(changes, currency));
  }
}
