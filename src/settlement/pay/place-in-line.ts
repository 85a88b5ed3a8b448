import { compareTexts } from '../../facts/index.ts';
import { type Draft, lineName, payableOnOf } from './draft.ts';

/**
 * Step 6. The order in which lines are paid: payable day, outcome day, participant, order on the
 * page, number. What waits for verification stands after all others and takes no place from them.
 */
export function inLine(drafts: readonly Draft[]): Draft[] {
  const last = Number.POSITIVE_INFINITY;
  const placed = drafts.map((draft) => ({ draft, payableOn: payableOnOf(draft) ?? last }));
  placed.sort((a, b) => compare(a.payableOn, b.payableOn) || comparePlaces(a.draft, b.draft));
  return placed.map(({ draft }) => draft);
}

/** The order of two lines that are payable on the same day. */
export function comparePlaces(a: Draft, b: Draft): number {
  return (
    compare(a.earned.achievement.day, b.earned.achievement.day) ||
    compareTexts(a.participant, b.participant) ||
    compare(a.earned.placed.order, b.earned.placed.order) ||
    byNumber(a.earned.number, b.earned.number) ||
    compareTexts(lineName(a), lineName(b))
  );
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Repeats by number, months by name. */
function byNumber(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return compare(a, b);
  return compareTexts(String(a), String(b));
}
