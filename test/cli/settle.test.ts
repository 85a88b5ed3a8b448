import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { compareTexts } from '../../src/facts/index.ts';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { path, put } = madeFolder();
const page = put('contract.md', smallPage);
const facts = put('facts.csv', smallFacts);
const days = ['--as-at', '2028-12-31'];

function settle(...words: readonly string[]) {
  return runOutturn(['settle', page, '--facts', facts, ...days, ...words]);
}

function settleJson(...words: readonly string[]) {
  return JSON.parse(settle('--format', 'json', ...words).stdout);
}

test('the result is what its schema says', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: true } });
  const schema = JSON.parse(runOutturn(['schema', 'results']).stdout);
  const isValid = ajv.compile(schema);
  expect([isValid(settleJson()), isValid.errors]).toEqual([true, null]);
});

test('the result has the fixed keys, and its lines add up', () => {
  const result = settleJson();
  expect(Object.keys(result)).toEqual([
    'contract',
    'language',
    'engine',
    'currency',
    'asAt',
    'knownAt',
    'total',
    'lines',
    'notPaid',
    'statuses',
  ]);
  expect(result).toMatchObject({ total: '880.00', currency: 'GBP', knownAt: '2028-12-31' });
  const pence = (major: string) => Number(major.replace('.', ''));
  const paid = result.lines.map(({ amount }: { amount: string }) => pence(amount));
  expect(paid.reduce((one: number, other: number) => one + other)).toBe(pence(result.total));
  expect(result.notPaid).toEqual([
    expect.objectContaining({ reason: 'not_verified', amount: '4730.00' }),
  ]);
  const counts: number[] = Object.values(result.statuses);
  expect(counts.reduce((one, other) => one + other)).toBe(6);
});

test('what was known earlier is settled as it was known', () => {
  expect(settleJson('--known-at', '2027-12-31').total).toBe('220.00');
});

test('lines go to a file of their own, and are the same in each format', async () => {
  const { lines } = settleJson();
  for (const ending of ['ndjson', 'csv', 'parquet']) {
    const result = settleJson('--lines', path(`lines.${ending}`));
    expect([ending, 'lines' in result, result.total]).toEqual([ending, false, '880.00']);
  }
  const rows = readFileSync(path('lines.ndjson'), 'utf8').trim().split('\n');
  expect(rows.map((row) => JSON.parse(row))).toEqual(lines);
  const csv = Papa.parse<Record<string, string>>(readFileSync(path('lines.csv'), 'utf8').trim(), {
    header: true,
  });
  const amounts = lines.map(({ line, amount }: Record<string, string>) => [line, amount]);
  expect(csv.data.map(({ line, amount }) => [line, amount])).toEqual(amounts);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const query = `select line, amount::varchar from '${path('lines.parquet')}'`;
  const byParticipant = lines.toSorted(
    ({ participant: one = '' }: Record<string, string>, other: Record<string, string>) =>
      compareTexts(one, other.participant ?? ''),
  );
  expect((await connection.runAndReadAll(query)).getRows()).toEqual(
    byParticipant.map(({ line, amount }: Record<string, string>) => [line, amount]),
  );
  connection.closeSync();
});

test('lines go nowhere that is no table of lines', () => {
  const { status, stderr } = settle('--lines', path('lines.xlsx'));
  expect([status, stderr]).toEqual([1, expect.stringContaining('.ndjson, .csv or .parquet')]);
});

test('nothing is settled while a row cannot be read; set aside, the rest is, and it says so', () => {
  const rows = `${smallFacts}F4,level 2,Sam,,,01/09/2027,,,,\n`;
  const broken = put('broken.csv', rows);
  const words = ['settle', page, '--facts', broken, ...days, '--format', 'json'];
  const refused = runOutturn(words);
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.stdout).problems).toMatchObject([
    { source: broken, field: 'day', line: 7, message: expect.stringContaining('01/09/2027') },
  ]);
  const settled = runOutturn([...words, '--set-aside']);
  expect([settled.status, JSON.parse(settled.stdout).total]).toEqual([0, '880.00']);
  expect(settled.stderr).toMatch(/1 row of facts was set aside[\s\S]*broken\.csv:7/);
});

test('a page with an error is not settled', () => {
  const bad = put('bad.md', smallPage.replace('13 weeks', '13 weaks'));
  const { status, stdout, stderr } = runOutturn(['settle', bad, '--facts', facts, ...days]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('13 weaks');
});

test('facts come from standard input and from folders as well', () => {
  const words = ['settle', page, ...days, '--format', 'json'];
  const fromInput = runOutturn([...words, '--facts', '-'], smallFacts);
  expect(JSON.parse(fromInput.stdout)).toEqual(settleJson());
});

test('in words, sums are by outcome and by provider, with what is not paid and why', () => {
  const { status, stdout } = settle();
  expect(status).toBe(0);
  expect(stdout).toMatch(/Settled +leaving +4 +£880\.00 +– +£880\.00/);
  expect(stdout).toMatch(/Total +5 +£5,610\.00 +£4,730\.00 +£880\.00/);
  expect(stdout).toMatch(/Harbour House +2 +£220\.00/);
  expect(stdout).toMatch(/not verified yet +1 +£4,730\.00/);
});

test('a statement is for one provider, and a name it does not know is told from one it does', () => {
  const words = ['statement', page, '--facts', facts, ...days];
  const one = runOutturn([...words, '--provider', 'Harbour House']);
  expect(one.stdout).toContain('Statement for Harbour House');
  expect(one.stdout).not.toContain('Bright Futures');
  const none = runOutturn([...words, '--provider', 'Harbor House']);
  expect([none.status, none.stderr]).toEqual([
    1,
    expect.stringContaining('Did you mean Harbour House?'),
  ]);
});

test('a statement as CSV adds up, and no cell is a formula', () => {
  const file = path('statement.csv');
  runOutturn(['statement', page, '--facts', facts, ...days, '--out', file]);
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').trim(), {
    header: true,
  });
  expect(data).toHaveLength(5);
  for (const { gross, notPaid, amount } of data) {
    expect(Number(gross) - Number(notPaid)).toBe(Number(amount));
  }
  const cells = data.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))).toEqual([]);
});

test('a statement as PDF is written whole', () => {
  const file = path('statement.pdf');
  const { status } = runOutturn(['statement', page, '--facts', facts, ...days, '--out', file]);
  expect([status, readFileSync(file).subarray(0, 5).toString()]).toEqual([0, '%PDF-']);
});

test('every line can be asked about, and so can every participant', () => {
  const words = ['why', page, '--facts', facts, ...days];
  const [line] = settleJson().lines;
  const asked = runOutturn([...words, '--line', line.line]);
  expect([asked.status, asked.stderr]).toEqual([0, '']);
  expect(asked.stdout).toContain('£220');
  const unknown = runOutturn([...words, '--line', `${line.line}0`]);
  expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining(line.line)]);
  const kim = runOutturn([...words, '--participant', 'Kim', '--format', 'json']);
  expect([kim.status, typeof JSON.parse(kim.stdout)]).toEqual([0, 'object']);
  const nobody = runOutturn([...words, '--participant', 'Kym']);
  expect([nobody.status, nobody.stderr]).toEqual([1, expect.stringContaining('Did you mean Kim?')]);
});
