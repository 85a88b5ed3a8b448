import { add, type Fraction, multiply, round, zero } from '../../money/index.ts';
import { type Draft, worthOf } from './draft.ts';

/**
 * Step 8, one rounding. Each line is rounded on its own, but lines of days and the shares of
 * contributors are parts of a running total: the total is rounded, and each pays what it grew by.
 * Where a page rounds the total, this waits until every line is there. Each participant's lines
 * are given together, in the order in which they were worked out.
 */
export function roundLines(drafts: readonly Draft[]): readonly Draft[] {
  const totals = new Map<string, Fraction>();
  let whose: string | undefined;
  return drafts.map((draft) => {
    if (draft.participant !== whose) totals.clear();
    whose = draft.participant;
    if (draft.isGiven) return draft;
    const { rounding, roundingOf } = draft.earned.version;
    if (roundingOf === 'total' && draft.refusal === undefined) return draft;
    const before = runningBefore(draft, totals);
    if (before === undefined) return { ...draft, gross: round(draft.exact, rounding) };
    const after = add(before, draft.exact);
    return {
      ...draft,
      rounded: { how: 'running', before },
      gross: round(after, rounding) - round(before, rounding),
    };
  });
}

/** The exact amount of the parts before this one, where a line is a part of a running total. */
function runningBefore(draft: Draft, totals: Map<string, Fraction>): Fraction | undefined {
  const { earned, share, exact, payee, steps } = draft;
  const { placed, attachment, achievement, isOthers, version } = earned;
  const { outcome } = placed;
  if (achievement.month === undefined) {
    if (outcome.price.shares.length === 0) return undefined;
    return multiply(worthOf(earned, draft.priced), share.before);
  }
  if (draft.isLate) return undefined;
  const key = JSON.stringify([
    [outcome.name, attachment.id, attachment.provider, payee],
    [version.version, isOthers, steps.length === 0],
  ]);
  const before = totals.get(key) ?? zero;
  totals.set(key, add(before, exact));
  return before;
}
