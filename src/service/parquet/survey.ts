import type { DuckDBConnection } from '@duckdb/node-api';
import { parseDay } from '../../calendar/index.ts';
import {
  type Column,
  dayCell,
  dayColumns,
  type FactColumns,
  factColumns,
  fillPool,
  type PooledName,
  piecesMax,
  pooledNames,
} from '../../facts/index.ts';

/** A Parquet file as SQL names it, and the types of its columns. */
export type ParquetTable = Readonly<{ from: string; types: ReadonlyMap<Column, string> }>;

/**
 * What must be known of a file before its columns are read: which, and the texts in them. This is
 * plain data, that a thread can be given.
 */
export type Survey = Readonly<{
  rows: number;
  /** The columns in which anything stands. */
  filled: ReadonlySet<Column>;
  /** The texts of each column that holds one of a few, in the order of their numbers. */
  texts: ReadonlyMap<Column, readonly string[]>;
  /** For days that are texts, the cell of each text by its number. */
  days: ReadonlyMap<Column, Int32Array>;
  /** In how many pieces references come. */
  pieces: ReadonlyMap<Column, number>;
}>;

/** Columns of which nearly every row has its own text. */
const referenceNames = ['id', 'participant', 'replaces'] as const;

/** A column with more different texts than this is read row by row. */
const textsMax = 1_000_000;

const pieceLength = 12;
const rowsSampled = 20_000;

/** Looks a file over; undefined where it must be read row by row. */
export async function surveyParquet(
  connection: DuckDBConnection,
  table: ParquetTable,
): Promise<Survey | undefined> {
  const { rows, filled } = await findFilled(connection, table);
  if (rows === 0) return undefined;
  const texts = new Map<Column, readonly string[]>();
  const days = new Map<Column, Int32Array>();
  for (const name of filled) {
    if (!isPooled(name) && !isTextDay(table, name)) continue;
    const own = await distinctTexts(connection, table, name);
    if (own.length > textsMax) return undefined;
    texts.set(name, own);
    if (!isPooled(name)) days.set(name, dayCells(own));
  }
  const pieces = await findPieces(connection, table, filled);
  return pieces && { rows, filled, texts, days, pieces };
}

/** Columns with the texts in their pools; undefined where one says nothing that they can hold. */
export function surveyedColumns(
  { filled, texts }: Survey,
  rowsExpected: number,
): FactColumns | undefined {
  const columns = factColumns(rowsExpected);
  for (const name of filled) {
    if (isPooled(name) && !fillPool(columns, name, texts.get(name) ?? [])) return undefined;
  }
  return columns;
}

function isPooled(name: Column): name is PooledName {
  return (pooledNames as readonly Column[]).includes(name);
}

function isTextDay({ types }: ParquetTable, name: Column): boolean {
  return (dayColumns as readonly Column[]).includes(name) && types.get(name) !== 'DATE';
}

/** The columns in which the file does not say that nothing stands. */
async function findFilled(
  connection: DuckDBConnection,
  { from, types }: ParquetTable,
): Promise<Readonly<{ rows: number; filled: ReadonlySet<Column> }>> {
  const counted = await connection.runAndReadAll(`select count(*)::integer from ${from}`);
  const rows = Number(counted.getRows()[0]?.[0]);
  const path = from.slice('read_parquet('.length, -1);
  const empty = await connection.runAndReadAll(
    `select path_in_schema from parquet_metadata(${path}) group by path_in_schema
      having bool_and(coalesce(stats_null_count = num_values, false))`,
  );
  const bare = new Set(empty.getRows().map(([name]) => name));
  const filled = new Set([...types.keys()].filter((name) => !bare.has(name)));
  return { rows, filled };
}

async function distinctTexts(
  connection: DuckDBConnection,
  { from }: ParquetTable,
  name: Column,
): Promise<readonly string[]> {
  const found = await connection.runAndReadAll(
    `select distinct cast("${name}" as varchar) from ${from}
      where "${name}" is not null and cast("${name}" as varchar) <> '' limit ${textsMax + 1}`,
  );
  return found.getRows().map(([text]) => String(text));
}

/** What cannot be read as a day has the cell of no day, at which the row is looked at with care. */
function dayCells(texts: readonly string[]): Int32Array {
  return Int32Array.from(['', ...texts], (text) => {
    const day = parseDay(text);
    return day === undefined ? -1 : dayCell(day);
  });
}

/** In how many pieces each reference comes; undefined where a character would be cut in two. */
async function findPieces(
  connection: DuckDBConnection,
  { from }: ParquetTable,
  filled: ReadonlySet<Column>,
): Promise<ReadonlyMap<Column, number> | undefined> {
  const pieces = new Map<Column, number>();
  for (const name of referenceNames) {
    if (!filled.has(name)) continue;
    const longest = await longestIn(connection, `(from ${from} limit ${rowsSampled})`, name);
    const exact = longest.bytes <= pieceLength ? longest : await longestIn(connection, from, name);
    const count = Math.max(1, Math.ceil(exact.bytes / pieceLength));
    if (count > piecesMax || (count > 1 && !exact.isAscii)) return undefined;
    pieces.set(name, count);
  }
  return pieces;
}

async function longestIn(connection: DuckDBConnection, from: string, name: Column) {
  const text = `cast("${name}" as varchar)`;
  const found = await connection.runAndReadAll(
    `select max(strlen(${text}))::integer, bool_and(strlen(${text}) = length(${text}))
      from ${from}`,
  );
  const [bytes, isAscii] = found.getRows()[0] ?? [];
  return { bytes: Number(bytes ?? 0), isAscii: isAscii === true };
}
