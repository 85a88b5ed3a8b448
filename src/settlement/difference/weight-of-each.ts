import { dayInCell, numberIn, referenceAt } from '../../facts/index.ts';
import type { OwedByColumn } from '../owed.ts';
import { ownerAt } from './find-row.ts';
import { amountAt } from './rows-alike.ts';

/**
 * By what the numbers of a line are multiplied and then added up, so that lines that are not those
 * of another settlement weigh otherwise: each line, its sums in smallest units, its days, its
 * version, and that something of it is not paid.
 */
export const lineWeights = {
  line: 1_000_003,
  gross: 524_287,
  amount: 8191,
  day: 131,
  payableOn: 65_537,
  version: 3,
  unpaid: 17,
} as const;

/**
 * What the lines of each participant weigh, by which lines that were kept are told to be these. It
 * is no seal. Undefined where a line is kept as an object, or is nobody's.
 */
export function weightOfEach({ columns }: OwedByColumn): ReadonlyMap<string, number> | undefined {
  if (columns.kept.size > 0) return undefined;
  const { participants } = columns.attached;
  const weights = new Float64Array(participants.rows);
  const versions = columns.termsKnown.values.map(({ version }) => version.version);
  for (let row = 0; row < columns.rows; row += 1) {
    const owner = ownerAt(columns, row);
    if (owner < 0) return undefined;
    const payable = numberIn(columns.payableOn, row);
    weights[owner] =
      (weights[owner] as number) +
      lineWeights.line +
      lineWeights.gross * (columns.worths.units[numberIn(columns.worth, row) - 1] as number) +
      lineWeights.amount * amountAt(columns, row) +
      lineWeights.day * dayInCell(numberIn(columns.day, row)) +
      lineWeights.payableOn * (payable === 0 ? 0 : dayInCell(payable)) +
      lineWeights.version * (versions[numberIn(columns.terms, row) - 1] as number) +
      (numberIn(columns.unpaidWhy, row) === 0 ? 0 : lineWeights.unpaid);
  }
  return new Map(Array.from(weights, (weight, at) => [referenceAt(participants, at), weight]));
}
