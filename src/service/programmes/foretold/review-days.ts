import { addMonths, type DayNumber, dayNumber, type Length } from '../../../calendar/index.ts';
import { type Contract, findTerm, forms, termsOf } from '../../../contract/index.ts';

/** Which reviews a sentence speaks of: each that the page has, or one in each year or half-year. */
export type ReviewName = 'review' | 'yearly review' | 'half-yearly review';

/** Whether a page is reviewed on a day; lengths run from the first day of the contract. */
export function isReviewDay(contract: Contract, name: ReviewName, day: DayNumber): boolean {
  const buys = findTerm(contract.opening, forms.opening.buys);
  if (buys === undefined) return false;
  const first = dayNumber(buys.from);
  switch (name) {
    case 'yearly review':
      return isEvery(first, { count: 12, unit: 'month' }, day);
    case 'half-yearly review':
      return isEvery(first, { count: 6, unit: 'month' }, day);
    case 'review': {
      const terms = contract.sections.learning ?? [];
      const every = termsOf(terms, forms.learning.reviewedEvery);
      const named = termsOf(terms, forms.learning.reviewedOn);
      const isNamed = named.some((term) => dayNumber(term.day) === day);
      return isNamed || every.some((term) => isEvery(first, term.every, day));
    }
  }
}

function isEvery(first: DayNumber, length: Length, day: DayNumber): boolean {
  for (let at = 1; ; at += 1) {
    const review = after(first, { ...length, count: length.count * at });
    if (review === undefined || review > day) return false;
    if (review === day) return true;
  }
}

// No page is reviewed every so many working days; a page that says so has no day that is sure.
function after(first: DayNumber, { count, unit }: Length): DayNumber | undefined {
  switch (unit) {
    case 'day':
      return first + count;
    case 'week':
      return first + 7 * count;
    case 'month':
      return addMonths(first, count);
    case 'year':
      return addMonths(first, 12 * count);
    case 'working day':
      return undefined;
  }
}
