import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { type PaidResult, paymentPlanOf } from '../../settlement/index.ts';
import type { WholePages } from '../pages/load-whole-pages.ts';
import { withGiven } from '../previous/with-given.ts';
import { findFactsWithoutEffect } from '../settling/facts-without-effect.ts';
import type { Ground } from '../settling/settle.ts';

/** As at which days, after which settlement, and with which facts something is worked out. */
export type GroundAsked = Readonly<{
  asAt: string;
  knownAt: string;
  /** The approved settlement that it follows. */
  previous: PaidResult | 'none';
  facts: readonly Fact[];
  /** Participants whose facts cannot be read any more. */
  erased: readonly string[];
}>;

/** What a settlement of a programme rests on, in the form in which every question is answered. */
export function groundOf(
  { pages, plan }: WholePages,
  { asAt, knownAt, previous, facts, erased }: GroundAsked,
): Result<Ground> {
  const days = { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) };
  const contracts = pages.map(({ read }) => read.contract);
  const payment = paymentPlanOf(contracts, Math.max(days.trueBy, days.knownBy));
  const ground: Ground = {
    pages,
    plan,
    facts,
    unread: [],
    leftOut: {
      rows: 0,
      problems: findFactsWithoutEffect({ plan, payment, facts, unread: [] }),
    },
    asAt: days,
    previous,
  };
  return withGiven(ground, settledOf(previous, erased));
}

/** Who of those erased has a line or a forecast there: the others have left nothing to be given. */
function settledOf(previous: PaidResult | 'none', erased: readonly string[]): readonly string[] {
  if (previous === 'none') return [];
  const { lines, forecast = [], erased: before = [] } = previous;
  const settled = new Set([
    ...[...lines, ...forecast].flatMap(({ participant }) => participant ?? []),
    ...before,
  ]);
  return erased.filter((each) => settled.has(each));
}
