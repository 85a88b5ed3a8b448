import type { DuckDBVector } from '@duckdb/node-api';

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

type Inside = Readonly<{
  items?: unknown;
  dataView?: unknown;
  validity?: Readonly<{ data?: unknown; offset?: unknown }>;
}>;

/**
 * Looks into a vector: its own methods make an object or a text of each value. Undefined where it
 * is made in another way than this knows, and rows must be read by those methods.
 */
export function findRaw(vector: DuckDBVector): RawVector | undefined {
  const { items, dataView, validity } = vector as unknown as Inside;
  if (validity?.offset !== 0) return undefined;
  const { data } = validity;
  if (data !== null && !(data instanceof BigUint64Array)) return undefined;
  const filled =
    data === null ? undefined : new Uint32Array(data.buffer, data.byteOffset, 2 * data.length);
  const isNumbers = items instanceof Int32Array || items instanceof Uint8Array;
  if (isNumbers) return { items, texts: undefined, filled };
  if (items instanceof BigInt64Array) {
    const halves = new Int32Array(items.buffer, items.byteOffset, 2 * items.length);
    return { items: undefined, texts: undefined, filled, halves };
  }
  if (!(dataView instanceof DataView) || dataView.byteOffset % 4 !== 0) return undefined;
  const texts = new Int32Array(dataView.buffer, dataView.byteOffset, dataView.byteLength / 4);
  return { items: undefined, texts, filled };
}

export function isFilledAt(filled: Uint32Array, row: number): boolean {
  return ((filled[row >>> 5] as number) & (1 << (row & 31))) !== 0;
}
