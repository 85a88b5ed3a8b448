import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../test/support/project-files.ts';

const generator = join(root, '../shared/reference/bench/generate.mjs');

/** Each participant has so many facts. */
export const factsEach = 16;

/** The files of the same facts: as the SQL reads them, and as they are sent to the service. */
export type FactFiles = Readonly<{ parquet: string; csv: string }>;

/** What keeps the facts of the benchmark from being made, if anything does. */
export async function findHindrance(): Promise<string | undefined> {
  if (!existsSync(generator)) return 'there is no ../shared/reference/bench beside this project.';
  const isThere = await import('@duckdb/node-api').then(
    () => true,
    () => false,
  );
  return isThere
    ? undefined
    : '@duckdb/node-api is not installed; `npm install @duckdb/node-api` gets it.';
}

/** Makes the facts of so many participants. */
export async function makeFacts(participants: number, folder: string): Promise<FactFiles> {
  execFileSync(process.execPath, [generator, String(participants), folder], { cwd: root });
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const [parquet, csv] = [join(folder, 'facts.parquet'), join(folder, 'facts.csv')];
  await connection.run(`copy (from '${parquet}') to '${csv}' (format csv, header)`);
  connection.closeSync();
  instance.closeSync();
  return { parquet, csv };
}
