import { type NumberColumn, numberColumn, numberIn, putNumber } from './number-column.ts';

/** Different values, numbered from 1 as they come, each found again by how it is written. */
export type ValuePool<Value> = Readonly<{ values: Value[]; numbers: Map<string, number> }>;

/** A column in which the same few values come again and again: each row holds its number. */
export type PooledColumn<Value> = Readonly<{ cells: NumberColumn; pool: ValuePool<Value> }>;

export function pooledColumn<Value>(rowsExpected?: number): PooledColumn<Value> {
  return { cells: numberColumn(rowsExpected), pool: { values: [], numbers: new Map() } };
}

/** The number of a value, which is kept if it is new. */
export function numberOf<Value>(
  { values, numbers }: ValuePool<Value>,
  text: string,
  value: Value,
): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const number = values.push(value);
  numbers.set(text, number);
  return number;
}

/** Puts a value into a row. */
export function putValue<Value>(
  { cells, pool }: PooledColumn<Value>,
  row: number,
  { text, value }: Readonly<{ text: string; value: Value }>,
): void {
  putNumber(cells, row, numberOf(pool, text, value));
}

/** The value in a row; undefined where it has none. */
export function valueAt<Value>(
  { cells, pool }: PooledColumn<Value>,
  row: number,
): Value | undefined {
  const number = numberIn(cells, row);
  return number === 0 ? undefined : pool.values[number - 1];
}
