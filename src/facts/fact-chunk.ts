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

/** Some rows as a store of columns hands them over. Columns without any text are left out. */
export type FactChunk = Readonly<{
  rows: number;
  /** The columns, one bit each, of which every row has a cell that is not empty. */
  full: number;
  /**
   * By the number of the column: numbers of texts in its pool, or days as `dayCell` has them; 0
   * where a cell is empty.
   */
  cells: readonly (Int32Array | undefined)[];
  id: TextPieces;
  participant: TextPieces | undefined;
  replaces: TextPieces | undefined;
}>;

/** Whether every row of a chunk has a cell of a column that is not empty. */
export function isFull({ full }: FactChunk, column: number): boolean {
  return (full & (1 << column)) !== 0;
}

/** The number in a cell of a chunk. */
export function cellAt({ cells }: FactChunk, column: number, row: number): number {
  const own = cells[column];
  return own === undefined ? 0 : (own[row] as number);
}
