import { open } from 'node:fs/promises';
import type { DuckDBTableFunction } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';
import { assert, type Result } from '../../problem/index.ts';
import { type ColumnFiller, columnFiller } from '../columns/column-filler.ts';
import type { ColumnChunk, ColumnTable, JoinedColumn } from '../columns/column-table.ts';
import { type DuckWriter, type DuckWriterLoader, loadDuckWriter } from '../columns/duck-writer.ts';
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
  load: DuckWriterLoader = loadDuckWriter,
): Promise<Result<string>> {
  const writer = await load().catch(() => undefined);
  if (writer === undefined) return { ok: false, problems: [parquetWriterMissing(path)] };
  return replaceWhole(path, async (beside) => {
    // The computer says in its own words why there can be no file; DuckDB would use others.
    await (await open(beside, 'w')).close();
    await copyTable(writer, table, beside);
  });
}

async function copyTable(writer: DuckWriter, table: ColumnTable, path: string): Promise<void> {
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
    connection.closeSync();
    instance.closeSync();
  }
}

function copyStatement({ columns, written, about }: ColumnTable, path: string): string {
  const names = written ?? columns.map(({ name }) => name);
  const cells = names.map((each) => (typeof each === 'string' ? sqlName(each) : joinedCell(each)));
  const rows = `select ${cells.join(', ')} from chunks()`;
  const said = about === undefined ? '' : `, kv_metadata {${aboutKey}: ${sqlText(about)}}`;
  return `copy (${rows}) to ${sqlText(path)} (format parquet${said})`;
}

function joinedCell({ name, of, by, unless }: JoinedColumn): string {
  const joined =
    of.length === 0 ? [] : [`concat_ws(${[sqlText(by), ...of.map(sqlName)].join(', ')})`];
  return `coalesce(${[sqlName(unless), ...joined].join(', ')}) as ${sqlName(name)}`;
}

function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What DuckDB asks for rows; `failure` is what went wrong while they were made. */
type TableSource = { asked: DuckDBTableFunction; failure?: unknown };

function tableSource(writer: DuckWriter, { columns, chunks }: ColumnTable): TableSource {
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
        putRows(writer, chunk, { fillers, count: rows.take() });
        // While DuckDB writes these, the next are made.
        setImmediate(rows.makeReady);
      } catch (error) {
        source.failure = error;
        info.setError('The rows could not be made.');
      }
    },
  });
  const source: TableSource = { asked };
  return source;
}

type ReadyRows = Readonly<{ fillers: readonly ColumnFiller[]; count: number }>;

/** Fills a chunk of DuckDB; the one that is left empty is the end. */
function putRows({ bindings }: DuckWriter, into: DataChunk, { fillers, count }: ReadyRows): void {
  bindings.data_chunk_set_size(into, count);
  if (count === 0) return;
  for (const [at, { put }] of fillers.entries()) put(bindings.data_chunk_get_vector(into, at));
}

/** Rows that are made ready before they are asked for. What goes wrong is told to who asks. */
type RowsAhead = Readonly<{ makeReady: () => void; take: () => number }>;

function rowsAhead(fillers: readonly ColumnFiller[], chunks: Iterable<ColumnChunk>): RowsAhead {
  const next = rowsInTurn(fillers, chunks);
  let ready: Readonly<{ count: number } | { failure: unknown }> | undefined;
  const makeReady = (): void => {
    if (ready !== undefined) return;
    try {
      ready = { count: next() };
    } catch (failure) {
      ready = { failure };
    }
  };
  const take = (): number => {
    makeReady();
    const taken = ready;
    ready = undefined;
    assert(taken !== undefined, 'rows are ready once they were made');
    if ('failure' in taken) throw taken.failure;
    return taken.count;
  };
  return { makeReady, take };
}

/** Makes some rows after the other ready in each column, and gives how many; none at the end. */
function rowsInTurn(fillers: readonly ColumnFiller[], chunks: Iterable<ColumnChunk>): () => number {
  const iterator = chunks[Symbol.iterator]();
  let chunk: ColumnChunk | undefined;
  let from = 0;
  return () => {
    while (chunk === undefined || from === chunk.length) {
      const next = iterator.next();
      if (next.done === true) return 0;
      chunk = next.value;
      from = 0;
    }
    const count = Math.min(rowsAtOnce, chunk.length - from);
    for (const [at, { makeReady }] of fillers.entries()) {
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
