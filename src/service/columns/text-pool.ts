import type { DataChunk } from '@duckdb/node-bindings';
import { numberIn, type ReferenceColumn, referenceAt } from '../../facts/index.ts';
import type { PooledTexts } from './column-table.ts';
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

export function textPool(writer: DuckDb, texts: PooledTexts): TextPool {
  const records = new Int32Array(0);
  const bytes = new Uint8Array(records.buffer);
  const pool: TextPool = { records, bytes, size: 0, held: [] };
  let long: LongText[] = [];
  const add = (text: string): void => {
    if (putShort(pool, text)) return;
    long.push({ text, at: pool.size - 1 });
    if (long.length < rowsAtOnce) return;
    addLong(pool, writer, long);
    long = [];
  };
  if ('references' in texts) {
    const { references, others } = texts;
    makeRoom(pool, references.rows + others.length);
    const put = numberedPutter(pool, references);
    for (let row = 0; row < references.rows; row += 1) {
      if (!put(row)) add(referenceAt(references, row));
    }
    for (const text of others) add(text);
  } else {
    for (const text of texts) add(text);
  }
  addLong(pool, writer, long);
  return pool;
}

/**
 * Puts references that are a stem and a number into their records without making a text of them;
 * false where one is none, or does not stand in a record.
 */
function numberedPutter(pool: TextPool, references: ReferenceColumn): (row: number) => boolean {
  const { stem, number, stems } = references;
  // By the number of the stem, which is 0 where there is none.
  const begun = [undefined, ...stems.map(({ text, digits }) => beginning(text, digits))];
  return (row) => {
    const own = begun[numberIn(stem, row)];
    if (own === undefined) return false;
    const { records, bytes, size } = pool;
    records.set(own.record, size * recordLength);
    const first = 4 * (size * recordLength + 1);
    let rest = numberIn(number, row);
    for (let at = first + own.length - 1; at >= first + own.stemLength; at -= 1) {
      const tenth = Math.floor(rest / 10);
      bytes[at] = zero + rest - 10 * tenth;
      rest = tenth;
    }
    pool.size += 1;
    return true;
  };
}

const zero = 0x30;

/** What the records of references begin with; undefined where they have no room in one. */
type Beginning = Readonly<{ record: Int32Array; length: number; stemLength: number }>;

function beginning(text: string, digits: number): Beginning | undefined {
  const length = text.length + digits;
  const isAscii = [...text].every((sign) => sign.charCodeAt(0) < 0x80);
  if (length > bytesInRecord || !isAscii) return undefined;
  const record = new Int32Array(recordLength);
  record[0] = length;
  new Uint8Array(record.buffer).set(new TextEncoder().encode(text), 4);
  return { record, length, stemLength: text.length };
}

/** A text, and the place of its record. */
type LongText = Readonly<{ text: string; at: number }>;

/** Makes a record for a text; false where the text does not stand in it and is to be put there. */
function putShort(pool: TextPool, text: string): boolean {
  const from = pool.size * recordLength;
  if (from + recordLength > pool.records.length) {
    makeRoom(pool, Math.max(recordsFirst, 2 * pool.size));
  }
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

/** Makes room for so many records. */
function makeRoom(pool: TextPool, count: number): void {
  const records = new Int32Array(count * recordLength);
  records.set(pool.records);
  pool.records = records;
  pool.bytes = new Uint8Array(records.buffer);
}
