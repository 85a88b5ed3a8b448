import { compareTexts } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { columnsOfLines, type LinesOfResult } from '../columns/columns-of-lines.ts';
import { type DuckDbLoader, loadDuckDb } from '../columns/duck-db.ts';
import { writeWhole } from '../files/write-whole.ts';
import { formatOfEnding } from './format-of-ending.ts';
import { lineFormats } from './line-formats.ts';
import { linesCsv, linesNdjson } from './line-table.ts';
import { writeColumnChunks } from './write-column-chunks.ts';

/**
 * Writes the lines of a settlement to a file, as NDJSON, CSV or Parquet by its ending: in line, and
 * in Parquet by participant, those of none first, and each participant's in line.
 */
export async function writeLines(
  path: string,
  result: LinesOfResult,
  load: DuckDbLoader = loadDuckDb,
): Promise<Result<string>> {
  const format = formatOfEnding(path, lineFormats);
  if (!format.ok) return format;
  switch (format.value) {
    case 'ndjson':
      return writeWhole(path, linesNdjson(result.lines));
    case 'csv':
      return writeWhole(path, linesCsv(result.lines));
    case 'parquet':
      return writeColumnChunks(path, columnsOfLines(byParticipant(result)), load);
  }
}

function byParticipant(result: LinesOfResult): LinesOfResult {
  const lines = result.lines.toSorted((one, other) => {
    return compareTexts(one.participant ?? '', other.participant ?? '');
  });
  return { ...result, lines };
}
