import { cutRows, type NumberColumn, numberIn, takeRows } from '../../facts/index.ts';
import type { LineColumns } from '../columns/line-columns.ts';
import { sortByPayableDay } from '../columns/rows-in-line.ts';

/** In which order the rows of a shard are handed over. */
export type ShardOrder = Readonly<{
  ofColumn: (column: NumberColumn) => NumberColumn;
  ofAmounts: (amounts: Float64Array) => Float64Array;
  /** What some rows have beside their columns. */
  ofBeside: <Value>(beside: ReadonlyMap<number, Value>) => ReadonlyMap<number, Value>;
  /** The first rows of stretches of one payable day; absent where they come by participant. */
  stretches: Int32Array | undefined;
}>;

/** So many rows as they come. */
export function asTheyCome(rows: number): ShardOrder {
  return {
    ofColumn: (column) => cutRows(column, { from: 0, to: rows }),
    ofAmounts: (amounts) => amounts.slice(0, rows),
    ofBeside: (beside) => beside,
    stretches: undefined,
  };
}

/**
 * By payable day, and as they come on each, for who walks the rows of all shards in line: what is
 * near there is near here.
 */
export function byPayableDay({ payableOn, rows }: LineColumns): ShardOrder {
  const all = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) all[row] = row;
  const order = new Int32Array(rows);
  sortByPayableDay(order, payableOn, all);
  const placeOf = all;
  for (let place = 0; place < rows; place += 1) placeOf[order[place] as number] = place;
  return {
    ofColumn: (column) => takeRows(column, order),
    ofAmounts: (amounts) =>
      amounts.length === 0 ? amounts : Float64Array.from(order, (row) => amounts[row] ?? 0),
    ofBeside: (beside) =>
      new Map([...beside].map(([row, value]) => [placeOf[row] as number, value])),
    stretches: stretchesIn(takeRows(payableOn, order), rows),
  };
}

/** The rows, which stand by payable day, that have another than the one before. */
function stretchesIn(payableOn: NumberColumn, rows: number): Int32Array {
  const starts: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row += 1) {
    const payable = numberIn(payableOn, row);
    if (payable !== last) starts.push(row);
    last = payable;
  }
  return Int32Array.from(starts);
}
