import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import {
  exampleNames,
  examplePath,
  isThere,
  readExample,
} from '../../../test/support/example-folders.ts';
import { madeFolder } from '../../../test/support/made-files.ts';
import { readWorkedPage } from '../../../test/support/settle-example.ts';
import { dayNumber } from '../../calendar/index.ts';
import { rulesOf } from '../../facts/index.ts';
import { owed, owedByColumn, settlementResult } from '../../settlement/index.ts';
import { readFacts } from '../fact-files/read-facts.ts';
import { writeColumnChunks } from '../line-files/write-column-chunks.ts';
import { writeLines } from '../line-files/write-lines.ts';
import { columnsOfLines } from './columns-of-lines.ts';
import { columnsOfOwed } from './columns-of-owed.ts';

const { path } = madeFolder();

async function rowsOf(file: string): Promise<unknown> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(`from '${file}'`);
  const about = await connection.runAndReadAll(`from parquet_kv_metadata('${file}')`);
  connection.closeSync();
  instance.closeSync();
  return [
    read.columnNames(),
    read.columnTypes().map(String),
    read.getRowsJson(),
    about.getRowsJson().map((row) => row.slice(1)),
  ];
}

test.each(exampleNames.filter((name) => isThere(name, 'facts')))(
  '%s: lines by column are the lines of the result',
  async (name) => {
    const { contract, plan } = readWorkedPage(name);
    const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
    const { asAt, knownAt } = readExample(name);
    const days = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
    const result = settlementResult(owed(plan, facts, days), { contract: 'first', language: 1 });
    const [ours, theirs] = [path(`${name}-ours.parquet`), path(`${name}-theirs.parquet`)];
    await writeColumnChunks(ours, columnsOfOwed(owedByColumn(plan, facts, days), result));
    await writeLines(theirs, result);
    expect(await rowsOf(ours)).toEqual(await rowsOf(theirs));
  },
);

test('amounts have as many places as their currency has smaller units', async () => {
  const { contract, plan } = readWorkedPage('jobpath');
  const { facts } = await readFacts([examplePath('jobpath', 'facts')], rulesOf([contract]));
  const days = { trueBy: plan.endsOn, knownBy: plan.endsOn };
  const result = settlementResult(owed(plan, facts, days), { contract: 'first', language: 1 });
  const amountsOf = (currency: string, amount: string) => {
    const lines = result.lines.slice(0, 1).map((line) => ({ ...line, gross: amount, amount }));
    const { columns } = columnsOfLines({ ...result, currency, lines, notPaid: [] });
    return columns.find(({ name }) => name === 'amount');
  };
  const [yen, pounds] = [amountsOf('JPY', '220'), amountsOf('GBP', '2.20')];
  expect(yen).toMatchObject({ type: { is: 'decimal', places: 0 }, values: Float64Array.of(220) });
  expect(pounds).toMatchObject({ type: { places: 2 }, values: Float64Array.of(220) });
});
