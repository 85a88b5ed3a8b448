import { open } from 'node:fs/promises';
import type { DuckDBTableFunction } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';
import type { Result } from '../../problem/index.ts';
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
  const instance = await writer.api.DuckDBInstance.create(':memory:', { threads: '2' });
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
  const fillNext = chunkReader(writer, fillers, chunks);
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
        fillNext(chunk);
      } catch (error) {
        source.failure = error;
        info.setError('The rows could not be made.');
      }
    },
  });
  const source: TableSource = { asked };
  return source;
}

/** Fills one chunk of DuckDB after another; the one that is left empty is the end. */
function chunkReader(
  { bindings }: DuckWriter,
  fillers: readonly ColumnFiller[],
  chunks: Iterable<ColumnChunk>,
): (into: DataChunk) => void {
  const iterator = chunks[Symbol.iterator]();
  let chunk: ColumnChunk | undefined;
  let from = 0;
  return (into) => {
    while (chunk === undefined || from === chunk.length) {
      const next = iterator.next();
      if (next.done === true) return bindings.data_chunk_set_size(into, 0);
      chunk = next.value;
      from = 0;
    }
    const count = Math.min(rowsAtOnce, chunk.length - from);
    bindings.data_chunk_set_size(into, count);
    for (const [at, { fill }] of fillers.entries()) {
      const values = chunk.columns[at] ?? [];
      fill(bindings.data_chunk_get_vector(into, at), { values, from, count });
    }
    from += count;
  };
}

/** DuckDB tells of a full disk in a sentence; we tell of it as of every file. */
function fileError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (!message.startsWith('IO Error')) return error;
  const code = message.includes('No space left') ? 'ENOSPC' : 'EIO';
  return Object.assign(new Error(message), { code, syscall: 'write' });
}
