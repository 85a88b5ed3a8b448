import type { DuckDBConnection } from '@duckdb/node-api';

type DuckDb = typeof import('@duckdb/node-api');

/** What DuckDB may hold at once beside the facts that are read. */
const megabytesMax = 512;

/**
 * Does work on a connection on which columns are read, one of so many at the same time. Undefined
 * where DuckDB has something to say of a file: it says so again, in its place, when rows are read.
 */
export async function withColumns<Found>(
  { DuckDBInstance }: DuckDb,
  parts: number,
  work: (connection: DuckDBConnection) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`set memory_limit = '${Math.ceil(megabytesMax / parts)}MB'`);
    if (parts > 1) await connection.run('set threads = 1');
    return await work(connection);
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) return undefined;
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
