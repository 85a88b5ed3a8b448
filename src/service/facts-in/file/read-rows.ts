import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import {
  cellReader,
  columns,
  csvReader,
  type FactTable,
  ndjsonReader,
} from '../../../facts/index.ts';
import { type ParquetRow, parquetPieces, parquetRows } from '../../fact-files/read-parquet.ts';
import { lieOpen } from '../../files/lie-open.ts';
import { utf8Text } from '../../files/utf8-text.ts';
import { type Reading, readCells } from './reading.ts';

/** A file of facts to be read. */
export type FactsFile = Readonly<{
  type: 'csv' | 'ndjson' | 'parquet';
  pieces: AsyncIterable<Uint8Array>;
  /** How its columns are read, where they are not ours. */
  reading?: Reading | undefined;
}>;

/**
 * Reads the rows of a file into a table, and stops after each piece for what has come so far to be
 * taken out of it. Gives how many bytes were read.
 */
export async function* readRows(table: FactTable, file: FactsFile): AsyncGenerator<number> {
  if (file.type === 'parquet') yield* readParquetRows(table, file.pieces);
  else if (file.reading === undefined) yield* readText(table, file);
  else yield* readMapped(table, file.pieces, file.reading);
}

async function* readText(table: FactTable, { type, pieces }: FactsFile): AsyncGenerator<number> {
  const reader = type === 'csv' ? csvReader(table, '') : ndjsonReader(table, '');
  const text = utf8Text();
  let bytes = 0;
  let isFirst = true;
  for await (const piece of pieces) {
    bytes += piece.length;
    const read = text.push(piece);
    reader.push(isFirst ? read.replace(/^\ufeff/, '') : read);
    isFirst = false;
    yield bytes;
  }
  reader.push(text.end());
  reader.end();
  yield bytes;
}

/** The rows of a file with columns of its own, each with its cells in ours. */
export async function* mappedRows(
  pieces: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<Readonly<{ cells: ReturnType<typeof readCells>; line: number }>> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {
    delimiter: reading.separator,
    skipEmptyLines: true,
  });
  const feeding = pipeline(Readable.from(pieces), parser);
  let names: readonly string[] | undefined;
  let line = 1;
  for await (const row of parser as AsyncIterable<readonly string[]>) {
    if (names === undefined) {
      names = row.map((name) => name.replace(/^\ufeff/, '').trim());
      continue;
    }
    line += 1;
    yield { cells: readCells(reading, names, row), line };
  }
  await feeding;
}

async function* readMapped(
  table: FactTable,
  pieces: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<number> {
  const counter = { bytes: 0 };
  const add = cellReader(table, '', columns);
  for await (const { cells, line } of mappedRows(counted(pieces, counter), reading)) {
    add(
      columns.map((column) => cells[column]),
      line,
    );
    if (line % 1024 === 0) yield counter.bytes;
  }
  yield counter.bytes;
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  counter: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    counter.bytes += piece.length;
    yield piece;
  }
}

async function* readParquetRows(
  table: FactTable,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<number> {
  const lying = await lieOpen(pieces);
  try {
    for await (const _ of parquetPieces(table, { path: lying.path })) yield lying.bytes;
  } finally {
    await lying.close();
  }
  yield lying.bytes;
}

/** The rows of a Parquet file, each with its cells in our columns. */
export async function* parquetRowsOf(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<ParquetRow> {
  const lying = await lieOpen(pieces);
  try {
    yield* parquetRows({ path: lying.path });
  } finally {
    await lying.close();
  }
}
