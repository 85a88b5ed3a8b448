import type { DataChunk } from '@duckdb/node-bindings';
import { assert } from '../../problem/index.ts';

/** What DuckDB holds of one column of a chunk, as it holds it. */
export type RawVector = Readonly<{
  /** Days and numbers. */
  items: Int32Array | Uint8Array | undefined;
  /** Whole numbers of 64 bits in two halves, the lower one first. */
  halves?: Int32Array;
  /** Texts, four words each. */
  texts: Int32Array | undefined;
  /** One bit for each row that is not empty, 32 at a time; undefined where none is empty. */
  filled: Uint32Array | undefined;
}>;

/** What a column of a query is asked for as. */
export type RawType = 'UTINYINT' | 'INTEGER' | 'DATE' | 'BIGINT' | 'VARCHAR';

/** Looks into the column of a chunk at a place. */
export type RawReader = (chunk: DataChunk, at: number, type: RawType) => RawVector;

const bytesEach: Readonly<Record<RawType, number>> = {
  UTINYINT: 1,
  INTEGER: 4,
  DATE: 4,
  BIGINT: 8,
  VARCHAR: 16,
};

/**
 * Reads columns where DuckDB has them, by its bindings: the vectors made of these hold as much
 * again in objects, each of which is to be let go of, and their methods make an object or a text of
 * each value. What is read is there for as long as its chunk is.
 */
export function rawReader(bindings: typeof import('@duckdb/node-bindings')): RawReader {
  return (chunk, at, type) => {
    const rows = bindings.data_chunk_get_size(chunk);
    const vector = bindings.data_chunk_get_vector(chunk, at);
    const data = bindings.vector_get_data(vector, rows * bytesEach[type]);
    // The declarations say that there is always one; where no row is empty there is none.
    const validity: Uint8Array | null = bindings.vector_get_validity(
      vector,
      Math.ceil(rows / bitsInWord) * (bitsInWord / 8),
    );
    const filled =
      validity === null
        ? undefined
        : new Uint32Array(validity.buffer, validity.byteOffset, validity.byteLength / 4);
    if (type === 'UTINYINT') return { items: data, texts: undefined, filled };
    assert(data.byteOffset % 4 === 0, 'what DuckDB holds begins with a whole word');
    const words = new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4);
    if (type === 'VARCHAR') return { items: undefined, texts: words, filled };
    if (type === 'BIGINT') return { items: undefined, halves: words, texts: undefined, filled };
    return { items: words, texts: undefined, filled };
  };
}

/** DuckDB notes which rows are not empty in words of so many bits. */
const bitsInWord = 64;

export function isFilledAt(filled: Uint32Array, row: number): boolean {
  return ((filled[row >>> 5] as number) & (1 << (row & 31))) !== 0;
}
