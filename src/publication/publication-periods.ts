import { addMonths, type Day, dayNumber, dayOf } from '../calendar/index.ts';
import { type Contract, findTerm, forms } from '../contract/index.ts';
import { assert } from '../problem/index.ts';

/** How often the figures of a programme are published. It is chosen once and never changed. */
export type Rhythm = 'month' | 'quarter' | 'year';

/** The first and the last day of what is published at one time. */
export type Period = Readonly<{ from: Day; to: Day }>;

/**
 * The periods of a programme that have closed by a day: those of its rhythm, one after another from
 * the first day of the contract, and on for as long as outcomes are paid after its last. They are
 * worked out from the page alone, so that nobody can choose them with the figures in view.
 */
export function publicationPeriods(
  contract: Contract,
  rhythm: Rhythm,
  settledTo: Day,
): readonly Period[] {
  const start = findTerm(contract.opening, forms.opening.buys)?.from;
  assert(start !== undefined, 'a checked contract says from which day it runs');
  const months = monthsOf(rhythm);
  const first = (count: number) => addMonths(dayNumber(start), count * months);
  const periods: Period[] = [];
  for (let count = 1; first(count) - 1 <= dayNumber(settledTo); count += 1) {
    periods.push({ from: dayOf(first(count - 1)), to: dayOf(first(count) - 1) });
  }
  return periods;
}

function monthsOf(rhythm: Rhythm): number {
  switch (rhythm) {
    case 'month':
      return 1;
    case 'quarter':
      return 3;
    case 'year':
      return 12;
  }
}
