import { numberIn } from '../facts/index.ts';
import type { AsAt } from './as-at.ts';
import { lineAt, notPaidAt } from './columns/line-at.ts';
import type { PaidBy } from './due/payers.ts';
import { gateAwaited } from './gate-awaited.ts';
import type { NotPaid, Owed, OwedByColumn } from './owed.ts';

/** The lines of some rows as objects, in the order of the rows, with what of each is not paid. */
export function owedLines(
  { plan, columns, asAt }: Pick<OwedByColumn, 'plan' | 'columns' | 'asAt'>,
  rows: Int32Array,
): Pick<Owed, 'lines' | 'notPaid'> {
  const lines = Array.from(rows, (row) => lineAt(columns, row, plan));
  const notPaid = lines.flatMap(({ line }, at) => {
    const row = rows[at] as number;
    return withAwaited(columns.kept.get(row), notPaidAt(columns, row, line), asAt);
  });
  return { lines, notPaid };
}

/** What of all lines is not paid, in place in line. */
export function unpaidLines(owed: OwedByColumn): readonly NotPaid[] {
  const { kept, unpaidWhy } = owed.columns;
  const rows = owed.inLine((row) => kept.has(row) || numberIn(unpaidWhy, row) !== 0);
  return owedLines(owed, rows).notPaid;
}

function withAwaited(
  kept: PaidBy | undefined,
  notPaid: readonly NotPaid[],
  asAt: AsAt,
): readonly NotPaid[] {
  if (kept === undefined) return notPaid;
  return notPaid.map((each) => {
    const waitsFor = each.reason === 'gate' ? gateAwaited(kept.due, each.clause, asAt) : undefined;
    return waitsFor ? { ...each, waitsFor } : each;
  });
}
