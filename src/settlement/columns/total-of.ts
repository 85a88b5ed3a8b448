import { numbersOf } from '../../facts/index.ts';
import { payableOfDue } from '../due/due.ts';
import type { LineColumns } from './line-columns.ts';

/** What all lines come to. */
export function totalOf(columns: LineColumns): bigint {
  const { rows, worths, worth, kept, unpaidAmount } = columns;
  const counts = new Float64Array(worths.values.length + 1);
  const numbers = numbersOf(worth, rows);
  const amounts = unpaidAmount.values;
  let [unpaid, some] = [0n, 0];
  for (let row = 0; row < rows; row += 1) {
    const number = numbers[row] as number;
    if (number === 0) continue;
    counts[number] = (counts[number] as number) + 1;
    if (row >= amounts.length) continue;
    const sum = some + (amounts[row] as number);
    // A plain number holds the sum of as many as it can.
    if (Number.isSafeInteger(sum)) some = sum;
    else [unpaid, some] = [unpaid + BigInt(some), amounts[row] as number];
  }
  let total = -unpaid - BigInt(some);
  worths.values.forEach(({ gross }, at) => {
    total += gross * BigInt(counts[at + 1] as number);
  });
  for (const { due } of kept.values()) total += payableOfDue(due);
  return total;
}
