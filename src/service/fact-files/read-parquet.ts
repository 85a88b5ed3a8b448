import type { DuckDBConnection } from '@duckdb/node-api';
import {
  addProblem,
  addUnreadSource,
  type CellRow,
  type Column,
  cellReader,
  checkColumnNames,
  dayColumns,
  type FactTable,
  fileWithoutRows,
  numberColumns,
  parquetReaderMissing,
  parquetType,
  parquetUnreadable,
} from '../../facts/index.ts';
import { noPlace } from '../../problem/index.ts';
import { quotedText } from '../parquet/column-query.ts';
import { type Asked, type ColumnFacts, readColumns } from '../parquet/read-columns.ts';
import { type AskedInParts, readInParts } from '../parquet/read-in-parts.ts';
import { withColumns } from '../parquet/with-columns.ts';

/** Loads DuckDB, which is there only where somebody has installed it. */
export type DuckDbLoader = () => Promise<typeof import('@duckdb/node-api')>;

const load: DuckDbLoader = () => import('@duckdb/node-api');

/** A Parquet file to read. */
export type ParquetFile = Readonly<{ path: string; load?: DuckDbLoader }>;

/** The same, and who is told after each piece of it. */
type Told = ParquetFile & Readonly<{ onRows: () => void }>;

/** Reads the rows of a Parquet file into the table, as text, so that numbers stay exact. */
export async function readParquet(table: FactTable, { onRows, ...file }: Told): Promise<void> {
  for await (const _ of parquetPieces(table, file)) onRows();
}

/** The same, and stops after each piece for what has come so far to be taken out of the table. */
export async function* parquetPieces(table: FactTable, file: ParquetFile): AsyncGenerator<void> {
  const duckDb = await (file.load ?? load)().catch(() => undefined);
  if (duckDb === undefined) {
    addUnreadSource(table, parquetReaderMissing(file.path));
    return;
  }
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    yield* addRows(table, file, connection);
  } catch (error) {
    addUnreadSource(table, parquetUnreadable(file.path, reasonOf(error, file.path)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function* addRows(
  table: FactTable,
  { path }: ParquetFile,
  connection: DuckDBConnection,
): AsyncGenerator<void> {
  const columns = await readHeader(table, path, connection);
  if (columns === undefined) return;
  const add = cellReader(table, path, columns);
  let line = 1;
  for await (const rows of rowsOf(path, columns, connection)) {
    for (const row of rows) {
      add(row, line);
      line += 1;
    }
    yield;
  }
  if (line === 1) addUnreadSource(table, fileWithoutRows(path));
}

async function* rowsOf(
  path: string,
  columns: readonly Column[],
  connection: DuckDBConnection,
): AsyncGenerator<readonly CellRow[]> {
  const cells = columns.map((column) => `cast("${column}" as varchar)`).join(', ');
  const pattern = asPattern(path);
  const result = await connection.stream(`select ${cells} from read_parquet($1)`, [pattern]);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield chunk.getRows() as CellRow[];
  }
}

/** A row of a Parquet file: its cells as text by our columns, and its number, from 1. */
export type ParquetRow = Readonly<{ cells: Readonly<Record<string, string>>; line: number }>;

/** The rows of a Parquet file whose columns are ours, whatever stands in them. */
export async function* parquetRows({ path, ...file }: ParquetFile): AsyncGenerator<ParquetRow> {
  const duckDb = await (file.load ?? load)();
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const names = (await describe(connection, path)).map(({ name }) => name);
    const at = { whole: noPlace(path), ofName: () => noPlace(path) };
    const header = checkColumnNames(names, at);
    const columns = header.ok ? header.columns.filter((column) => column !== 'note') : [];
    let line = 0;
    if (columns.length === 0) return;
    for await (const rows of rowsOf(path, columns, connection)) {
      for (const row of rows) {
        line += 1;
        const cells = columns.map((column, place) => [column, String(row[place] ?? '')]);
        yield { cells: Object.fromEntries(cells) as Record<string, string>, line };
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Reads Parquet files by column into facts by participant: undefined where they must be read row by
 * row. Nothing is said of what is wrong with them.
 */
export async function readParquetColumns(
  paths: readonly string[],
  asked: Asked &
    Partial<Pick<AskedInParts, 'threads' | 'open'>> &
    Readonly<{ load?: DuckDbLoader }>,
): Promise<ColumnFacts | undefined> {
  const duckDb = await (asked.load ?? load)().catch(() => undefined);
  if (duckDb === undefined) return undefined;
  const { threads = 1 } = asked;
  return await withColumns(duckDb, 1, async (connection) => {
    const types = await findTypes(connection, paths);
    const files = paths.map(asPattern);
    const from = `read_parquet([${files.map(quotedText).join(', ')}])`;
    if (types === undefined) return undefined;
    const table = { from, types };
    return threads > 1
      ? await readInParts(connection, { ...table, files }, { ...asked, threads })
      : await readColumns(connection, table, asked);
  });
}

/** The types of the columns that hold facts, where all files have the same, and facts take them. */
async function findTypes(
  connection: DuckDBConnection,
  paths: readonly string[],
): Promise<ReadonlyMap<Column, string> | undefined> {
  let first: readonly Typed[] | undefined;
  for (const path of paths) {
    const typed = await describe(connection, path);
    first ??= typed;
    const isAlike = typed.every(
      ({ name, type }, at) => first?.[at]?.name === name && first[at]?.type === type,
    );
    const names = typed.map(({ name }) => name);
    const header = checkColumnNames(names, { whole: noPlace(path), ofName: () => noPlace(path) });
    const isTaken = header.ok && typed.every(({ name, type }) => isTyped(name, type));
    if (!isAlike || !isTaken || typed.length !== first.length) return undefined;
  }
  const named = (first ?? []).filter(({ name }) => name !== 'note');
  return new Map(named.map(({ name, type }) => [name as Column, type]));
}

async function describe(connection: DuckDBConnection, path: string): Promise<readonly Typed[]> {
  const described = await connection.runAndReadAll('describe select * from read_parquet($1)', [
    asPattern(path),
  ]);
  return described.getRows().map(([name, type]) => ({ name: asText(name), type: asText(type) }));
}

/** DuckDB takes some characters of a path for a pattern; in brackets they stand for themselves. */
export function asPattern(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

type Typed = Readonly<{ name: string; type: string }>;

/** The columns that hold facts; undefined, with problems, where the file has others or types. */
async function readHeader(
  table: FactTable,
  path: string,
  connection: DuckDBConnection,
): Promise<readonly Column[] | undefined> {
  const typed = await describe(connection, path);
  const names = typed.map(({ name }) => name);
  const header = checkColumnNames(names, {
    whole: noPlace(path),
    ofName: (index) => placeOfColumn(path, names[index] ?? ''),
  });
  const mistyped = header.ok ? await findMistyped(path, typed, connection) : [];
  const problems = header.ok
    ? mistyped.map(({ name, type }) => parquetType(placeOfColumn(path, name), type))
    : header.problems;
  const [first, ...others] = problems;
  if (first !== undefined) addUnreadSource(table, first);
  for (const problem of others) addProblem(table.problems, () => problem);
  if (first !== undefined || !header.ok) return undefined;
  return header.columns.filter((column) => column !== 'note');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function placeOfColumn(path: string, field: string) {
  return { ...noPlace(path), field };
}

const textType = /^(VARCHAR|UUID|ENUM\(.*\))$/;
const exactNumberType = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\))$/;

/** Columns of a type that facts cannot take, unless all their cells are empty. */
async function findMistyped(
  path: string,
  columns: readonly Typed[],
  connection: DuckDBConnection,
): Promise<readonly Typed[]> {
  const suspects = columns.filter(({ name, type }) => !isTyped(name, type));
  if (suspects.length === 0) return [];
  const counts = suspects.map(({ name }) => `count("${name}")::integer`).join(', ');
  const counted = await connection.runAndReadAll(`select ${counts} from read_parquet($1)`, [
    asPattern(path),
  ]);
  const filled = counted.getRows()[0] ?? [];
  return suspects.filter((_, index) => filled[index] !== 0);
}

function isTyped(name: string, type: string): boolean {
  if (textType.test(type) || name === 'note') return true;
  if ((dayColumns as readonly string[]).includes(name)) return type === 'DATE';
  return (numberColumns as readonly string[]).includes(name) && exactNumberType.test(type);
}

// Where the file lies is said beside it, to whoever named it, and is nobody's business elsewhere.
function reasonOf(error: unknown, path: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const first = message.split('\n')[0] ?? '';
  return first.replaceAll(` '${path}'`, '').replaceAll(` "${path}"`, '').slice(0, 200);
}
