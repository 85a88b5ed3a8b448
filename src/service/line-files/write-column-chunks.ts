import { open } from 'node:fs/promises';
import type { DuckDBTableFunction } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';
import { assert, type Result } from '../../problem/index.ts';
import { type ColumnFiller, columnFiller, type PartRoom } from '../columns/column-filler.ts';
import type {
  ColumnChunk,
  ColumnTable,
  EmptyColumn,
  JoinedColumn,
} from '../columns/column-table.ts';
import { type DuckDb, type DuckDbLoader, loadDuckDb } from '../columns/duck-db.ts';
import { rowsAtOnce } from '../columns/text-pool.ts';
import { replaceWhole } from '../files/write-whole.ts';
import { parquetWriterMissing } from './problems.ts';

/** Under which name a file says what the whole table is of. */
export const aboutKey = 'outturn';

/**
 * Writes a table to a Parquet file, whole or not at all, by columns: DuckDB asks for rows as it
 * writes them, and copies them from our arrays to its own, so that neither is ever held whole.
 */
export async function writeColumnChunks(
  path: string,
  table: ColumnTable,
  load: DuckDbLoader = loadDuckDb,
): Promise<Result<string>> {
  const writer = await load().catch(() => undefined);
  if (writer === undefined) return { ok: false, problems: [parquetWriterMissing(path)] };
  return replaceWhole(path, async (beside) => {
    // The computer says in its own words why there can be no file; DuckDB would use others.
    await (await open(beside, 'w')).close();
    await copyTable(writer, table, beside);
  });
}

/** Writes a table into a file that is there, whatever was in it; it may have lost its name. */
export async function copyTable(writer: DuckDb, table: ColumnTable, path: string): Promise<void> {
  // One thread of its own: a second finds nothing to do, and asks for it again and again.
  const instance = await writer.api.DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const source = tableSource(writer, table);
  try {
    connection.registerTableFunction(source.asked);
    await connection.run(copyStatement(table, path));
  } catch (error) {
    throw source.failure ?? fileError(error);
  } finally {
    source.close();
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * DuckDB lists the texts of a column, of each group of rows anew, until their list takes so many
 * bytes. What there are few of we have listed already; a reference stands beside others that are
 * like it, and takes less room as it is, and half the time.
 */
const textsListedBytes = 16_384;

function copyStatement({ columns, written, about }: ColumnTable, path: string): string {
  const names = written ?? columns.map(({ name }) => name);
  const cells = names.map((each) => (typeof each === 'string' ? sqlName(each) : madeCell(each)));
  const rows = `select ${cells.join(', ')} from chunks()`;
  const said = about === undefined ? [] : [`kv_metadata {${aboutKey}: ${sqlText(about)}}`];
  const how = [
    'format parquet',
    'use_tmp_file false',
    `string_dictionary_page_size_limit ${textsListedBytes}`,
    ...said,
  ];
  return `copy (${rows}) to ${sqlText(path)} (${how.join(', ')})`;
}

function madeCell(column: JoinedColumn | EmptyColumn): string {
  const cell = 'empty' in column ? emptyCells[column.empty] : joinedCell(column);
  return `${cell} as ${sqlName(column.name)}`;
}

const emptyCells = { text: 'null::varchar', day: 'null::date' } as const;

/** One text alone stays as it is: of a few that are listed it is one still. */
function joinedCell({ of, by, unless }: JoinedColumn): string {
  const texts = of.map(sqlName);
  const joined = texts.length > 1 ? [`concat_ws(${[sqlText(by), ...texts].join(', ')})`] : texts;
  return unless === undefined
    ? joined.join()
    : `coalesce(${[sqlName(unless), ...joined.map((cell) => `${cell}::varchar`)].join(', ')})`;
}

function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What DuckDB asks for rows; `failure` is what went wrong while they were made. */
type TableSource = { asked: DuckDBTableFunction; close: () => void; failure?: unknown };

function tableSource(writer: DuckDb, { columns, chunks }: ColumnTable): TableSource {
  const fillers = columns.map((column) => columnFiller(writer, column));
  const rows = rowsAhead(fillers, chunks);
  const asked = writer.api.DuckDBTableFunction.create({
    name: 'chunks',
    bindFunction: (info) => {
      for (const [at, { name }] of columns.entries()) {
        info.addResultColumn(name, (fillers[at] as ColumnFiller).type);
      }
    },
    initFunction: () => {},
    mainFunction: (info, { chunk }) => {
      try {
        rows.take((parts, count) => putRows(writer, chunk, { parts, count }));
      } catch (error) {
        source.failure = error;
        info.setError('The rows could not be made.');
      }
    },
  });
  const source: TableSource = { asked, close: rows.close };
  return source;
}

/** Rows that are ready, with room for each of their columns. */
type ReadyRows = Readonly<{ parts: readonly PartRoom[]; count: number }>;

/** Fills a chunk of DuckDB; the one that is left empty is the end. */
function putRows({ bindings }: DuckDb, into: DataChunk, { parts, count }: ReadyRows): void {
  bindings.data_chunk_set_size(into, count);
  if (count === 0) return;
  for (const [at, { put }] of parts.entries()) put(bindings.data_chunk_get_vector(into, at));
}

/**
 * Rows that are made ready before they are asked for, while DuckDB writes others: it asks for as
 * many as make a group of the file, and then for none until these are written.
 */
type RowsAhead = Readonly<{
  take: (put: (parts: readonly PartRoom[], count: number) => void) => void;
  close: () => void;
}>;

/** So many times as many rows as DuckDB takes at once are a group of the file. */
const aheadMost = 60;

/** Once DuckDB has asked for nothing for so long, it writes what it has. */
const quietMs = 1;

function rowsAhead(fillers: readonly ColumnFiller[], chunks: Iterable<ColumnChunk>): RowsAhead {
  const next = rowsInTurn(chunks);
  const rooms: (readonly PartRoom[])[] = [];
  const ready: (ReadyRows | Readonly<{ failure: unknown }>)[] = [];
  let opened = 0;
  let taken = 0;
  let isOver = false;
  const makeReady = (): void => {
    if (rooms.length === 0) opened += 1;
    const parts = rooms.pop() ?? fillers.map(({ openRoom }) => openRoom());
    try {
      const count = next(parts);
      isOver = count === 0;
      ready.push({ parts, count });
    } catch (failure) {
      // It is told to who asks for these rows.
      isOver = true;
      ready.push({ failure });
    }
  };
  // What is made between two questions is waited for: it is made while none is asked.
  const makeMore = (before: number): void => {
    const isFull = rooms.length === 0 && opened === aheadMost;
    if (isOver || isFull || taken > before) return;
    makeReady();
    setImmediate(makeMore, before);
  };
  const onQuiet = setTimeout(() => makeMore(taken), quietMs);
  const take: RowsAhead['take'] = (put) => {
    if (ready.length === 0) makeReady();
    const [first] = ready;
    assert(first !== undefined, 'rows are ready once they were made');
    if ('failure' in first) throw first.failure;
    put(first.parts, first.count);
    // The end stays the end.
    if (first.count === 0) return;
    ready.shift();
    rooms.push(first.parts);
    taken += 1;
    onQuiet.refresh();
  };
  const close = (): void => {
    isOver = true;
    clearTimeout(onQuiet);
  };
  return { take, close };
}

/** Makes some rows after the other ready, and gives how many; none at the end. */
function rowsInTurn(chunks: Iterable<ColumnChunk>): (parts: readonly PartRoom[]) => number {
  const iterator = chunks[Symbol.iterator]();
  let chunk: ColumnChunk | undefined;
  let from = 0;
  return (parts) => {
    while (chunk === undefined || from === chunk.length) {
      const next = iterator.next();
      if (next.done === true) return 0;
      chunk = next.value;
      from = 0;
    }
    const count = Math.min(rowsAtOnce, chunk.length - from);
    for (const [at, { makeReady }] of parts.entries()) {
      makeReady({ values: chunk.columns[at] ?? [], from, count });
    }
    from += count;
    return count;
  };
}

/** DuckDB tells of a full disk in a sentence; we tell of it as of every file. */
function fileError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (!message.startsWith('IO Error')) return error;
  const code = message.includes('No space left') ? 'ENOSPC' : 'EIO';
  return Object.assign(new Error(message), { code, syscall: 'write' });
}
