import type { Vector } from '@duckdb/node-bindings';
import type { DuckDb } from './duck-db.ts';
import { rowsAtOnce } from './text-pool.ts';

/** One bit for each row of a vector: whether it says something. */
export type ColumnMarks = { readonly bytes: Uint8Array<ArrayBuffer>; hasAbsent: boolean };

export function columnMarks(): ColumnMarks {
  return { bytes: new Uint8Array(rowsAtOnce / 8), hasAbsent: false };
}

/** Marks all rows as saying something. */
export function clearMarks(marks: ColumnMarks): void {
  marks.bytes.fill(0xff);
  marks.hasAbsent = false;
}

export function markAbsent(marks: ColumnMarks, row: number): void {
  const { bytes } = marks;
  bytes[row >> 3] = (bytes[row >> 3] as number) & ~(1 << (row & 7));
  marks.hasAbsent = true;
}

/** A vector says of itself that all its rows say something, until it is told otherwise. */
export function writeMarks({ bindings }: DuckDb, vector: Vector, marks: ColumnMarks): void {
  if (!marks.hasAbsent) return;
  const { buffer, byteLength } = marks.bytes;
  bindings.vector_ensure_validity_writable(vector);
  bindings.copy_data_to_vector_validity(vector, 0, buffer, 0, byteLength);
}
