import type { Contract } from '../../contract/index.ts';
import type { ResultLine, SettlementResult } from '../../settlement/index.ts';
import { unitsOf } from '../money-columns.ts';

/** A settlement as one provider receives it. */
export type Statement = Readonly<{
  provider: string;
  clauses: readonly ClauseSum[];
  lines: readonly StatementLine[];
  notPaid: readonly ReasonSum[];
  total: bigint;
}>;

/** All lines of one clause and group. */
export type ClauseSum = Readonly<{
  clause: string;
  outcome: string;
  group: string;
  count: number;
  gross: bigint;
  amount: bigint;
}>;

export type ReasonSum = Readonly<{ reason: string; count: number; amount: bigint }>;

/** A line with its number on the statement, and why not all of it is paid. */
export type StatementLine = ResultLine &
  Readonly<{ place: number; notPaid: bigint; reasons: readonly string[] }>;

/** A statement for each payee, in the order of their names. */
export function statementsOf(
  { lines, notPaid }: SettlementResult,
  contract: Contract,
): readonly Statement[] {
  const unpaid = new Map<
    string,
    { amount: bigint; reasons: { reason: string; amount: bigint }[] }
  >();
  for (const { line, reason, amount } of notPaid) {
    const sum = unpaid.get(line) ?? { amount: 0n, reasons: [] };
    sum.amount += unitsOf(amount);
    sum.reasons.push({ reason, amount: unitsOf(amount) });
    unpaid.set(line, sum);
  }
  const payees = [...new Set(lines.map(({ payee }) => payee))].toSorted();
  return payees.map((provider) => {
    const own = lines.filter(({ payee }) => payee === provider);
    const numbered = own.map((line, at): StatementLine => {
      const { amount = 0n, reasons = [] } = unpaid.get(line.line) ?? {};
      return {
        ...line,
        place: at + 1,
        notPaid: amount,
        reasons: reasons.map((each) => each.reason),
      };
    });
    const reasons = own.flatMap(({ line }) => unpaid.get(line)?.reasons ?? []);
    const total = own.reduce((sum, { amount }) => sum + unitsOf(amount), 0n);
    const clauses = clauseSums(own, contract);
    return { provider, clauses, lines: numbered, notPaid: reasonSums(reasons), total };
  });
}

/** Lines added up by clause and group, in the order in which both stand on the page. */
export function clauseSums(
  lines: readonly ResultLine[],
  { outcomes, people }: Contract,
): readonly ClauseSum[] {
  const sums = new Map<string, { -readonly [K in keyof ClauseSum]: ClauseSum[K] }>();
  for (const { clause, outcome, group, gross, amount } of lines) {
    const named = { clause, outcome: outcome ?? clause, group: group ?? '' };
    const key = JSON.stringify([clause, group]);
    const sum = sums.get(key) ?? { ...named, count: 0, gross: 0n, amount: 0n };
    sum.count += 1;
    sum.gross += unitsOf(gross);
    sum.amount += unitsOf(amount);
    sums.set(key, sum);
  }
  const outcomeOrder = outcomes.outcomes.map(({ name }) => name);
  const groupOrder = people.groups.map(({ name }) => name);
  return [...sums.values()].toSorted(
    (one, other) =>
      outcomeOrder.indexOf(one.outcome) - outcomeOrder.indexOf(other.outcome) ||
      groupOrder.indexOf(one.group) - groupOrder.indexOf(other.group),
  );
}

/** What is not paid, added up by reason. */
export function reasonSums(
  reasons: readonly Readonly<{ reason: string; amount: bigint }>[],
): readonly ReasonSum[] {
  const sums = new Map<string, { reason: string; count: number; amount: bigint }>();
  for (const { reason, amount } of reasons) {
    const sum = sums.get(reason) ?? { reason, count: 0, amount: 0n };
    sum.count += 1;
    sum.amount += amount;
    sums.set(reason, sum);
  }
  return [...sums.values()];
}
