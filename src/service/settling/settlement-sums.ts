import { dayOf } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { compareTexts } from '../../facts/index.ts';
import {
  type LineSum,
  lineSums,
  type OwedByColumn,
  owedLines,
  type PaidResult,
  type UnpaidSum,
} from '../../settlement/index.ts';
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

/** What lines come to that are not among those by column. */
export type SumsBeside = Readonly<{
  count: number;
  lines: readonly LineSum[];
  unpaid: readonly UnpaidInPlace[];
}>;

/** What is not paid for a reason, and the place in line of the first of which it is not. */
export type UnpaidInPlace = Omit<UnpaidSum, 'row'> & Readonly<{ first: PlaceInLine }>;

/** Payable day, day and participant, as texts; what waits has no payable day and comes last. */
type PlaceInLine = readonly [payableOn: string, day: string, participant: string];

/** The same of lines by column, and of others beside, under a page that names no payers. */
export function sumsOfOwed(
  owed: OwedByColumn,
  contract: Contract,
  beside: SumsBeside = { count: 0, lines: [], unpaid: [] },
): SettlementSums {
  const own = lineSums(owed);
  const lines = [...own.lines, ...beside.lines];
  const unpaid = own.unpaid.map(({ row, ...each }) => ({ ...each, first: placeOf(owed, row) }));
  return {
    lines: owed.rows.length + beside.count,
    clauses: sumsByClause(lines, contract),
    payees: sumsByPayee(lines),
    payers: [],
    notPaid: sumsByReason(inPlace([...unpaid, ...beside.unpaid])),
  };
}

function placeOf(owed: OwedByColumn, row: number): PlaceInLine {
  const { lines } = owedLines(owed, Int32Array.of(row));
  const [payableOn = '', day = ''] = lines.flatMap((line) => [
    line.payableOn === undefined ? '' : dayOf(line.payableOn),
    dayOf(line.day),
  ]);
  return [payableOn, day, lines[0]?.participant ?? ''];
}

/** In the order of the first lines of which they are not paid. */
function inPlace(unpaid: readonly UnpaidInPlace[]): readonly ReasonSum[] {
  const sorted = unpaid.toSorted(({ first: one }, { first: other }) => {
    const waits = Number(one[0] === '') - Number(other[0] === '');
    return waits || compareInTurn(one, other);
  });
  return sorted.map(({ reason, count, amount }) => ({ reason, count, amount }));
}

function compareInTurn(one: PlaceInLine, other: PlaceInLine): number {
  const at = one.findIndex((text, place) => text !== other[place]);
  return at < 0 ? 0 : compareTexts(one[at] ?? '', other[at] ?? '');
}

function sumsByPayee(parts: readonly PayeeSum[]): readonly PayeeSum[] {
  const sums = new Map<string, PayeeSum>();
  for (const { payee, count, amount } of parts) {
    const before = sums.get(payee) ?? { count: 0, amount: 0n };
    sums.set(payee, { payee, count: before.count + count, amount: before.amount + amount });
  }
  return [...sums.keys()].toSorted().flatMap((payee) => sums.get(payee) ?? []);
}
