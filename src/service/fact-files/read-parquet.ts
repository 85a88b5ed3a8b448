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

/** A Parquet file to read, and who is told after each piece of it. */
export type ParquetFile = Readonly<{ path: string; onRows: () => void; load?: DuckDbLoader }>;

/** Reads the rows of a Parquet file into the table, as text, so that numbers stay exact. */
export async function readParquet(table: FactTable, file: ParquetFile): Promise<void> {
  const duckDb = await (file.load ?? load)().catch(() => undefined);
  if (duckDb === undefined) {
    addUnreadSource(table, parquetReaderMissing(file.path));
    return;
  }
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await readRows(table, file, connection);
  } catch (error) {
    addUnreadSource(table, parquetUnreadable(file.path, firstLine(error)));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readRows(
  table: FactTable,
  { path, onRows }: ParquetFile,
  connection: DuckDBConnection,
): Promise<void> {
  const pattern = asPattern(path);
  const columns = await readHeader(table, path, connection);
  if (columns === undefined) return;
  const add = cellReader(table, path, columns);
  const cells = columns.map((column) => `cast("${column}" as varchar)`).join(', ');
  const result = await connection.stream(`select ${cells} from read_parquet($1)`, [pattern]);
  let line = 1;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const row of chunk.getRows() as CellRow[]) {
      add(row, line);
      line += 1;
    }
    onRows();
  }
  if (line === 1) addUnreadSource(table, fileWithoutRows(path));
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

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.slice(0, 200) ?? '';
}
