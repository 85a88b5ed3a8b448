import { dayInCell, numberIn, referenceAt } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { type Line, lineOf, type NotPaid, notPaidOf } from '../due/line.ts';
import type { PaidBy } from '../due/payers.ts';
import type { Unpaid } from '../pay/draft.ts';
import type { Plan } from '../plan/plan.ts';
import { amountIn } from './amount-column.ts';
import { providerOf } from './attached-columns.ts';
import type { LineColumns, Terms, Why } from './line-columns.ts';
import { valueAmong } from './value-numbers.ts';
import type { Worth } from './worth-pool.ts';

/** The line of a row, as an object. */
export function lineAt(columns: LineColumns, row: number, plan: Plan): Line {
  const kept = columns.kept.get(row);
  if (kept) return lineOf(plan, kept);
  const { attached } = columns;
  const { version, group, placed } = termsAt(columns, row);
  const { clause, name } = placed.outcome;
  const attachment = numberIn(columns.attachment, row) - 1;
  const provider = providerOf(attached, attachment);
  const number = valueAmong(columns.numbers, numberIn(columns.number, row));
  const { price, quantity, gross } = worthAt(columns, row);
  const payable = numberIn(columns.payableOn, row);
  return {
    line: nameAt(columns, row),
    clause,
    participant: referenceAt(attached.participants, numberIn(attached.participant, attachment)),
    provider,
    payer: plan.payer,
    payee: provider,
    outcome: name,
    number,
    group: group.group,
    day: dayInCell(numberIn(columns.day, row)),
    ...(payable === 0 ? {} : { payableOn: dayInCell(payable) }),
    quantity,
    price,
    gross,
    amount: gross - BigInt(unpaidSumAt(columns, row)),
    version: version.version,
  };
}

/** The name of a line that is not kept as an object. */
export function nameAt(columns: LineColumns, row: number): string {
  const { attached } = columns;
  const { clause } = termsAt(columns, row).placed.outcome;
  const attachment = numberIn(columns.attachment, row) - 1;
  const id = referenceAt(attached.ids, attachment);
  const provider = providerOf(attached, attachment);
  const number = valueAmong(columns.numbers, numberIn(columns.number, row));
  return `${clause}|${id}|${provider}|${number}`;
}

export function termsAt({ terms, termsKnown }: LineColumns, row: number): Terms {
  return termsKnown.values[numberIn(terms, row) - 1] as Terms;
}

export function worthAt({ worth, worths }: LineColumns, row: number): Worth {
  return worths.values[numberIn(worth, row) - 1] as Worth;
}

/** What of the line of a row is not paid; `line` is its name. */
export function notPaidAt(columns: LineColumns, row: number, line: string): readonly NotPaid[] {
  const kept = columns.kept.get(row);
  if (kept) return notPaidOf(kept);
  return unpaidAt(columns, row).map((unpaid) => ({ line, ...unpaid }));
}

const nothingUnpaid: readonly Unpaid[] = [];

/** What is left of a row that is not kept as an object, in whole smallest units. */
export function amountAt(columns: LineColumns, row: number): number {
  const { worth, worths } = columns;
  return (worths.units[numberIn(worth, row) - 1] as number) - unpaidSumAt(columns, row);
}

/** What of a row that is not kept as an object is not paid, in whole smallest units. */
export function unpaidSumAt({ unpaidWhy, unpaidAmount }: LineColumns, row: number): number {
  // Of most rows nothing is, and reasons take less memory than amounts.
  return numberIn(unpaidWhy, row) === 0 ? 0 : amountIn(unpaidAmount, row);
}

/** The parts of a row that is not kept as an object that are not paid. */
export function unpaidAt(columns: LineColumns, row: number): readonly Unpaid[] {
  const number = numberIn(columns.unpaidWhy, row);
  if (number === 0) return nothingUnpaid;
  const beside = columns.unpaidBeside.get(row);
  if (beside) return beside;
  const { reason, clause } = columns.whys.values[number - 1] as Why;
  return [{ reason, amount: BigInt(amountIn(columns.unpaidAmount, row)), clause }];
}

/** A line that was kept as an object, to be asked why. */
export function keptAt({ kept }: LineColumns, row: number): PaidBy {
  const paid = kept.get(row);
  assert(paid, 'a line of which why is asked is kept');
  return paid;
}
