import type { DuckDBConnection, DuckDBScalarFunction } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';
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
import { assert } from '../../problem/index.ts';
import { type DuckDb, loadDuckDb } from '../columns/duck-db.ts';
import { type ChunkReader, chunkReader } from './chunk-reader.ts';
import { type ColumnQuery, columnQuery, takenName } from './column-query.ts';
import { rawReader } from './raw-vector.ts';
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
    return true;
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

/** Loads all rows; false where one of them is not in order, or whoever is told wants no more. */
export async function loadRows(
  connection: DuckDBConnection,
  { table, survey, loader }: Loading,
  onRows: (more: number) => boolean,
): Promise<boolean> {
  const query = await columnQuery(connection, table, survey);
  return eachChunk(connection, { query, survey }, (chunk) => {
    return onRows(chunk.rows) && addChunk(loader, chunk);
  });
}

/**
 * What is replaced is looked up first, as such rows are kept whatever their kind. There are few in
 * each chunk of a file: put together beforehand, they are handed over in fewer.
 */
async function loadReplaced(
  connection: DuckDBConnection,
  { table, survey, loader }: Loading,
): Promise<boolean> {
  if (survey.filled.has('replaces')) {
    const few = `select replaces from ${table.from} where replaces is not null`;
    const from = `(with few as materialized (${few}) from few)`;
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
 * Hands on one chunk after the other until one is refused; false where one was. DuckDB asks us for
 * an answer to its rows as it would ask any function, with what it has before it: nothing is
 * copied or kept for us to fetch it.
 */
async function eachChunk(
  connection: DuckDBConnection,
  { query, survey }: Read,
  take: (chunk: FactChunk) => boolean,
): Promise<boolean> {
  const duckDb = await loadDuckDb();
  const { parts } = query;
  const readRaw = rawReader(duckDb.bindings);
  const taking = takingOf(chunkReader({ parts, survey, readRaw }), take);
  const taken = takenFunction(duckDb, query, taking);
  connection.registerScalarFunction(taken);
  try {
    const counted = await connection.runAndReadAll(query.sql);
    const [rows] = counted.getRows()[0] ?? [];
    assert(rows === taking.rows, 'each row is handed over once');
    return true;
  } catch (error) {
    if (taking.isRefused) return false;
    throw taking.failure ?? error;
  }
}

/** The function that DuckDB asks about its rows, by its bindings: nothing is made of its answer. */
function takenFunction(
  { api, bindings }: DuckDb,
  { parts }: ColumnQuery,
  { take }: Taking,
): DuckDBScalarFunction {
  const taken = new api.DuckDBScalarFunction();
  taken.setName(takenName);
  for (const { type } of parts) taken.addParameter(api[type]);
  taken.setReturnType(api.BOOLEAN);
  // It is to be asked about each row, also where cells of it are empty.
  taken.setVolatile();
  taken.setSpecialHandling();
  bindings.scalar_function_set_function(taken.scalar_function, (info, chunk) => {
    const rows = bindings.data_chunk_get_size(chunk);
    if (!take(chunk, rows)) bindings.scalar_function_set_error(info, 'The rows were not taken.');
  });
  return taken;
}

/** What was taken so far; `failure` is what went wrong on the way. */
type Taking = {
  rows: number;
  isRefused: boolean;
  failure?: unknown;
  readonly take: (chunk: DataChunk, rows: number) => boolean;
};

function takingOf(read: ChunkReader, take: (chunk: FactChunk) => boolean): Taking {
  const taking: Taking = {
    rows: 0,
    isRefused: false,
    take: (raw, rows) => {
      try {
        const chunk = read(raw, rows);
        if (chunk !== undefined && take(chunk)) {
          taking.rows += chunk.rows;
          return true;
        }
        taking.isRefused = true;
      } catch (error) {
        taking.failure = error;
      }
      return false;
    },
  };
  return taking;
}
