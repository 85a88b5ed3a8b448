import type { DayNumber } from '../../../src/calendar/index.ts';
import type { Draft } from './recorder.ts';

type Verification = Readonly<{ claimedOn: DayNumber; decidedOn: DayNumber }>;

/** A fact first claimed, then verified: the same again with its new state and its own known day. */
export function verifiedLater(draft: Draft, { claimedOn, decidedOn }: Verification): Draft[] {
  const claim: Draft = { ...draft, known: claimedOn, state: 'claimed' };
  return [claim, { ...draft, known: decidedOn, replaces: claim }];
}

/** A fact first claimed, then turned down. */
export function rejectedLater(draft: Draft, { claimedOn, decidedOn }: Verification): Draft[] {
  const claim: Draft = { ...draft, known: claimedOn, state: 'claimed' };
  return [claim, { ...draft, known: decidedOn, state: 'rejected', replaces: claim }];
}

/** A fact that was recorded, and taken out again by a later one. */
export function withdrawnLater(draft: Draft, withdrawnOn: DayNumber): Draft[] {
  const { participant } = draft;
  const day = withdrawnOn;
  return [
    draft,
    { kind: 'withdrawn', ...(participant ? { participant } : {}), day, replaces: draft },
  ];
}

/**
 * A spell as it is reported while it goes on: open at each report until it is over, then with its
 * end. Each report takes the place of the one before it.
 */
export function reported(
  open: Draft,
  to: DayNumber | undefined,
  reports: readonly DayNumber[],
): Draft[] {
  const made: Draft[] = [];
  for (const known of reports) {
    const before = made.at(-1);
    const isOver = to !== undefined && to <= known;
    const now: Draft = { ...open, known, ...(isOver ? { to } : {}) };
    made.push(before ? { ...now, replaces: before } : now);
    if (isOver) break;
  }
  return made;
}
