// What `npm run bench -- work-programme` rests on.
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { compareLines } from '../../bench/work-programme/compare-lines.ts';
import { checkPages } from '../../src/service/check-pages.ts';
import { tryPages } from '../../src/service/try-pages.ts';
import { madeFolder } from '../support/made-files.ts';
import { root } from '../support/project-files.ts';

const { path } = madeFolder();
const page = `${root}/bench/work-programme/contract.md`;

test('the page of the benchmark has no problems and pays what its examples say', async () => {
  const checked = await checkPages([page]);
  expect(checked.problems).toEqual([]);
  const tried = await tryPages([page]);
  expect(tried.ok && tried.value.results.map(({ passed }) => passed)).toEqual([true, true]);
});

type Row = readonly [provider: string, outcome: string, day: string, pence: number];

test('lines that differ by a penny, a month or a provider are found, and equal ones are not', async () => {
  const rows: readonly Row[] = [
    ['Hub', 'Job', '2015-09-06', 120_000],
    ['Hub', 'Job', '2015-09-30', 120_000],
    ['Nest', 'Staying', '2015-10-01', 23_500],
  ];
  const others: readonly (readonly [string, readonly Row[]])[] = [
    ['same', rows.toReversed()],
    ['penny', rows.with(2, ['Nest', 'Staying', '2015-10-01', 23_501])],
    ['month', rows.with(1, ['Hub', 'Job', '2015-10-01', 120_000])],
    ['provider', rows.with(1, ['Nest', 'Job', '2015-09-30', 120_000])],
    ['none', rows.slice(0, 2)],
  ];
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const written = async (name: string, lines: readonly Row[]) => {
    const values = lines.map(([provider, outcome, day, pence]) => {
      return `('${provider}', '${outcome}', date '${day}', ${pence}, ${pence})`;
    });
    const file = path(`${name}.parquet`);
    const named = `(values ${values.join(', ')}) t(provider, outcome, day, pence, paid)`;
    await connection.run(`copy (from ${named}) to '${file}' (format parquet)`);
    return file;
  };
  const peer = await written('peer', rows);
  const counts: [string, number][] = [];
  for (const [name, lines] of others) {
    const ours = await written(name, lines);
    const compared = await compareLines(connection, { ours, peer });
    expect([compared.lines, compared.pence]).toEqual([3, 263_500n]);
    counts.push([name, compared.differences.length]);
  }
  connection.closeSync();
  expect(counts).toEqual([
    ['same', 0],
    ['penny', 1],
    ['month', 2],
    ['provider', 2],
    ['none', 1],
  ]);
});
