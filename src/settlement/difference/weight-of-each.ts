import { dayInCell, numberIn, referenceAt } from '../../facts/index.ts';
import { amountAt } from '../columns/line-at.ts';
import type { OwedByColumn } from '../owed.ts';
import { ownerAt } from './find-row.ts';

/**
 * By what the numbers of a line are multiplied and then added up, so that lines that are not those
 * of another settlement weigh otherwise: each line, its sums in smallest units, its days, its
 * version, that something of it is not paid, and what stands for its clause, its provider and
 * whom it is paid to.
 */
export const lineWeights = {
  line: 1_000_003,
  gross: 524_287,
  amount: 8191,
  day: 131,
  payableOn: 65_537,
  version: 3,
  unpaid: 17,
  clause: 257,
  provider: 8209,
  payee: 16_411,
} as const;

/**
 * What the lines of each participant weigh, by which lines that were kept are told to be these. It
 * is no seal. A whole number of up to five digits stands for a text. Undefined where a line is kept
 * as an object, or is nobody's.
 */
export function weightOfEach(
  { columns }: OwedByColumn,
  numberOf: (text: string) => number,
): ReadonlyMap<string, number> | undefined {
  if (columns.kept.size > 0) return undefined;
  const { participants, provider, providers } = columns.attached;
  const weights = new Float64Array(participants.rows);
  const versions = columns.termsKnown.values.map(({ version }) => version.version);
  const clauses = columns.termsKnown.values.map(({ placed }) => numberOf(placed.outcome.clause));
  const numbers = providers.values.map(numberOf);
  for (let row = 0; row < columns.rows; row += 1) {
    const owner = ownerAt(columns, row);
    if (owner < 0) return undefined;
    const terms = numberIn(columns.terms, row) - 1;
    const whose = numberIn(provider, numberIn(columns.attachment, row) - 1) - 1;
    const payable = numberIn(columns.payableOn, row);
    weights[owner] =
      (weights[owner] as number) +
      lineWeights.line +
      lineWeights.gross * (columns.worths.units[numberIn(columns.worth, row) - 1] as number) +
      lineWeights.amount * amountAt(columns, row) +
      lineWeights.day * dayInCell(numberIn(columns.day, row)) +
      lineWeights.payableOn * (payable === 0 ? 0 : dayInCell(payable)) +
      lineWeights.version * (versions[terms] as number) +
      lineWeights.clause * (clauses[terms] as number) +
      (lineWeights.provider + lineWeights.payee) * (numbers[whose] as number) +
      (numberIn(columns.unpaidWhy, row) === 0 ? 0 : lineWeights.unpaid);
  }
  return new Map(Array.from(weights, (weight, at) => [referenceAt(participants, at), weight]));
}
