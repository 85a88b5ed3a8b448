import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasHledger, strictCheck } from '../support/hledger.ts';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { path, put } = madeFolder();
const page = put('contract.md', smallPage);
const facts = put('facts.csv', smallFacts);
const ground = [page, '--facts', facts, '--as-at'];

function journal(...words: readonly string[]) {
  return runOutturn(['journal', ...ground, '2028-12-31', ...words]);
}

function journalJson(...words: readonly string[]) {
  return JSON.parse(journal('--format', 'json', ...words).stdout);
}

const small = `
decimal-mark .
commodity GBP 1000.00

account due:Northshire Council
account memorandum:earned but unverified
account memorandum:earned but unverified:Harbour House
account owed:Bright Futures
account owed:Harbour House

2028-12-31 Outcomes/Settled, Bright Futures, due from Northshire Council
    due:Northshire Council                          GBP 660.00 = GBP 660.00
    owed:Bright Futures                             GBP -660.00 = GBP -660.00

2028-12-31 Outcomes/Settled, Harbour House, due from Northshire Council
    due:Northshire Council                          GBP 220.00 = GBP 880.00
    owed:Harbour House                              GBP -220.00 = GBP -220.00

2028-12-31 Outcomes/Qualified, Harbour House, waits for verification
    memorandum:earned but unverified                GBP 4730.00 = GBP 4730.00
    memorandum:earned but unverified:Harbour House  GBP -4730.00 = GBP -4730.00
`;

test('a journal says what it is of, declares what it uses and asserts every balance', () => {
  const { status, stdout, stderr } = journal();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^; Leaving care well: what is owed as at 31 December 2028\.\n; Terms sha/,
  );
  expect(stdout.slice(stdout.indexOf('\n\n') + 1)).toBe(small);
});

test.skipIf(!hasHledger)('hledger finds nothing wrong with a journal, by clause or by line', () => {
  for (const words of [[], ['--by', 'line']])
    expect(strictCheck(journal(...words).stdout)).toBe('');
});

test('by line, each line is an entry', () => {
  const { stdout } = journal('--by', 'line');
  const lines = ['1', '2', '3'].map((number) => `Outcomes/Settled|A1|Bright Futures|${number}`);
  for (const line of lines) expect(stdout).toContain(`2028-12-31 ${line}, due from Northshire`);
  expect(stdout.match(/^\d{4}-/gm)).toHaveLength(5);
});

test('as JSON, entries and balances are exact, and both come to nothing', () => {
  const { entries, balances, ...days } = journalJson();
  expect(days).toMatchObject({ currency: 'GBP', asAt: '2028-12-31', knownAt: '2028-12-31' });
  expect(entries[0]).toEqual({
    day: '2028-12-31',
    description: 'Outcomes/Settled, Bright Futures, due from Northshire Council',
    postings: [
      { account: 'due:Northshire Council', amount: '660.00' },
      { account: 'owed:Bright Futures', amount: '-660.00' },
    ],
  });
  expect(balances).toContainEqual({ account: 'due:Northshire Council', amount: '880.00' });
  const pence = balances.map(({ amount }: { amount: string }) => Number(amount.replace('.', '')));
  expect(pence.reduce((sum: number, each: number) => sum + each)).toBe(0);
});

test('after a settlement before it, what was paid then stands in it and the rest is paid now', () => {
  const settle = ['settle', ...ground, '2027-12-31', '--previous', 'none', '--format', 'json'];
  const previous = put('2027.json', runOutturn(settle).stdout);
  const { stdout, status } = journal('--previous', previous);
  expect(status).toBe(0);
  expect(stdout).toContain('2027-12-31 Harbour House, brought forward');
  expect(stdout).toContain('2028-12-31 Bright Futures, paid');
  const { balances } = journalJson('--previous', previous);
  expect(balances).toContainEqual({ account: 'paid:Bright Futures', amount: '-660.00' });
  expect(balances).toContainEqual({ account: 'owed:Bright Futures', amount: '0.00' });
  if (hasHledger) expect(strictCheck(stdout)).toBe('');
  expect(journal('--previous', facts).status).toBe(1);
});

test('a journal goes to a file that ends in .journal or .json, and over none that is there', () => {
  expect(journal('--out', path('one.journal')).status).toBe(0);
  expect(readFileSync(path('one.journal'), 'utf8')).toBe(journal().stdout);
  expect(journal('--out', path('one.json')).status).toBe(0);
  expect(JSON.parse(readFileSync(path('one.json'), 'utf8'))).toEqual(journalJson());
  const again = journal('--out', path('one.journal'));
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('--force')]);
  const other = journal('--out', path('one.csv'));
  expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('.journal or .json')]);
  expect(existsSync(path('one.csv'))).toBe(false);
});

test('it is by clause or by line, and by nothing else', () => {
  const { status, stderr } = journal('--by', 'provider');
  expect([status, stderr]).toEqual([2, expect.stringContaining('clause, line')]);
});

test('100,001 lines are too many for a journal by line', () => {
  // Five each for 20,000 people, and one more.
  const rows = Array.from({ length: 20_001 }, (_, at) => {
    const to = at === 20_000 ? '2027-06-30' : '2028-12-31';
    const attached = `A${at},attached,P${at},Bright Futures,leaving,2027-04-01,,`;
    return `${attached}\nF${at},in settled housing,P${at},,,,2027-04-01,${to}`;
  });
  const heading = 'id,kind,participant,provider,group,day,from,to';
  const file = put('many.csv', `${heading}\n${rows.join('\n')}\n`);
  const words = ['journal', page, '--facts', file, '--as-at', '2028-12-31', '--by', 'line'];
  const { status, stdout, stderr } = runOutturn(words);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('This settlement has 100001 lines');
});
