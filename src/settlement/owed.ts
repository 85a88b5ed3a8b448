import type { Fact } from '../facts/index.ts';
import { assert } from '../problem/index.ts';
import type { Status, StatusCounts } from './achieve/statuses.ts';
import type { AsAt, AsAtRequest, Unread } from './as-at.ts';
import { type Line, type NotPaid as LineNotPaid, lineOf, notPaidOf } from './due/line.ts';
import type { PaidBy } from './due/payers.ts';
import { type AwaitedMeasure, gateAwaited } from './gate-awaited.ts';
import type { MeasureValue } from './measure/index.ts';
import type { Forecast } from './other/index.ts';
import type { Plan } from './plan/plan.ts';
import { settle } from './settle.ts';
import type { SettledParticipant } from './settle-participant.ts';

/** So much of a line that is not paid, and why; of a gate to come, also what it waits for. */
export type NotPaid = LineNotPaid & Readonly<{ waitsFor?: AwaitedMeasure }>;

/** Every line owed to date, with what of it is not paid and why. It knows no earlier settlement. */
export type Owed = Readonly<{
  currency: string;
  asAt: AsAt;
  /** In place in line. */
  lines: readonly Line[];
  notPaid: readonly NotPaid[];
  statuses: StatusCounts;
  total: bigint;
  /** Rows that were left out because they could not be read. */
  unread: readonly Unread[];
  /** What cohorts came to. */
  measures: readonly MeasureValue[];
  /** What will be owed when open periods close, as far as it can be seen. */
  forecast: readonly Forecast[];
}>;

/** What is owed under a plan by these facts, as far as they were true and known by two days. */
export function owed(plan: Plan, facts: readonly Fact[], asAt: AsAtRequest): Owed {
  const statuses: Record<Status, number> = {
    achieved: 0,
    notAchieved: 0,
    notYetDue: 0,
    notKnown: 0,
    setAside: 0,
  };
  const settled = settle(
    { plan, facts, asAt },
    {
      onParticipant: (participant) => count(participant, statuses),
    },
  );
  const lines = settled.lines.map((each) => lineOf(plan, each));
  const notPaid = settled.lines.flatMap((each) => withAwaited(each, asAt));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  assertWhole(lines, notPaid);
  const { trueBy, knownBy, unread = [] } = asAt;
  const { currency } = plan;
  const { values: measures, forecasts: forecast } = settled;
  const days = { trueBy, knownBy };
  return { currency, asAt: days, lines, notPaid, statuses, total, unread, measures, forecast };
}

function withAwaited(paid: PaidBy, asAt: AsAt): readonly NotPaid[] {
  return notPaidOf(paid).map((each) => {
    const waitsFor = each.reason === 'gate' ? gateAwaited(paid.due, each.clause, asAt) : undefined;
    return waitsFor ? { ...each, waitsFor } : each;
  });
}

function count({ standings }: SettledParticipant, statuses: Record<Status, number>): void {
  for (const { status, earned } of standings) statuses[status] += Math.max(1, earned.length);
}

/**
 * What leaves must be whole: each line's gross less what of it is not paid is its amount, and what
 * its payers pay adds up to it.
 */
function assertWhole(lines: readonly Line[], notPaid: readonly NotPaid[]): void {
  const unpaid = new Map<string, bigint>();
  for (const { line, amount } of notPaid) unpaid.set(line, (unpaid.get(line) ?? 0n) + amount);
  const names = new Set<string>();
  for (const { line, gross, amount, payers } of lines) {
    assert(!names.has(line), 'no two lines have one identity');
    names.add(line);
    assert(gross - (unpaid.get(line) ?? 0n) === amount, 'gross less not paid is the amount');
    const paid = payers?.reduce((sum, each) => sum + each.amount, 0n) ?? amount;
    assert(paid === amount, 'the payers of a line pay its amount');
  }
}
