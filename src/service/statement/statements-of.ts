import type { Contract } from '../../contract/index.ts';
import type { ResultLine, SettlementResult } from '../../settlement/index.ts';
import { unitsOf } from './money-columns.ts';
import { type WhyUnpaid, wordsOfReason } from './words-of-reasons.ts';

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

export type ReasonSum = WhyUnpaid & Readonly<{ count: number; amount: bigint }>;

/** A line with its number on the statement, and why not all of it is paid. */
export type StatementLine = ResultLine &
  Readonly<{ place: number; notPaid: bigint; reasons: readonly string[] }> &
  Pick<WhyUnpaid, 'waitsFor'>;

/** A statement for each payee, in the order of their names. */
export function statementsOf(
  { lines, notPaid }: Pick<SettlementResult, 'lines' | 'notPaid'>,
  contract: Contract,
): readonly Statement[] {
  const unpaid = new Map<string, Unpaid[]>();
  for (const { line, clause: _, amount, ...why } of notPaid) {
    const before = unpaid.get(line) ?? [];
    unpaid.set(line, [...before, { ...why, amount: unitsOf(amount) }]);
  }
  const payees = [...new Set(lines.map(({ payee }) => payee))].toSorted();
  return payees.map((provider) => {
    const own = lines.filter(({ payee }) => payee === provider);
    const numbered = own.map((line, at): StatementLine => {
      const reasons = unpaid.get(line.line) ?? [];
      const waiting = reasons.find(({ waitsFor }) => waitsFor !== undefined);
      return {
        ...line,
        place: at + 1,
        notPaid: reasons.reduce((sum, { amount }) => sum + amount, 0n),
        reasons: reasons.map(({ reason }) => reason),
        ...(waiting?.waitsFor ? { waitsFor: waiting.waitsFor } : {}),
      };
    });
    const reasons = own.flatMap(({ line }) => unpaid.get(line) ?? []);
    const total = own.reduce((sum, { amount }) => sum + unitsOf(amount), 0n);
    const clauses = clauseSums(own, contract);
    return { provider, clauses, lines: numbered, notPaid: reasonSums(reasons), total };
  });
}

/** Lines added up by clause and group, in the order in which both stand on the page. */
export function clauseSums(lines: readonly ResultLine[], contract: Contract): readonly ClauseSum[] {
  const counted = lines.map((line) => {
    return { ...line, count: 1, gross: unitsOf(line.gross), amount: unitsOf(line.amount) };
  });
  return sumsByClause(counted, contract);
}

type Summed = Omit<ClauseSum, 'group'> & Readonly<{ group?: string }>;

/** The same of lines that have been added up in part. */
export function sumsByClause(
  parts: readonly Summed[],
  { outcomes, people }: Contract,
): readonly ClauseSum[] {
  const sums = new Map<string, { -readonly [K in keyof ClauseSum]: ClauseSum[K] }>();
  for (const { clause, outcome, group, count, gross, amount } of parts) {
    const named = { clause, outcome: outcome ?? clause, group: group ?? '' };
    const key = JSON.stringify([clause, group]);
    const sum = sums.get(key) ?? { ...named, count: 0, gross: 0n, amount: 0n };
    sum.count += count;
    sum.gross += gross;
    sum.amount += amount;
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

/** Sums of which nothing is earned and nothing paid, of which there may be many, as one. */
export function withoutNothing(sums: readonly ClauseSum[]): readonly ClauseSum[] {
  const isNothing = ({ gross, amount }: ClauseSum) => gross === 0n && amount === 0n;
  const folded = sums.filter(isNothing);
  if (folded.length < 2) return sums;
  const count = folded.reduce((all, sum) => all + sum.count, 0);
  const outcome = `${folded.length} others of nothing`;
  const rest = { clause: '', outcome, group: '', count, gross: 0n, amount: 0n };
  return [...sums.filter((sum) => !isNothing(sum)), rest];
}

type Unpaid = WhyUnpaid & Readonly<{ amount: bigint }>;

/** What is not paid, added up by reason; what waits for one measure and day, by itself. */
export function reasonSums(reasons: readonly Unpaid[]): readonly ReasonSum[] {
  return sumsByReason(reasons.map((each) => ({ ...each, count: 1 })));
}

/** The same of what has been added up in part. */
export function sumsByReason(parts: readonly ReasonSum[]): readonly ReasonSum[] {
  const sums = new Map<string, ReasonSum>();
  for (const { count, amount, ...why } of parts) {
    const key = wordsOfReason(why);
    const before = sums.get(key) ?? { count: 0, amount: 0n };
    sums.set(key, { ...why, count: before.count + count, amount: before.amount + amount });
  }
  return [...sums.values()];
}
