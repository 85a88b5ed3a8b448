import type { DuckDBConnection } from '@duckdb/node-api';
import type { Result } from '../../problem/index.ts';
import type { KeptLine } from '../../store/money/index.ts';
import { notABundle } from '../bundle/problems.ts';
import { asPattern } from '../fact-files/read-parquet.ts';
import { lineColumns, unpaidColumn } from '../line-files/line-table.ts';
import { quotedText } from '../parquet/column-query.ts';
import { lineOf, unpaidOf } from '../previous/earlier-lines.ts';
import { findWrong } from '../previous/parse-result.ts';
import type { ArchivedFile, WithoutLines } from './archive.ts';
import { paidOnColumn } from './line-part.ts';
import type { OpenArchive } from './open-archive.ts';

/** Whose lines are read, from which of its files. */
export type ArchivedLines = Readonly<{
  path: string;
  about: WithoutLines;
  files: readonly ArchivedFile[];
}>;

/** An archive that is open, and what reads its files. */
export type OpenedArchive = Readonly<{
  duckDb: typeof import('@duckdb/node-api');
  opened: OpenArchive;
}>;

/** Hands on the lines of a settlement in their order, a file at a time; or says what is wrong. */
export async function eachArchivedLines(
  { duckDb, opened }: OpenedArchive,
  { path, about, files }: ArchivedLines,
  take: (lines: readonly KeptLine[]) => void,
): Promise<Result<null>> {
  const instance = await duckDb.DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    for (const file of files) {
      const lines = await linesIn(connection, opened, file);
      const wrong = lines === undefined ? 'they are no lines' : findWrongLines(about, lines);
      if (lines === undefined || lines.length !== file.rows || wrong !== undefined) {
        const what = `in ${file.name}, ${wrong ?? 'there are not so many lines as it says'}`;
        return { ok: false, problems: [notABundle(path, what)] };
      }
      take(lines);
    }
    return { ok: true, value: null };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function findWrongLines(about: WithoutLines, kept: readonly KeptLine[]): string | undefined {
  const lines = kept.map(({ line }) => line);
  const notPaid = kept.flatMap((each) => each.notPaid);
  return findWrong({ ...about, outstanding: undefined, lines, notPaid });
}

/** The lines of one file; undefined where it holds something else. */
async function linesIn(
  connection: DuckDBConnection,
  opened: OpenArchive,
  file: ArchivedFile,
): Promise<readonly KeptLine[] | undefined> {
  const lying = await opened.lieOpen(file);
  try {
    const cells = [...lineColumns, unpaidColumn, paidOnColumn].map((name) => `"${name}"::varchar`);
    const from = `read_parquet(${quotedText(asPattern(lying.path))})`;
    const read = await connection.runAndReadAll(`select ${cells.join(', ')} from ${from}`);
    return read.getRows().map((row) => keptLine(row as (string | null)[]));
  } catch (error) {
    // DuckDB and JSON say so of what is none; anything else is ours.
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && error.constructor === Error) return undefined;
    throw error;
  } finally {
    await lying.close();
  }
}

function keptLine(cells: readonly (string | null)[]): KeptLine {
  const line = lineOf(cells.slice(0, lineColumns.length));
  const [unpaid = null, paidOn = null] = cells.slice(lineColumns.length);
  const notPaid = unpaidOf(unpaid).map((each) => {
    const { line: _, ...rest } = each;
    return { line: line.line, ...rest };
  });
  return { line, notPaid, paidOn };
}
