import type { ReferenceTexts } from '../../settlement/index.ts';

/** What the values of a column are. Their numbers are written as each says. */
export type ColumnType =
  /** Days since 1970-01-01. */
  | Readonly<{ is: 'day' }>
  | Readonly<{ is: 'whole' }>
  /** Exact decimals, in units of their last place: pounds with two places in pence. */
  | Readonly<{ is: 'decimal'; places: number }>
  /** A text for each row: each costs as much as twenty numbers. */
  | Readonly<{ is: 'text' }>
  /** One of a few texts or of millions, all different, by its number among them. */
  | Readonly<{ is: 'pooled'; texts: PooledTexts }>;

/** Texts one after the other, or such as are references and need not be made. */
export type PooledTexts = Iterable<string> | ReferenceTexts;

/** A column by name; where a cell may be empty, `absent` is the number that says so. */
export type TableColumn = Readonly<{ name: string; type: ColumnType; absent?: number }>;

/** Numbers for as many rows as a chunk has, or texts where the column is one of texts. */
export type ColumnValues =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int32Array
  | Float64Array
  | readonly (string | undefined)[];

/** Some rows of a table, with the values of each column in the order of the columns. */
export type ColumnChunk = Readonly<{ length: number; columns: readonly ColumnValues[] }>;

/**
 * A column of the file that chunks do not hold: the texts of others with a sign between them, or
 * the text of the column `unless`, where one is named, in those rows in which it has one.
 */
export type JoinedColumn = Readonly<{
  name: string;
  of: readonly string[];
  by: string;
  unless?: string;
}>;

/** A column of the file of which every cell is empty. */
export type EmptyColumn = Readonly<{ name: string; empty: 'text' | 'day' }>;

/**
 * A table that comes by its columns, a chunk at a time. A chunk is read before the next is asked
 * for, so that all may be made in the same arrays.
 */
export type ColumnTable = Readonly<{
  columns: readonly TableColumn[];
  chunks: Iterable<ColumnChunk>;
  /** What the file has, in its order: the columns where this is absent. */
  written?: readonly (string | JoinedColumn | EmptyColumn)[];
  /** What the file says of the whole table, in JSON: what it is of. */
  about?: string;
}>;
