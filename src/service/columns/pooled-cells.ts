import type { TableColumn } from './column-table.ts';

/** A column of texts of which many are alike, by their numbers. */
export type PooledCells = Omit<TableColumn, 'name'> & Readonly<{ values: Int32Array }>;

const noText = -1;

/** Texts by their numbers, in the order in which they come first. */
export function pooledCells(cells: readonly (string | undefined)[]): PooledCells {
  const numbers = new Map<string, number>();
  const values = Int32Array.from(cells, (text) => {
    if (text === undefined) return noText;
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) numbers.set(text, number);
    return number;
  });
  return { type: { is: 'pooled', texts: numbers.keys() }, absent: noText, values };
}
