import type { Fact, FactSource } from '../facts/index.ts';
import { assert } from '../problem/index.ts';
import type { StatusCounts } from './achieve/statuses.ts';
import type { AsAt, AsAtRequest, Unread } from './as-at.ts';
import type { LineColumns } from './columns/line-columns.ts';
import type { InLine } from './columns/rows-in-line.ts';
import { totalOf } from './columns/total-of.ts';
import type { Line, NotPaid as LineNotPaid } from './due/line.ts';
import type { AwaitedMeasure } from './gate-awaited.ts';
import type { MeasureValue } from './measure/index.ts';
import type { Forecast } from './other/index.ts';
import { owedLines } from './owed-lines.ts';
import type { Plan } from './plan/plan.ts';
import { type SettledColumns, settleByColumn } from './settle.ts';
import { noStatuses } from './status-counts.ts';

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

/** The same with the lines by column, as many as there may be. */
export type OwedByColumn = Omit<Owed, 'lines' | 'notPaid'> &
  Readonly<{
    plan: Plan;
    columns: LineColumns;
    /** The rows by participant, those of none first, and each participant's in place in line. */
    rows: Int32Array;
    inLine: InLine;
  }>;

/** What is owed under a plan by these facts, as far as they were true and known by two days. */
export function owed(plan: Plan, facts: readonly Fact[], asAt: AsAtRequest): Owed {
  const found = owedByColumn(plan, facts, asAt);
  const { columns: _, rows: __, inLine, plan: ___, ...rest } = found;
  const { lines, notPaid } = owedLines(found, inLine());
  assertWhole(lines, notPaid);
  return { ...rest, lines, notPaid };
}

/** What is owed, with the lines by column; facts may be made as they are asked for. */
export function owedByColumn(
  plan: Plan,
  facts: readonly Fact[] | FactSource,
  asAt: AsAtRequest,
): OwedByColumn {
  const statuses = noStatuses();
  const settled = settleByColumn({ plan, facts, asAt }, { statuses });
  return owedOf({ ...settled, statuses });
}

/** What is owed by the lines of all. */
export function owedOf(settled: Whole): OwedByColumn {
  const { work, columns, rows, inLine, statuses, values: measures, forecasts: forecast } = settled;
  const { plan, unread } = work;
  const { trueBy, knownBy } = work.asAt;
  return {
    plan,
    currency: plan.currency,
    asAt: { trueBy, knownBy },
    columns,
    rows,
    inLine,
    statuses,
    total: totalOf(columns),
    unread,
    measures,
    forecast,
  };
}

type Whole = Omit<SettledColumns, 'open'> & Readonly<{ statuses: StatusCounts }>;

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
