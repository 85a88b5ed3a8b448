import type { Column, Contract, RateRow, RateTable, RowValue } from './contract.ts';

/** One price of an outcome for a group, and when it applies. */
export type Rate = Readonly<{
  price: string;
  years?: Readonly<{ first: number; last?: number }>;
  with: readonly string[];
  tier?: Readonly<{ least: string; under?: string }>;
}>;

type PriceRow = Exclude<RateRow, { row: string }>;

/** The prices of an outcome for a group: those for a characteristic before those for everyone. */
export function ratesOf(contract: Contract, outcome: string, group: string): readonly Rate[] {
  const rates = contract.outcomes.tables.flatMap((table) =>
    table.rows.flatMap((row) => (isPriceRowOf(row, outcome) ? ratesOfRow(table, row, group) : [])),
  );
  return rates.sort((a, b) => b.with.length - a.with.length);
}

function isPriceRowOf(row: RateRow, outcome: string): row is PriceRow {
  return 'outcome' in row ? row.outcome === outcome : 'tierOf' in row && row.tierOf === outcome;
}

function ratesOfRow(table: RateTable, row: PriceRow, group: string): Rate[] {
  const tier = 'tierOf' in row ? { tier: tierOf(row) } : {};
  return table.columns.flatMap((column, index) => {
    const price = row.prices[index];
    if (price === null || price === undefined || !isForGroup(column, group)) return [];
    const years = column.years ? { years: column.years } : {};
    return [{ price, with: column.with ?? [], ...years, ...tier }];
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
