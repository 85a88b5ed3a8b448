import type { RateRow } from '../../../contract/index.ts';

/** A row of the rate card that holds prices. */
export type PriceRow = Exclude<RateRow, { row: string }>;

export function isPriced(row: RateRow): row is PriceRow {
  return !('row' in row);
}

/** The outcome whose prices a row holds, its tiers and bands included. */
export function outcomeOfRow(row: PriceRow): string {
  if ('tierOf' in row) return row.tierOf;
  return 'bandOf' in row ? row.bandOf : row.outcome;
}
