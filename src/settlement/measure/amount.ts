import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  maxFraction,
  multiply,
  subtract,
  zero,
} from '../../money/index.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import type { MeasurePays, MeasureRow } from '../plan/measure-plan.ts';
import type { Value } from './numbers.ts';

/** What is paid for a cohort by its own number. The second test of others is in `second-test`. */
export type PaysForItself = Exclude<MeasurePays, { is: 'each cohort unpaid' }>;

/** How an amount came about: the row, and how many points or people above the mark. */
export type Worked = Readonly<{ amount: Fraction; row?: MeasureRow; above?: Fraction }>;

/** What a number pays, exact, in smallest units; nothing where it is not known. */
export function workOut(pays: PaysForItself, found: Value): Worked | undefined {
  if (found.value === undefined) return undefined;
  switch (pays.is) {
    case 'rows':
      return byRow(pays.rows, found.value);
    case 'each one above':
      return byEachOne(pays, found);
  }
}

/** The exact number is compared, never a rounded one. */
function byRow(rows: readonly MeasureRow[], value: Fraction): Worked {
  const row = rows.find((each) => holds(each, value));
  if (row === undefined) return { amount: zero };
  const { amount, each } = row;
  if (each === undefined) return { amount, row };
  const above = wholeIf(each.whole, divide(subtract(value, each.above), each.unit));
  const more = multiply(each.amount, above);
  return { amount: add(amount, more), row, above };
}

function holds({ least, under }: MeasureRow, value: Fraction): boolean {
  return (
    (least === undefined || compareFractions(value, least) >= 0) &&
    (under === undefined || compareFractions(value, under) < 0)
  );
}

type EachOne = Extract<MeasurePays, { is: 'each one above' }>;

function byEachOne({ share, amount, whole }: EachOne, { sums }: Value): Worked {
  if (sums === undefined) return { amount: zero, above: zero };
  const mark = multiply(share, fraction(sums.denominator));
  const above = wholeIf(whole, subtract(sums.numerator, mark));
  return { amount: multiply(amount, above), above };
}

/** Never below nothing, and down to whole ones where only those are paid. */
function wholeIf(isWhole: boolean, number: Fraction): Fraction {
  const positive = maxFraction(number, zero);
  return isWhole ? fraction(roundedDown(positive)) : positive;
}
