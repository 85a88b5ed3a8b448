import type { DataChunk } from '@duckdb/node-bindings';
import type { DuckDb } from './duck-db.ts';

/** How many rows DuckDB takes at once. */
export const rowsAtOnce = 2048;

/** DuckDB's record of a text: its length, its first bytes, and the rest or where it stands. */
export const recordLength = 4;

/** A text of at most so many bytes stands whole in its record. */
const bytesInRecord = 12;

/**
 * DuckDB's record of each text in order; what does not stand in a record is in DuckDB's own memory.
 * A row that is given the record has the text without its being made or copied again, for as long
 * as `held` is there.
 */
export type TextPool = {
  records: Int32Array;
  /** The same memory by byte. */
  bytes: Uint8Array;
  size: number;
  readonly held: DataChunk[];
};

export function textPool(writer: DuckDb, texts: Iterable<string>): TextPool {
  const records = new Int32Array(0);
  const bytes = new Uint8Array(records.buffer);
  const pool: TextPool = { records, bytes, size: 0, held: [] };
  let long: LongText[] = [];
  for (const text of texts) {
    if (putShort(pool, text)) continue;
    long.push({ text, at: pool.size - 1 });
    if (long.length < rowsAtOnce) continue;
    addLong(pool, writer, long);
    long = [];
  }
  addLong(pool, writer, long);
  return pool;
}

/** A text, and the place of its record. */
type LongText = Readonly<{ text: string; at: number }>;

/** Makes a record for a text; false where the text does not stand in it and is to be put there. */
function putShort(pool: TextPool, text: string): boolean {
  const from = pool.size * recordLength;
  if (from + recordLength > pool.records.length) lengthen(pool);
  pool.size += 1;
  const { length } = text;
  if (length > bytesInRecord) return false;
  pool.records[from] = length;
  const first = 4 * (from + 1);
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) return false;
    pool.bytes[first + at] = unit;
  }
  return true;
}

function addLong(pool: TextPool, { api, bindings }: DuckDb, texts: readonly LongText[]): void {
  const chunk = bindings.create_data_chunk([api.VARCHAR.toLogicalType().logical_type]);
  bindings.data_chunk_set_size(chunk, texts.length);
  const vector = bindings.data_chunk_get_vector(chunk, 0);
  for (const [own, { text }] of texts.entries()) {
    bindings.vector_assign_string_element(vector, own, text);
  }
  const bytes = bindings.vector_get_data(vector, texts.length * recordLength * 4);
  const records = new Int32Array(bytes.slice().buffer);
  for (const [own, { at }] of texts.entries()) {
    const from = own * recordLength;
    pool.records.set(records.subarray(from, from + recordLength), at * recordLength);
  }
  pool.held.push(chunk);
}

const recordsFirst = 1024;

function lengthen(pool: TextPool): void {
  const records = new Int32Array(Math.max(recordsFirst * recordLength, 2 * pool.records.length));
  records.set(pool.records);
  pool.records = records;
  pool.bytes = new Uint8Array(records.buffer);
}
