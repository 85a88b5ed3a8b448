import type { DataChunk } from '@duckdb/node-bindings';
import type { DuckWriter } from './duck-writer.ts';

/** How many rows DuckDB takes at once. */
export const rowsAtOnce = 2048;

/** DuckDB's record of a text: its length, its first bytes, and the rest or where it stands. */
export const recordLength = 4;

/**
 * Texts in DuckDB's own memory, and its record of each in order. A row that is given the record
 * has the text without its being made or copied again, for as long as `held` is there.
 */
export type TextPool = { records: Int32Array; size: number; readonly held: DataChunk[] };

export function textPool(writer: DuckWriter, texts: Iterable<string>): TextPool {
  const pool: TextPool = { records: new Int32Array(0), size: 0, held: [] };
  let piece: string[] = [];
  for (const text of texts) {
    if (piece.push(text) < rowsAtOnce) continue;
    addTexts(pool, writer, piece);
    piece = [];
  }
  addTexts(pool, writer, piece);
  return pool;
}

function addTexts(pool: TextPool, { api, bindings }: DuckWriter, texts: readonly string[]): void {
  const chunk = bindings.create_data_chunk([api.VARCHAR.toLogicalType().logical_type]);
  bindings.data_chunk_set_size(chunk, texts.length);
  const vector = bindings.data_chunk_get_vector(chunk, 0);
  for (const [at, text] of texts.entries()) bindings.vector_assign_string_element(vector, at, text);
  const bytes = bindings.vector_get_data(vector, texts.length * recordLength * 4);
  const needed = (pool.size + texts.length) * recordLength;
  if (needed > pool.records.length) pool.records = longer(pool.records, 2 * needed);
  new Uint8Array(pool.records.buffer).set(bytes, pool.size * recordLength * 4);
  pool.size += texts.length;
  pool.held.push(chunk);
}

function longer(records: Int32Array, length: number): Int32Array {
  const copy = new Int32Array(length);
  copy.set(records);
  return copy;
}
