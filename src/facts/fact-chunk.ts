import type { Column } from './columns.ts';
import type { TextPieces } from './reference-reader.ts';

/** Columns that hold one of a pool of texts. */
export const pooledNames = [
  'kind',
  'cohort',
  'provider',
  'group',
  'with',
  'value',
  'low',
  'high',
  'about',
  'source',
  'method',
  'state',
  'signer',
] as const satisfies readonly Column[];

export type PooledName = (typeof pooledNames)[number];

/** A cell is a number of a text in its pool, or a day as `dayCell` has it; 0 where it is empty. */
export type Cells = Uint8Array | Uint16Array | Int32Array;

/** Some rows as a store of columns hands them over. Columns without any text are left out. */
export type FactChunk = Readonly<{
  rows: number;
  /** By the number of the column. */
  cells: readonly (Cells | undefined)[];
  id: TextPieces;
  participant: TextPieces | undefined;
  replaces: TextPieces | undefined;
}>;

/** The number in a cell of a chunk. */
export function cellAt({ cells }: FactChunk, column: number, row: number): number {
  const own = cells[column];
  return own === undefined ? 0 : (own[row] as number);
}
