import type { DuckDBConnection } from '@duckdb/node-api';
import {
  addChunk,
  addReplaced,
  type ColumnSource,
  closeLoader,
  closeReplaced,
  type FactChunk,
  type FactLoader,
  type FactRules,
  factLoader,
} from '../../facts/index.ts';
import { chunkReader } from './chunk-reader.ts';
import { type ColumnQuery, columnQuery } from './column-query.ts';
import { heldRoom } from './held-room.ts';
import { type ParquetTable, type Survey, surveyedColumns, surveyParquet } from './survey.ts';

/** What is asked of the facts, and who is told after each piece of them. */
export type Asked = Readonly<{
  rules: FactRules;
  /** The kinds of fact that are wanted; all where absent. */
  kinds?: ReadonlySet<string>;
  onRows?: (rows: number, rowsTotal: number) => void;
}>;

/** Facts by column, and how many rows there were, kept or not. */
export type ColumnFacts = Readonly<{ source: ColumnSource; rows: number }>;

/**
 * Reads the facts of a table by column. Undefined where anything in it is not in order or not as
 * this expects: then its rows must be read one by one, by the reader that finds and words what is
 * wrong.
 */
export async function readColumns(
  connection: DuckDBConnection,
  table: ParquetTable,
  asked: Asked,
): Promise<ColumnFacts | undefined> {
  const loading = await beginLoading(connection, table, asked);
  if (loading === undefined) return undefined;
  const { survey, loader } = loading;
  let rows = 0;
  const isLoaded = await loadRows(connection, loading, (more) => {
    rows += more;
    asked.onRows?.(rows, survey.rows);
  });
  const source = isLoaded ? closeLoader(loader) : undefined;
  return source && { source, rows };
}

/** What is loaded from where, and what is known of it. */
export type Loading = Readonly<{ table: ParquetTable; survey: Survey; loader: FactLoader }>;

/** Looks a table over, and takes up what is replaced; undefined where rows must be read. */
export async function beginLoading(
  connection: DuckDBConnection,
  table: ParquetTable,
  asked: Asked,
): Promise<Loading | undefined> {
  const survey = await surveyParquet(connection, table);
  if (survey === undefined) return undefined;
  const columns = surveyedColumns(survey, survey.rows);
  if (columns === undefined) return undefined;
  const loader = factLoader({ ...survey, ...asked, columns });
  const loading = { table, survey, loader };
  return (await loadReplaced(connection, loading)) ? loading : undefined;
}

/** Loads all rows; false where one of them is not in order. */
export async function loadRows(
  connection: DuckDBConnection,
  { table, survey, loader }: Loading,
  onRows: (more: number) => void,
): Promise<boolean> {
  const query = await columnQuery(connection, table, survey);
  const held = heldRoom();
  const isLoaded = await eachChunk(connection, { query, survey }, (chunk) => {
    onRows(chunk.rows);
    return addChunk(loader, chunk);
  });
  // It must be there until all is loaded.
  return isLoaded && held.length > 0;
}

/** What is replaced is looked up first, as such rows are kept whatever their kind. */
async function loadReplaced(
  connection: DuckDBConnection,
  { table, survey, loader }: Loading,
): Promise<boolean> {
  if (survey.filled.has('replaces')) {
    const from = `(from ${table.from} where replaces is not null)`;
    const only = { ...survey, filled: new Set(['replaces'] as const) };
    const query = await columnQuery(connection, { ...table, from }, only);
    const isLoaded = await eachChunk(connection, { query, survey }, ({ replaces = [], rows }) =>
      addReplaced(loader, replaces, rows),
    );
    if (!isLoaded) return false;
  }
  closeReplaced(loader);
  return true;
}

type Read = Readonly<{ query: ColumnQuery; survey: Survey }>;

/**
 * Hands on one chunk after the other until one is refused; false where one was. The next is fetched
 * while one is taken up.
 */
async function eachChunk(
  connection: DuckDBConnection,
  { query, survey }: Read,
  take: (chunk: FactChunk) => boolean,
): Promise<boolean> {
  const read = chunkReader(query.parts, survey);
  const result = await connection.stream(query.sql);
  let fetched = result.fetchChunk();
  try {
    for (;;) {
      const raw = await fetched;
      if (raw === null || raw.rowCount === 0) return true;
      fetched = result.fetchChunk();
      const chunk = read(raw);
      if (chunk === undefined || !take(chunk)) return false;
    }
  } finally {
    // Nothing may be closed while a chunk is being fetched.
    await fetched.catch(() => null);
  }
}
