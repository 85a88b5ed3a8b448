import type { Result } from '../../problem/index.ts';
import {
  type OwedByColumn,
  owedLines,
  type ResultLine,
  type ResultSummary,
  resultLine,
} from '../../settlement/index.ts';
import { columnsOfOwed } from '../columns/columns-of-owed.ts';
import { writeWhole } from '../files/write-whole.ts';
import { formatOfEnding } from './format-of-ending.ts';
import { lineFormats } from './line-formats.ts';
import { linesCsv, linesNdjson } from './line-table.ts';
import { writeColumnChunks } from './write-column-chunks.ts';

/** Lines that are owed, and of which settlement they are. */
export type OwedLines = Readonly<{ owed: OwedByColumn; result: ResultSummary }>;

/** Writes lines as `writeLines` does, with no object for each of them at once. */
export async function writeOwedLines(
  path: string,
  { owed, result }: OwedLines,
): Promise<Result<string>> {
  const format = formatOfEnding(path, lineFormats);
  if (!format.ok) return format;
  switch (format.value) {
    case 'ndjson':
      return writeWhole(path, linesNdjson(linesInTurn(owed)));
    case 'csv':
      return writeWhole(path, linesCsv(linesInTurn(owed)));
    case 'parquet':
      return writeColumnChunks(path, columnsOfOwed(owed, result));
  }
}

const linesAtOnce = 10_000;

function* linesInTurn(owed: OwedByColumn): Generator<ResultLine> {
  const { currency } = owed;
  const inLine = owed.inLine();
  for (let from = 0; from < inLine.length; from += linesAtOnce) {
    const { lines } = owedLines(owed, inLine.subarray(from, from + linesAtOnce));
    for (const line of lines) yield resultLine(line, currency);
  }
}
