import type { Column, Contract, RateRow, RateTable, RowValue } from './contract.ts';

/** One price of an outcome for a group, and when it applies. */
export type Rate = Readonly<{
  price: string;
  years?: Readonly<{ first: number; last?: number }>;
  with: readonly string[];
  tier?: Readonly<{ least: string; under?: string }>;
  /** Which of the outcome's bands, from 0. */
  band?: number;
}>;

type PriceRow = Exclude<RateRow, { row: string }>;

/** The prices of an outcome for a group: those for a characteristic before those for everyone. */
export function ratesOf(contract: Contract, outcome: string, group: string): readonly Rate[] {
  const rates = contract.outcomes.tables.flatMap((table) =>
    pricesIn(table, outcome).flatMap((priced) => ratesOfRow(table, priced, group)),
  );
  return rates.sort((a, b) => b.with.length - a.with.length);
}

/** A row with prices of an outcome; where it is one of its bands, which. */
type Priced = Readonly<{ row: PriceRow; band?: number }>;

function pricesIn({ rows }: RateTable, outcome: string): Priced[] {
  const bands = bandsIn(rows, outcome);
  return rows.flatMap((row): Priced[] => {
    if ('row' in row || nameOf(row) !== outcome) return [];
    return 'bandOf' in row ? [{ row, band: bands.indexOf(row) }] : [{ row }];
  });
}

function nameOf(row: PriceRow): string {
  if ('bandOf' in row) return row.bandOf;
  return 'tierOf' in row ? row.tierOf : row.outcome;
}

type BandRow = Extract<RateRow, { bandOf: string }>;

/** The bands of an outcome in a table, in the order in which they are filled. */
function bandsIn(rows: readonly RateRow[], outcome: string): readonly BandRow[] {
  return rows.filter((row) => 'bandOf' in row && row.bandOf === outcome) as BandRow[];
}

/** How many achievements each band of an outcome holds; empty where its price has none. */
export function bandSizesOf(contract: Contract, outcome: string): readonly (number | undefined)[] {
  const bands = contract.outcomes.tables.map(({ rows }) => bandsIn(rows, outcome));
  return (bands.find((found) => found.length > 0) ?? []).map(({ count }) => count);
}

function ratesOfRow(table: RateTable, { row, band }: Priced, group: string): Rate[] {
  const tier = 'tierOf' in row ? { tier: tierOf(row) } : {};
  const inBand = band === undefined ? {} : { band };
  return table.columns.flatMap((column, index) => {
    const price = row.prices[index];
    if (price === null || price === undefined || !isForGroup(column, group)) return [];
    const years = column.years ? { years: column.years } : {};
    return [{ price, with: column.with ?? [], ...years, ...tier, ...inBand }];
  });
}

function tierOf(row: Extract<RateRow, { tierOf: string }>): NonNullable<Rate['tier']> {
  return row.under === undefined ? { least: row.least } : { least: row.least, under: row.under };
}

function isForGroup(column: Column, group: string): boolean {
  return column.group === undefined || column.group === group;
}

/** What a row of the rate card that is not a price holds for a group. */
export function findRowValue(contract: Contract, row: string, group: string): RowValue | undefined {
  for (const table of contract.outcomes.tables) {
    for (const each of table.rows) {
      if (!('row' in each) || each.row !== row) continue;
      const at = table.columns.findIndex((column) => isForGroup(column, group));
      const value = at === -1 ? undefined : each.values[at];
      if (value) return value;
    }
  }
  return undefined;
}
