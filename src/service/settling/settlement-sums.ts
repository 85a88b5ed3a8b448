import type { Contract } from '../../contract/index.ts';
import { lineSums, type OwedByColumn, type PaidResult } from '../../settlement/index.ts';
import { unitsOf } from '../statement/money-columns.ts';
import { type PayerSum, payersOf } from '../statement/payers-of.ts';
import {
  type ClauseSum,
  clauseSums,
  type ReasonSum,
  reasonSums,
  sumsByClause,
  sumsByReason,
} from '../statement/statements-of.ts';

/** What the lines of a settlement come to: by outcome, by who is paid, by who pays, by reason. */
export type SettlementSums = Readonly<{
  lines: number;
  clauses: readonly ClauseSum[];
  /** By name. */
  payees: readonly PayeeSum[];
  /** Nobody where the page names no payers. */
  payers: readonly PayerSum[];
  notPaid: readonly ReasonSum[];
}>;

/** What one payee is owed to date. */
export type PayeeSum = Readonly<{ payee: string; count: number; amount: bigint }>;

/** The sums of the lines that a result has. */
export function sumsOfResult(result: PaidResult, contract: Contract): SettlementSums {
  const { lines, notPaid } = result;
  const paid = lines.map(({ payee, amount }) => ({ payee, count: 1, amount: unitsOf(amount) }));
  const unpaid = notPaid.map(({ reason, amount, waitsFor }) => {
    return { reason, amount: unitsOf(amount), ...(waitsFor ? { waitsFor } : {}) };
  });
  return {
    lines: lines.length,
    clauses: clauseSums(lines, contract),
    payees: sumsByPayee(paid),
    payers: payersOf(result),
    notPaid: reasonSums(unpaid),
  };
}

/** The same of lines by column, under a page that names no payers. */
export function sumsOfOwed(owed: OwedByColumn, contract: Contract): SettlementSums {
  const { lines, unpaid } = lineSums(owed);
  return {
    lines: owed.inLine.length,
    clauses: sumsByClause(lines, contract),
    payees: sumsByPayee(lines),
    payers: [],
    notPaid: sumsByReason(unpaid),
  };
}

function sumsByPayee(parts: readonly PayeeSum[]): readonly PayeeSum[] {
  const sums = new Map<string, PayeeSum>();
  for (const { payee, count, amount } of parts) {
    const before = sums.get(payee) ?? { count: 0, amount: 0n };
    sums.set(payee, { payee, count: before.count + count, amount: before.amount + amount });
  }
  return [...sums.keys()].toSorted().flatMap((payee) => sums.get(payee) ?? []);
}
