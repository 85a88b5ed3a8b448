import { compareTexts } from '../../facts/index.ts';
import { type Draft, lineName, payableOnOf } from './draft.ts';

/** Where a line stands among those that are payable on the same day. */
export type Place = Readonly<{
  day: number;
  /** None sorts first. */
  participant: string;
  order: number;
  number: number | string;
  /** The identity of the line, asked only of those that are alike in all else. */
  name: () => string;
}>;

/**
 * Step 6. The order in which lines are paid: payable day, outcome day, participant, order on the
 * page, number. What waits stands after all others and takes no place from them.
 */
export function inLine(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.every((draft, at) => isAfter(draft, drafts[at - 1]))) return drafts;
  return sortedInLine(drafts, (draft) => ({
    payableOn: payableOnOf(draft),
    place: placeOf(draft),
  }));
}

/** Whether a line stands after the one before it by its days alone, as most of one person do. */
function isAfter(draft: Draft, before: Draft | undefined): boolean {
  if (before === undefined) return true;
  const [payableOn, earlier] = [payableOnOf(draft), payableOnOf(before)];
  if (payableOn === earlier) return draft.earned.achievement.day > before.earned.achievement.day;
  return earlier !== undefined && (payableOn === undefined || payableOn > earlier);
}

/** Anything that has a place in line, sorted by it. */
export function sortedInLine<T>(
  items: readonly T[],
  placed: (item: T) => Readonly<{ payableOn: number | undefined; place: Place }>,
): T[] {
  const last = Number.POSITIVE_INFINITY;
  if (items.length < 2) return [...items];
  const sorted = items.map((item) => {
    const { payableOn, place } = placed(item);
    return { item, payableOn, place };
  });
  sorted.sort(
    (a, b) => compare(a.payableOn ?? last, b.payableOn ?? last) || comparePlaces(a.place, b.place),
  );
  return sorted.map(({ item }) => item);
}

/** The order of two lines that are payable on the same day. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compare(a.day, b.day) ||
    compareTexts(a.participant, b.participant) ||
    compare(a.order, b.order) ||
    byNumber(a.number, b.number) ||
    compareTexts(a.name(), b.name())
  );
}

export function placeOf(draft: Draft): Place {
  const { achievement, placed, number } = draft.earned;
  return {
    day: achievement.day,
    participant: draft.participant,
    order: placed.order,
    number,
    name: () => lineName(draft),
  };
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
