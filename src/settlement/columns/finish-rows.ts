import type { OnMet } from '../due/limit.ts';
import type { Pricer } from '../pay/price.ts';
import type { BandColumns } from './band-columns.ts';
import { bandRows } from './band-rows.ts';
import type { LimitColumns } from './limit-columns.ts';
import { putParts } from './limit-dues.ts';
import { limitRows } from './limit-rows.ts';
import type { LineColumns } from './line-columns.ts';
import { compareRows } from './rows-in-line.ts';

/** How rows are counted in bands, and the limits over them, where some are of many. */
export type OfMany = Readonly<{ bands: BandColumns; limits: LimitColumns }>;

/** Lines of which all is worked out but what others leave of them. */
export type Unfinished = OfMany &
  Readonly<{ columns: LineColumns; price: Pricer; onMet: OnMet | undefined }>;

/** Steps 7 and 10 over the rows of all, in place in line. */
export function finishRows(unfinished: Unfinished, rows: Int32Array): void {
  const { columns } = unfinished;
  for (const [row, due] of bandRows(unfinished, rows)) putParts(unfinished, row, due);
  const compare = (one: number, other: number) => compareRows(columns, one, other);
  limitRows(unfinished, { rows, compare });
}
