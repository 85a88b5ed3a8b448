import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../problem/index.ts';
import type { ResultLine } from '../settlement/index.ts';
import { formatOfEnding } from './format-of-ending.ts';
import { lineFormats } from './line-formats.ts';
import { lineColumns, linesCsv, linesNdjson, payersText } from './line-table.ts';
import { parquetWriterMissing } from './problems.ts';
import type { DuckDbLoader } from './read-parquet.ts';
import { replaceWhole, writeWhole } from './write-whole.ts';

const loadDuckDb: DuckDbLoader = () => import('@duckdb/node-api');

/** Writes the lines of a settlement to a file, as NDJSON, CSV or Parquet by its ending. */
export async function writeLines(
  path: string,
  lines: readonly ResultLine[],
  load: DuckDbLoader = loadDuckDb,
): Promise<Result<string>> {
  const format = formatOfEnding(path, lineFormats);
  if (!format.ok) return format;
  switch (format.value) {
    case 'ndjson':
      return writeWhole(path, linesNdjson(lines));
    case 'csv':
      return writeWhole(path, linesCsv(lines));
    case 'parquet':
      return writeParquet(path, lines, load);
  }
}

async function writeParquet(
  path: string,
  lines: readonly ResultLine[],
  load: DuckDbLoader,
): Promise<Result<string>> {
  const duck = await load().catch(() => undefined);
  if (duck === undefined) return { ok: false, problems: [parquetWriterMissing(path)] };
  const places = lines[0]?.amount.split('.')[1]?.length ?? 2;
  return replaceWhole(path, async (beside) => {
    const rows = `${beside}.ndjson`;
    try {
      await pipeline(Readable.from(linesNdjson(flat(lines))), createWriteStream(rows));
      const instance = await duck.DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      await connection.run(copyStatement({ rows, to: beside, places }));
      connection.closeSync();
      instance.closeSync();
    } finally {
      await rm(rows, { force: true });
    }
  });
}

/** Who pays how much stands in one column, as in CSV. */
function flat(lines: readonly ResultLine[]): readonly object[] {
  return lines.map((line) => ({ ...line, payers: payersText(line) }));
}

type Copy = Readonly<{ rows: string; to: string; places: number }>;

/**
 * Days are days, amounts exact decimals of as many places as the currency has, all else text; an
 * exact price may have any places.
 */
function copyStatement({ rows, to, places }: Copy): string {
  const money = `DECIMAL(18, ${places})`;
  const days = { day: 'DATE', payableOn: 'DATE', earnedOn: 'DATE' };
  const types = { ...days, gross: money, amount: money, version: 'INTEGER' };
  const columns = lineColumns.map((name) => {
    const type = name in types ? types[name as keyof typeof types] : 'VARCHAR';
    return `'${name}': '${type}'`;
  });
  const shape = `format = 'newline_delimited', columns = {${columns.join(', ')}}`;
  return `copy (from read_json(${sqlText(rows)}, ${shape})) to ${sqlText(to)} (format parquet)`;
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
