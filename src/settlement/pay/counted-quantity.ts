import type { DayNumber } from '../../calendar/index.ts';
import { divide, type Fraction, isZero, multiply, one, subtract, zero } from '../../money/index.ts';
import { type Draft, payableOnOf, stepsInTime } from './draft.ts';

/** So much of a line counts from this day on, wherever achievements are counted. */
export type CountedQuantity = Readonly<{ quantity: Fraction; payableOn: DayNumber }>;

/**
 * How often an outcome was achieved by a line: once or, where it is paid for each day or unit, as
 * many times as there are days or units in it. What of these was added later counts from then.
 */
export function countedQuantities(draft: Draft): readonly CountedQuantity[] {
  const { earned, exact, heldUntil } = draft;
  const payableOn = payableOnOf(draft);
  if (payableOn === undefined) return [];
  if (!earned.placed.outcome.price.perUnit) return [{ quantity: one, payableOn }];
  const { quantity } = earned.achievement;
  if (isZero(exact)) return [{ quantity, payableOn }];
  let before = zero;
  return stepsInTime(draft).map((step) => {
    const upTo = multiply(quantity, divide(step.upTo, exact));
    const added = subtract(upTo, before);
    before = upTo;
    return { quantity: added, payableOn: Math.max(step.payableOn, heldUntil ?? step.payableOn) };
  });
}
