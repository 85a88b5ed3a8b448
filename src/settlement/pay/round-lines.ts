import { add, type Fraction, multiply, round, zero } from '../../money/index.ts';
import type { Draft } from './draft.ts';
import { worthOf } from './earned-line.ts';

/**
 * Step 8, one rounding. Each line is rounded on its own, but lines of days and the shares of
 * contributors are parts of a running total: the total is rounded, and each pays what it grew by.
 * Where a page rounds the total, this waits until every line is there. Each participant's lines
 * are given together, in the order in which they were worked out.
 */
export function roundLines(drafts: readonly Draft[]): readonly Draft[] {
  const totals: RunningTotal[] = [];
  let whose: string | undefined;
  return drafts.map((draft) => {
    if (draft.participant !== whose) totals.length = 0;
    whose = draft.participant;
    if (draft.isGiven) return draft;
    const { rounding, roundingOf } = draft.earned.version;
    if (roundingOf === 'total' && draft.refusal === undefined) return draft;
    const before = runningBefore(draft, totals);
    if (before === undefined) return byItself(draft);
    const after = add(before, draft.exact);
    return {
      ...draft,
      rounded: { how: 'running', before },
      gross: round(after, rounding) - round(before, rounding),
    };
  });
}

/** Most lines were rounded when they were made, and have the price that they had then. */
function byItself(draft: Draft): Draft {
  const gross = round(draft.exact, draft.earned.version.rounding);
  return gross === draft.gross ? draft : { ...draft, gross };
}

/** What the lines of one kind come to so far, and the first of them. */
type RunningTotal = { readonly first: Draft; total: Fraction };

/** The exact amount of the parts before this one, where a line is a part of a running total. */
function runningBefore(draft: Draft, totals: RunningTotal[]): Fraction | undefined {
  const { earned, share, exact } = draft;
  if (earned.achievement.month === undefined) {
    if (earned.placed.outcome.price.shares.length === 0) return undefined;
    return multiply(worthOf(earned, draft.priced), share.before);
  }
  if (draft.isLate) return undefined;
  const running = totals.find(({ first }) => areOfOneTotal(first, draft));
  if (running === undefined) {
    totals.push({ first: draft, total: exact });
    return zero;
  }
  const before = running.total;
  running.total = add(before, exact);
  return before;
}

function areOfOneTotal(first: Draft, draft: Draft): boolean {
  const { earned, payee, steps } = draft;
  const { placed, attachment, isOthers, version } = first.earned;
  return (
    placed.outcome.name === earned.placed.outcome.name &&
    attachment.id === earned.attachment.id &&
    attachment.provider === earned.attachment.provider &&
    first.payee === payee &&
    version.version === earned.version.version &&
    isOthers === earned.isOthers &&
    (first.steps.length === 0) === (steps.length === 0)
  );
}
