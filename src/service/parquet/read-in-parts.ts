import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type ColumnSource,
  type FactColumns,
  type JoinedNames,
  joinNames,
  placedColumns,
  placedRows,
  placesOfAll,
  sourceOf,
} from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { quotedText } from './column-query.ts';
import type { FromPart, RowRange, ToPart } from './part-messages.ts';
import { openPartThreads, type PartThreads } from './part-threads.ts';
import { type Asked, beginLoading, type ColumnFacts, type Loading } from './read-columns.ts';
import type { ParquetTable } from './survey.ts';

/** A table with the files that it is in, as DuckDB is told of them. */
export type FilesTable = ParquetTable & Readonly<{ files: readonly string[] }>;

/** The same as `readColumns`, and how many threads are to read; they may be opened elsewhere. */
export type AskedInParts = Asked & Readonly<{ threads: number; open?: typeof openPartThreads }>;

/**
 * Reads the facts of a table by column as `readColumns` does, but each thread reads a part of the
 * rows, puts them among those of all, and checks a part of the participants.
 */
export async function readInParts(
  connection: DuckDBConnection,
  table: FilesTable,
  asked: AskedInParts,
): Promise<ColumnFacts | undefined> {
  const threads = (asked.open ?? openPartThreads)(asked.threads);
  try {
    const loading = await beginLoading(connection, table, asked);
    if (loading === undefined) return undefined;
    const ranges = await rangesIn(connection, table, asked.threads);
    return await readRanges(threads, { ...loading, ranges, asked });
  } finally {
    await threads.close();
  }
}

type Parts = Loading & Readonly<{ ranges: readonly (readonly RowRange[])[]; asked: AskedInParts }>;

async function readRanges(
  threads: PartThreads,
  { table, survey, loader, ranges, asked }: Parts,
): Promise<ColumnFacts | undefined> {
  const { rules, kinds, onRows } = asked;
  const { columns, idsReplaced } = loader;
  const replaced = { stems: columns.id.stems, set: idsReplaced };
  const { types } = table;
  const parts = ranges.length;
  const { stop } = threads;
  const common = { types, survey, rules, ...(kinds && { kinds }), replaced, parts, stop };
  let rowsRead = 0;
  const read = await threads.askEach(
    ranges.map((own) => ({ is: 'read', part: { ...common, ranges: own } })),
    (more) => {
      rowsRead += more;
      onRows?.(rowsRead, survey.rows);
    },
  );
  if (read === undefined) return undefined;
  onRows?.(survey.rows, survey.rows);
  const names = joinNames(
    read.map((answer) => only(answer, 'read').names),
    columns.provider,
  );
  const source = names && (await placeAll(threads, { names, parts, columns }));
  return source && { source, rows: survey.rows };
}

type Placing = Readonly<{ names: JoinedNames; parts: number; columns: FactColumns }>;

/** Has each thread put its rows among those of all, and check some of the participants. */
async function placeAll(
  threads: PartThreads,
  { names: { participants, ...names }, parts, columns }: Placing,
): Promise<ColumnSource | undefined> {
  const each = Array.from({ length: parts }, (_, part) => part);
  const counted = await threads.askEach(each.map(() => ({ is: 'count', names })));
  if (counted === undefined) return undefined;
  const all = placesOfAll(counted.map((answer) => only(answer, 'counted').counts));
  const { starts, shared } = all;
  const placed = await threads.askEach(
    all.parts.map((places) => ({ is: 'place', places: { ...places, shared } })),
  );
  const rests = placed?.map((answer) => only(answer, 'placed').rest);
  const rows = rests && placedRows(all, rests, names.idStems);
  if (rows === undefined) return undefined;
  const count = participants.rows;
  const checked = await threads.askEach(
    each.map((part): ToPart => {
      const from = Math.floor((count * part) / parts);
      const to = Math.floor((count * (part + 1)) / parts);
      return { is: 'check', rows, groups: { starts, participants, from, to } };
    }),
  );
  const whole = placedColumns(rows, participants, columns);
  return checked && sourceOf(whole, { starts, participants });
}

/** An answer that is of the kind that was asked for. */
function only<Is extends FromPart['is']>(answer: FromPart, is: Is): Extract<FromPart, { is: Is }> {
  assert(answer.is === is, 'a thread answers what it is asked');
  return answer as Extract<FromPart, { is: Is }>;
}

/** The rows of all files in at most so many parts that are alike in size. */
async function rangesIn(
  connection: DuckDBConnection,
  { files }: FilesTable,
  parts: number,
): Promise<readonly (readonly RowRange[])[]> {
  const counts: number[] = [];
  for (const file of files) {
    const counted = await connection.runAndReadAll(
      `select count(*)::integer from read_parquet(${quotedText(file)})`,
    );
    counts.push(Number(counted.getRows()[0]?.[0]));
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const size = Math.ceil(total / parts);
  const ranges = Array.from({ length: Math.ceil(total / size) }, (): RowRange[] => []);
  let before = 0;
  for (const [at, count] of counts.entries()) {
    for (const [part, own] of ranges.entries()) {
      const from = Math.max(0, part * size - before);
      const to = Math.min(count, (part + 1) * size - before);
      if (from < to) own.push({ file: files[at] ?? '', from, to });
    }
    before += count;
  }
  return ranges;
}
