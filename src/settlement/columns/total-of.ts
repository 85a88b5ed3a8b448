import { numberIn } from '../../facts/index.ts';
import { payableOfDue } from '../due/due.ts';
import { amountIn } from './amount-column.ts';
import type { LineColumns } from './line-columns.ts';

/** What all lines come to. */
export function totalOf(columns: LineColumns): bigint {
  const { rows, worths, worth, kept, unpaidAmount } = columns;
  const counts = new Float64Array(worths.values.length);
  let unpaid = 0n;
  for (let row = 0; row < rows; row += 1) {
    const number = numberIn(worth, row);
    if (number === 0) continue;
    counts[number - 1] = (counts[number - 1] as number) + 1;
    const amount = amountIn(unpaidAmount, row);
    if (amount !== 0) unpaid += BigInt(amount);
  }
  let total = -unpaid;
  worths.values.forEach(({ gross }, at) => {
    total += gross * BigInt(counts[at] as number);
  });
  for (const { due } of kept.values()) total += payableOfDue(due);
  return total;
}
