import { formatMajor } from '../../src/money/index.ts';

/** What the lines that the SQL wrote come to. */
export type SqlTotals = Readonly<{ lines: number; total: string }>;

/** Adds up the lines that the SQL wrote. */
export async function totalsOfSql(parquet: string): Promise<SqlTotals> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(
    `select count(*)::varchar, sum(paid)::bigint::varchar from '${parquet}'`,
  );
  connection.closeSync();
  instance.closeSync();
  const [lines, units] = found.getRows()[0] ?? [];
  return { lines: Number(lines), total: formatMajor(BigInt(String(units)), 'GBP') };
}
