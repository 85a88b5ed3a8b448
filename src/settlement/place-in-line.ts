import { byText } from './admit.ts';
import { type Draft, lineName } from './draft.ts';

/**
 * Step 6. The order in which lines are paid: payable day, outcome day, participant, order on the
 * page, number. What waits for verification stands after all others and takes no place from them.
 */
export function inLine(drafts: readonly Draft[]): Draft[] {
  const named = drafts.map((draft) => ({ draft, name: lineName(draft) }));
  named.sort((a, b) => byPlace(a.draft, b.draft) || byText(a.name, b.name));
  return named.map(({ draft }) => draft);
}

const last = Number.POSITIVE_INFINITY;

function byPlace(a: Draft, b: Draft): number {
  const payable = compare(a.payableOn ?? last, b.payableOn ?? last);
  if (payable !== 0) return payable;
  return (
    compare(a.earned.achievement.day, b.earned.achievement.day) ||
    byText(a.participant, b.participant) ||
    compare(a.earned.placed.order, b.earned.placed.order) ||
    byNumber(a.earned.number, b.earned.number)
  );
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Repeats by number, months by name. */
function byNumber(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return compare(a, b);
  return byText(String(a), String(b));
}
