import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  maxFraction,
  multiply,
  negate,
  subtract,
  zero,
} from '../../money/index.ts';
import { roundedDown } from '../pay/rounding-of-total.ts';
import type { MeasurePays, MeasureRow } from '../plan/measure-plan.ts';
import type { Value } from './numbers.ts';
import { nothing } from './sums.ts';

/** What is paid for a cohort by its own number. The second test of others is in `second-test`. */
export type PaysForItself = Exclude<MeasurePays, { is: 'each cohort unpaid' }>;

/** How an amount came about: the row, the mark, and how many points or people are beyond it. */
export type Worked = Readonly<{
  amount: Fraction;
  row?: MeasureRow;
  mark?: Fraction;
  beyond?: Fraction;
}>;

/** What a number pays, exact, in smallest units; nothing where it is not known. */
export function workOut(pays: PaysForItself, found: Value): Worked | undefined {
  if (found.value === undefined) return undefined;
  switch (pays.is) {
    case 'rows':
      return byRow(pays.rows, found.value);
    case 'each one beyond':
      return byEachOne(pays, found);
  }
}

/** The exact number is compared, never a rounded one. */
function byRow(rows: readonly MeasureRow[], value: Fraction): Worked {
  const row = rows.find((each) => holds(each, value));
  if (row === undefined) return { amount: zero };
  const { amount, each } = row;
  if (each === undefined) return { amount, row };
  const beyond = wholeIf(each.whole, divide(subtract(value, each.above), each.unit));
  const more = multiply(each.amount, beyond);
  return { amount: add(amount, more), row, beyond };
}

function holds({ least, under }: MeasureRow, value: Fraction): boolean {
  return (
    (least === undefined || compareFractions(value, least) >= 0) &&
    (under === undefined || compareFractions(value, under) < 0)
  );
}

type EachOne = Extract<MeasurePays, { is: 'each one beyond' }>;

function byEachOne(
  { side, mark: each, amount, whole }: EachOne,
  { sums = nothing }: Value,
): Worked {
  const mark = multiply(each.value, fraction(sums.denominator));
  const above = subtract(sums.numerator, mark);
  const beyond = wholeIf(whole, side === 'above' ? above : negate(above));
  return { amount: multiply(amount, beyond), mark, beyond };
}

/** Never below nothing, and down to whole ones where only those are paid. */
function wholeIf(isWhole: boolean, number: Fraction): Fraction {
  const positive = maxFraction(number, zero);
  return isWhole ? fraction(roundedDown(positive)) : positive;
}
