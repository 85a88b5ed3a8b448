import { open } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parquetReaderMissing } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import type { ResultSummary } from '../../settlement/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { asPattern } from '../fact-files/read-parquet.ts';
import { lineColumns, unpaidColumn } from '../line-files/line-table.ts';
import { aboutKey } from '../line-files/write-column-chunks.ts';
import { quotedText } from '../parquet/column-query.ts';
import { checkFollowed, type Following } from './load-previous.ts';
import { findWrongSummary } from './parse-result.ts';
import { previousNotAResult, previousUnreadable } from './problems.ts';

/** The lines of the settlement before in a file by column, open to be read. */
export type Earlier = Readonly<{
  path: string;
  /** Of which settlement they are. */
  summary: EarlierSummary;
  connection: DuckDBConnection;
  /** The file, as SQL reads it with the place of each row. */
  from: string;
  close: () => void;
}>;

/** Of which settlement lines are and, where one that follows may go by it, what tells its facts. */
export type EarlierSummary = ResultSummary & Readonly<{ facts?: string }>;

/** Opens the lines that `settle --lines` wrote as Parquet, to be followed by a settlement. */
export async function openEarlier(path: string, following: Following): Promise<Result<Earlier>> {
  const duckDb = await import('@duckdb/node-api').catch(() => undefined);
  if (duckDb === undefined) return { ok: false, problems: [parquetReaderMissing(path)] };
  const reason = await findReason(path);
  if (reason !== undefined) return { ok: false, problems: [previousUnreadable(path, reason)] };
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  const summary = await readSummary(connection, path, following);
  if (!summary.ok) {
    close();
    return summary;
  }
  const from = `read_parquet(${quotedText(asPattern(path))}, file_row_number = true)`;
  return { ok: true, value: { path, summary: summary.value, connection, from, close } };
}

async function readSummary(
  connection: DuckDBConnection,
  path: string,
  following: Following,
): Promise<Result<EarlierSummary>> {
  const read = await readAbout(connection, path);
  if (!read.ok) return read;
  const wrong = findWrongSummary(read.value);
  if (wrong !== undefined) return { ok: false, problems: [previousNotAResult(path, wrong)] };
  const summary = read.value as EarlierSummary;
  const problems = checkFollowed(path, summary, following);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: summary };
}

/** Why a file cannot be opened: DuckDB would say it in words of its own. */
async function findReason(path: string): Promise<string | undefined> {
  try {
    await (await open(path)).close();
    return undefined;
  } catch (error) {
    return getFileReason(error);
  }
}

/** What the file says that its lines are of; undefined where it says nothing of the kind. */
async function readAbout(connection: DuckDBConnection, path: string): Promise<Result<unknown>> {
  const pattern = quotedText(asPattern(path));
  try {
    await connection.run('set preserve_insertion_order = true');
    await connection.run(`set streaming_buffer_size = '32MB'`);
    await connection.run(`set memory_limit = '${memoryMax}'`);
    const described = await connection.runAndReadAll(`describe from read_parquet(${pattern})`);
    const names = new Set(described.getRows().map(([name]) => name));
    const isOfLines = [...lineColumns, unpaidColumn].every((name) => names.has(name));
    const about = await connection.runAndReadAll(
      `select decode(value) from parquet_kv_metadata(${pattern}) where decode(key) = '${aboutKey}'`,
    );
    const [text] = about.getRows()[0] ?? [];
    return { ok: true, value: isOfLines ? parsedJson(text) : undefined };
  } catch (error) {
    if (!(error instanceof Error && error.constructor === Error)) throw error;
    return { ok: false, problems: [previousNotAResult(path, 'it is not Parquet')] };
  }
}

/** What DuckDB may hold at once beside the lines of today. */
const memoryMax = '512MB';

function parsedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
