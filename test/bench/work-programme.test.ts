// What `npm run bench -- work-programme` rests on.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { compareLines } from '../../bench/work-programme/compare-lines.ts';
import { pageInLine } from '../../bench/work-programme/page-in-line.ts';
import { checkPages } from '../../src/service/pages/check-pages.ts';
import { tryPages } from '../../src/service/pages/try-pages.ts';
import { madeFolder } from '../support/made-files.ts';
import { root } from '../support/project-files.ts';

const { path } = madeFolder();
const inLine = `${root}/bench/work-programme/contract-in-line.md`;
const pages = [`${root}/bench/work-programme/contract.md`, inLine];

test('the pages of the benchmark have no problems and pay what their examples say', async () => {
  for (const page of pages) {
    const checked = await checkPages([page]);
    expect(checked.problems).toEqual([]);
    const tried = await tryPages([page]);
    expect(tried.ok && tried.value.results.map(({ passed }) => passed)).toEqual([true, true]);
  }
});

test('the page in line is the plain one with a band and a limit, which grow with the programme', async () => {
  const linesOf = (text: string) => text.split('\n');
  const [plain = '', ordered = ''] = pages.map((page) => readFileSync(page, 'utf8'));
  const added = linesOf(ordered).filter((line) => !linesOf(plain).includes(line));
  expect(pageInLine(inLine, 20_000)).toBe(ordered);
  const larger = linesOf(pageInLine(inLine, 2_000_000));
  const grown = larger.filter((line) => !linesOf(ordered).includes(line));
  expect(grown).toEqual([
    expect.stringMatching(/^\| first 5,000 +\| +£1,200 \|/),
    '- No more than £19,500,000 is paid to each provider in each year.',
  ]);
  expect(added.filter((line) => line.startsWith('- '))).toEqual([
    '- The bands of Job count what each provider achieves in each year, each at its own price.',
    '- No more than £195,000 is paid to each provider in each year.',
  ]);
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
