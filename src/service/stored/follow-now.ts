import { compareTexts } from '../../facts/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  type Outstanding,
  type PaidOwed,
  paidOwed,
  paymentPlanOf,
} from '../../settlement/index.ts';
import { erasedLoseForecast } from '../previous/problems.ts';
import { withoutEffect } from '../settling/facts-without-effect.ts';
import { reserveUsedUp } from '../settling/problems.ts';
import { type BeforeLines, beforeLines } from './before-lines.ts';
import { followBefore, type Since } from './follow-before.ts';
import { hashedSums } from './hashed-sums.ts';
import { givenOf, type Now } from './settle-now.ts';
import type { Before, SettledAbout, SettlingGround } from './settling.ts';

/** The settlement before; without it this is the first of its series. */
export type Earlier = Readonly<{
  before: Before | undefined;
  lines: BeforeLines | undefined;
}>;

/** What came out, and how much of it there is as much of as there are lines. */
export type Followed = Readonly<{
  about: SettledAbout;
  paid: PaidOwed;
  outstanding: Outstanding;
}>;

/** Says what changed since the settlement before, and what is paid now. */
export function followNow(ground: SettlingGround, now: Now, earlier: Earlier): Followed {
  const { contracts, settlement } = ground;
  const { owed, source, given } = now;
  const since = earlier.before && sinceBefore(ground, now, { ...earlier, before: earlier.before });
  const following = { owed, settlement, contracts, source };
  const paid = paidOwed({ ...following, ...(since && { since: since.since }) });
  const erased = (given?.erased ?? []).toSorted(compareTexts);
  const { outstanding, ...about } = { ...paid.result, ...(erased.length > 0 ? { erased } : {}) };
  const { resultHash, sums } = hashedSums(paid, { ...about, outstanding });
  return {
    about: {
      result: about,
      resultHash,
      sums,
      entries: paid.entries,
      left: leftBut(outstanding),
      problems: [...problemsOf(ground, now, paid), ...(since?.doubts ?? [])],
      facts: source.columns.rows,
      lines: owed.rows.length,
    },
    paid,
    outstanding,
  };
}

function leftBut(outstanding: Outstanding): SettledAbout['left'] {
  const { paid: _, ...left } = outstanding;
  return left;
}

type EarlierGiven = Readonly<{ before: Before; lines: BeforeLines | undefined }>;

function sinceBefore(
  { settlement }: SettlingGround,
  { owed, source, given }: Now,
  { before, lines }: EarlierGiven,
): Since {
  const own = given === undefined ? [] : givenOf(given, owed.currency);
  const kept = (lines ?? beforeLines(owed)).close();
  const erased = given?.erased ?? [];
  return followBefore({ owed, source, settlement, given: own, before, kept, erased });
}

/** What is worth a look, whatever was settled before. */
function problemsOf(
  { contracts, asAt, pageName }: SettlingGround,
  { owed: { plan, currency }, seen, given }: Now,
  { isUsedUp, result }: PaidOwed,
): readonly Problem[] {
  const payment = paymentPlanOf(contracts, Math.max(asAt.trueBy, asAt.knownBy));
  const lost = given?.forecast ?? [];
  const units = unitsOfMajor(result.reserved?.left ?? '0');
  return [
    ...withoutEffect({ plan, payment, unread: [] }, seen),
    ...(lost.length > 0 ? [erasedLoseForecast(lost)] : []),
    ...(isUsedUp ? [reserveUsedUp(pageName, { units, currency })] : []),
  ];
}
