import { numberIn } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { OwedByColumn } from '../owed.ts';
import type { Reason } from '../pay/draft.ts';
import { amountIn } from './amount-column.ts';
import { lineAt, notPaidAt, termsAt, unpaidAt } from './line-at.ts';
import type { LineColumns } from './line-columns.ts';
import { isBeforeByDays } from './rows-in-line.ts';
import { valueAmong } from './value-numbers.ts';

/** What the lines of one outcome and group come to that are paid to one payee. */
export type LineSum = Readonly<{
  clause: string;
  outcome: string;
  group?: string;
  payee: string;
  count: number;
  gross: bigint;
  amount: bigint;
}>;

/** What is not paid for one reason, in so many parts of lines, of which one row is the first. */
export type UnpaidSum = Readonly<{ reason: Reason; count: number; amount: bigint; row: number }>;

/** Lines added up, each sum in the place of the first of its lines. */
export type LineSums = Readonly<{ lines: readonly LineSum[]; unpaid: readonly UnpaidSum[] }>;

type Named = Pick<LineSum, 'clause' | 'outcome' | 'group' | 'payee'>;

/** A sum that is growing, in whole smallest units, with the first of its rows. */
type Growing = { named: Named; count: number; gross: number; amount: number; row: number };

/** Adds up the lines that are owed, without an object for each. */
export function lineSums(owed: OwedByColumn): LineSums {
  const { columns, rows, plan } = owed;
  const sums = new Map<string | number, Growing>();
  const unpaid: UnpaidSums = new Map();
  const grossOf = Float64Array.from(columns.worths.values, ({ gross }) => Number(gross));
  const providers = columns.attached.providers.values.length + 1;
  for (const row of rows) {
    if (columns.kept.has(row)) {
      const { line, clause, outcome, group, payee, gross, amount } = lineAt(columns, row, plan);
      const named = { clause, outcome, ...(group === undefined ? {} : { group }), payee };
      const sum = sumFor(sums, JSON.stringify([clause, outcome, group, payee]), () => named);
      addTo(sum, columns, { row, gross: Number(gross), amount: Number(amount) });
      for (const each of notPaidAt(columns, row, line))
        addUnpaid(unpaid, columns, { ...each, row });
      continue;
    }
    const provider = providerAt(owed, row);
    const key = numberIn(columns.terms, row) * providers + provider;
    const gross = grossOf[numberIn(columns.worth, row) - 1] as number;
    const sum = sums.get(key) ?? sumFor(sums, key, () => namedAt(owed, row));
    addTo(sum, columns, { row, gross, amount: gross - amountIn(columns.unpaidAmount, row) });
    if (numberIn(columns.unpaidWhy, row) === 0) continue;
    for (const each of unpaidAt(columns, row)) addUnpaid(unpaid, columns, { ...each, row });
  }
  return {
    lines: inPlace(columns, sums.values()).map(({ named, count, gross, amount }) => {
      return { ...named, count, gross: BigInt(gross), amount: BigInt(amount) };
    }),
    unpaid: inPlace(columns, unpaid.values()),
  };
}

/** The number of the provider of a line that is not kept as an object. */
function providerAt({ columns }: OwedByColumn, row: number): number {
  return numberIn(columns.attached.provider, numberIn(columns.attachment, row) - 1);
}

function namedAt(owed: OwedByColumn, row: number): Named {
  const { group, placed } = termsAt(owed.columns, row);
  const { clause, name: outcome } = placed.outcome;
  const payee = valueAmong(owed.columns.attached.providers, providerAt(owed, row));
  return { clause, outcome, group: group.group, payee };
}

function sumFor(
  sums: Map<string | number, Growing>,
  key: string | number,
  name: () => Named,
): Growing {
  const known = sums.get(key);
  if (known) return known;
  const sum = { named: name(), count: 0, gross: 0, amount: 0, row: -1 };
  sums.set(key, sum);
  return sum;
}

type Adding = Readonly<{ row: number; gross: number; amount: number }>;

function addTo(sum: Growing, columns: LineColumns, { row, gross, amount }: Adding): void {
  if (sum.count === 0 || isBeforeByDays(columns, row, sum.row)) sum.row = row;
  sum.count += 1;
  sum.gross += gross;
  sum.amount += amount;
  assert(Number.isSafeInteger(sum.gross), 'a sum of lines is a safe whole number');
}

type UnpaidSums = Map<Reason, { -readonly [Key in keyof UnpaidSum]: UnpaidSum[Key] }>;

type AddingUnpaid = Readonly<{ row: number; reason: Reason; amount: bigint }>;

function addUnpaid(
  sums: UnpaidSums,
  columns: LineColumns,
  { row, reason, amount }: AddingUnpaid,
): void {
  const before = sums.get(reason);
  if (before === undefined) sums.set(reason, { reason, count: 1, amount, row });
  else {
    if (isBeforeByDays(columns, row, before.row)) before.row = row;
    before.count += 1;
    before.amount += amount;
  }
}

/** Sums in the place in line of the first of their rows. */
function inPlace<Sum extends Readonly<{ row: number }>>(
  columns: LineColumns,
  sums: Iterable<Sum>,
): readonly Sum[] {
  const first = (one: Sum, other: Sum) => isBeforeByDays(columns, one.row, other.row);
  return [...sums].sort((one, other) => {
    return Number(first(other, one)) - Number(first(one, other)) || one.row - other.row;
  });
}
