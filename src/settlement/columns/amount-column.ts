import { assert } from '../../problem/index.ts';

/** A column of amounts in whole smallest units, 0 where there is none. */
export type AmountColumn = { values: Float64Array };

const rowsFirst = 256;

export function amountColumn(): AmountColumn {
  return { values: new Float64Array(0) };
}

/** Puts an amount into a row. Every one that a plain number cannot hold exactly is a fault. */
export function putAmount(column: AmountColumn, row: number, amount: bigint): void {
  putAmountOf(column, row, Number(amount));
}

/** The same of an amount as a plain number. */
export function putAmountOf(column: AmountColumn, row: number, value: number): void {
  assert(Number.isSafeInteger(value), 'an amount of a line is a safe whole number');
  if (row >= column.values.length) {
    const longer = new Float64Array(Math.max(2 * column.values.length, row + 1, rowsFirst));
    longer.set(column.values);
    column.values = longer;
  }
  column.values[row] = value;
}

/** The amount in a row. */
export function amountIn({ values }: AmountColumn, row: number): number {
  return row < values.length ? (values[row] as number) : 0;
}
