import type { DayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import type { ClosingPeriod } from './period-plan.ts';

/**
 * The period of a limit that is shared in proportion in which a day lies. What falls after the last
 * of them is of the last.
 */
export function closingPeriodAt(periods: readonly ClosingPeriod[], day: DayNumber): ClosingPeriod {
  const found = periods.findLast(({ first }) => first <= day) ?? periods[0];
  assert(found, 'a contract has a year');
  return found;
}
