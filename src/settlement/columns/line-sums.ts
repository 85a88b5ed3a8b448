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
  const { columns, rows } = owed;
  const { kept, worths, attached, termsKnown } = columns;
  const ofKept = new Map<string, Growing>();
  const unpaid: UnpaidSums = new Map();
  const providers = attached.providers.values.length + 1;
  const plain: Growing[] = [];
  // The place of each sum from 1 on, by its terms and its provider.
  const places = new Int32Array((termsKnown.values.length + 1) * providers);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    if (kept.size > 0 && kept.has(row)) {
      addKept(owed, row, { sums: ofKept, unpaid });
      continue;
    }
    const key = numberIn(columns.terms, row) * providers + providerAt(owed, row);
    if (places[key] === 0) places[key] = plain.push(growing(namedAt(owed, row)));
    const sum = plain[(places[key] as number) - 1] as Growing;
    const gross = worths.units[numberIn(columns.worth, row) - 1] as number;
    const isWhole = numberIn(columns.unpaidWhy, row) === 0;
    const notPaid = isWhole ? 0 : amountIn(columns.unpaidAmount, row);
    addTo(sum, columns, { row, gross, amount: gross - notPaid });
    if (isWhole) continue;
    for (const each of unpaidAt(columns, row)) addUnpaid(unpaid, columns, { ...each, row });
  }
  return {
    lines: inPlace(columns, [...plain, ...ofKept.values()]).map((sum) => {
      const { named, count, gross, amount } = sum;
      return { ...named, count, gross: BigInt(gross), amount: BigInt(amount) };
    }),
    unpaid: inPlace(columns, unpaid.values()),
  };
}

type Sums = Readonly<{ sums: Map<string, Growing>; unpaid: UnpaidSums }>;

/** Adds a line that is kept as an object. */
function addKept({ columns, plan }: OwedByColumn, row: number, { sums, unpaid }: Sums): void {
  const { line, clause, outcome, group, payee, gross, amount } = lineAt(columns, row, plan);
  const named = { clause, outcome, ...(group === undefined ? {} : { group }), payee };
  const key = JSON.stringify([clause, outcome, group, payee]);
  const sum = sums.get(key) ?? growing(named);
  sums.set(key, sum);
  addTo(sum, columns, { row, gross: Number(gross), amount: Number(amount) });
  for (const each of notPaidAt(columns, row, line)) addUnpaid(unpaid, columns, { ...each, row });
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

function growing(named: Named): Growing {
  return { named, count: 0, gross: 0, amount: 0, row: -1 };
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
