import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { path, put } = madeFolder();

const terms = `
## Payment

- £100 is deducted for each bad day.
- The commissioner pays the first £400 of what is owed, and Northshire Health the rest.
- Outcomes are settled monthly and paid within 20 days.
`;
const page = put(
  'contract.md',
  smallPage
    .replace('| level 2            | occurrence |', '$& anyone |\n| bad day | occurrence |')
    .replace('\n## Examples', `${terms}\n## Examples`),
);
const facts = put('facts.csv', `${smallFacts}B1,bad day,Sam,,,2027-12-01,,,,\n`);
const words = [page, '--facts', facts, '--as-at', '2028-12-31'];

test('where two pay, both owe, and what each pays now stands under what each payee is paid', () => {
  const { stdout } = runOutturn(['settle', ...words, '--previous', 'none']);
  expect(stdout).toContain('Northshire Council and Northshire Health owe, as at 31 December 2028:');
  expect(stdout).toMatch(/Northshire Health +£[\d.]+\n/);
  const paid =
    /Bright Futures +due for its lines +£660\.00\n +taken off +-£100\.00\n +paid +£560\.00\n/;
  expect(stdout).toMatch(paid);
  expect(stdout).not.toContain('recovered');
  const by = [...stdout.matchAll(/ by Northshire \w+ +(-?)£([\d.]+)/g)];
  const pounds = by.map(([, sign, amount]) => Number(`${sign}${amount}`));
  // Two payees, each by two payers or one, then both payers in all: £780.
  const all = pounds.slice(-2);
  expect(all.reduce((sum, each) => sum + each)).toBe(780);
  expect(pounds.slice(0, -2).reduce((sum, each) => sum + each)).toBe(780);
});

test('a statement says who pays what of it, as text, JSON, CSV and lines', () => {
  const { stdout } = runOutturn(['statement', ...words, '--provider', 'Bright Futures']);
  expect(stdout).toContain('what Northshire Council and Northshire Health owe');
  expect(stdout).toMatch(/from +owed\n/);
  expect(stdout).toMatch(/Settled .* Northshire Council £60\.00, Northshire Health £160\.00/);
  const json = [...words, '--previous', 'none', '--format', 'json'];
  const { statements } = JSON.parse(runOutturn(['statement', ...json]).stdout);
  expect(statements[0].payers).toMatchObject([
    { payer: 'Northshire Council', amount: expect.any(String), now: expect.any(String) },
    { payer: 'Northshire Health' },
  ]);
  const csv = runOutturn(['statement', ...words, '--format', 'csv']).stdout;
  const payers = 'Northshire Council 60.00; Northshire Health 160.00';
  expect(csv).toContain(payers);
  runOutturn(['settle', ...words, '--lines', path('lines.csv')]);
  expect(readFileSync(path('lines.csv'), 'utf8')).toContain(payers);
});

test('what is paid for in days says how many, where any line is not of one', () => {
  const days = smallPage
    .replace('level 2, once per person', 'each day in settled housing within 60 days of attachment')
    .replace('£4,730', '£10')
    .replace(/\n## Examples[\s\S]*/, '\n');
  const rest = ['--facts', put('few.csv', smallFacts), '--as-at', '2028-12-31'];
  const { stdout } = runOutturn(['statement', put('days.md', days), ...rest]);
  expect(stdout).toMatch(/number +quantity +price +owed/);
  expect(stdout).toMatch(/Qualified +2027-05 +22 +£10 +£220\.00/);
});

test('what a gate holds back waits for its measure until that is taken, and then was not passed', () => {
  const gate = `
## Measures

- **Reach**: the share of those attached in each year having area=North, for the programme, taken when the cohort ends.
- Nothing is paid for Settled unless Reach is at least 50%.
`;
  const gated = smallPage.replace(/\n## Examples[\s\S]*/, `\n${gate}`);
  const ground = ['settle', put('gated.md', gated), '--facts', put('gated.csv', smallFacts)];
  const early = [...ground, '--as-at', '2027-12-31'];
  const waits = 'waits for Reach, taken on 31 March 2028';
  expect(runOutturn(early).stdout).toContain(waits);
  expect(runOutturn(['statement', ...early.slice(1)]).stdout).toContain(waits);
  const { notPaid } = JSON.parse(runOutturn([...early, '--format', 'json']).stdout);
  expect(notPaid.at(-1).waitsFor).toEqual({ measure: 'Reach', takenOn: '2028-03-31' });
  const late = runOutturn([...ground, '--as-at', '2028-03-31']).stdout;
  expect(late).toContain('its gate was not passed');
  expect(runOutturn(early).stdout).toMatch(/Reach .*2028-03-31 +not taken yet/);
  expect(late).toMatch(/Reach .*2028-03-31 +0%/);
});
