import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { madeFolder } from '../../../test/support/made-files.ts';
import { aResult } from '../../../test/support/makers/results.ts';
import type { ResultLine } from '../../settlement/index.ts';
import { writeLines } from './write-lines.ts';

const { path } = madeFolder();

const line: ResultLine = {
  line: 'Outcomes/Settled|A1|Harbour|1',
  clause: 'Outcomes/Settled',
  participant: 'Sam',
  provider: 'Harbour',
  payer: 'The council',
  payee: 'Harbour',
  outcome: 'Settled',
  number: 1,
  group: 'leaving',
  day: '2027-08-08',
  payableOn: null,
  quantity: '1',
  price: '220.125',
  gross: '220.13',
  amount: '-0.01',
  version: 1,
  payers: [{ payer: 'The council', amount: '-0.01' }],
};

async function rowsOf(query: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(query)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

test('in Parquet amounts are exact decimals, days are days and what does not apply is empty', async () => {
  const file = path('lines.parquet');
  expect(await writeLines(file, aResult([line]))).toEqual({ ok: true, value: file });
  expect(
    await rowsOf(`select gross, amount, price, day, payableOn, cohort from '${file}'`),
  ).toEqual([['220.13', '-0.01', '220.125', '2027-08-08', null, null]]);
  const types = await rowsOf(`describe select gross, day, version, number from '${file}'`);
  expect(types.map(([, type]) => type)).toEqual(['DECIMAL(18,2)', 'DATE', 'INTEGER', 'VARCHAR']);
});

test('a settlement of no lines is a Parquet file of no rows', async () => {
  const file = path('none.parquet');
  await writeLines(file, aResult([]));
  expect(await rowsOf(`select count(*), count(payers) from '${file}'`)).toEqual([['0', '0']]);
});

test('without DuckDB a Parquet file is a problem that says how to get it, and CSV is written', async () => {
  const absent = () => Promise.reject(new Error('not installed'));
  const written = await writeLines(path('absent.parquet'), aResult([line]), absent);
  expect(written).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'output.parquet_writer_missing',
        help: 'Run `npm install @duckdb/node-api`, or give a file that ends in .ndjson or .csv.',
      },
    ],
  });
  const file = path('lines.csv');
  expect((await writeLines(file, aResult([line]), absent)).ok).toBe(true);
  expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(3);
});
