import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { put } = madeFolder();
const page = put('contract.md', smallPage);
const facts = put('facts.csv', smallFacts);
const rest = ['--facts', facts, '--as-at', '2028-12-31'];
const dearer = smallPage.replace('£220 |', '£240 |').replace('£660: 3 × £220', '£720: 3 × £240');

function compare(other: string, ...more: readonly string[]) {
  return runOutturn(['compare', page, put('other.md', other), ...rest, ...more]);
}

test('a dearer outcome is one sentence changed, and £20 more for each of four lines', () => {
  const compared = JSON.parse(compare(dearer, '--format', 'json').stdout);
  expect(compared.terms).toMatchObject([
    {
      section: 'Outcomes',
      was: expect.stringContaining('£220'),
      now: expect.stringContaining('£240'),
    },
  ]);
  expect(compared.alone.total).toEqual({ was: '880.00', now: '960.00', difference: '80.00' });
  expect(compared.alone.outcomes[0]).toMatchObject({ outcome: 'Settled', difference: '80.00' });
  expect(compared.alone.providers).toMatchObject([
    { provider: 'Harbour House', difference: '20.00' },
    { provider: 'Bright Futures', difference: '60.00' },
  ]);
  expect(compared.alone.lines).toHaveLength(4);
  expect(compared.together).toBeUndefined();
});

test('a sentence that came, one that went, and notes that bind nobody', () => {
  const limited = smallPage
    .replace(
      '\n## Examples',
      '\n## Limits\n\n- No more than £500 is paid per person.\n\n## Examples',
    )
    .replace('## People', '> A note.\n\n## People');
  const { terms, alone } = JSON.parse(compare(limited, '--format', 'json').stdout);
  expect(terms).toEqual([{ section: 'Limits', now: 'No more than £500 is paid per person.' }]);
  expect(alone.total.difference).toBe('-160.00');
  const back = runOutturn(['compare', put('limited.md', limited), page, ...rest]);
  expect(back.stdout).toContain('- No more than £500 is paid per person.');
});

/** The small page with two payers: the council pays so much first, and Northshire Health the rest. */
function twoPayers(first: string): string {
  const sentence = `- The commissioner pays the first ${first} of what is owed, and Northshire Health the rest.`;
  return smallPage.replace('\n## Examples', `\n## Payment\n\n${sentence}\n\n## Examples`);
}

test('two payers of whom one pays less are told apart, in all and line by line', () => {
  const was = put('was.md', twoPayers('£1,000'));
  const now = put('now.md', twoPayers('£400'));
  const words = ['compare', was, now, ...rest];
  const { alone } = JSON.parse(runOutturn([...words, '--format', 'json']).stdout);
  expect(alone.total.difference).toBe('0.00');
  expect(alone.payers).toMatchObject([
    { payer: 'Northshire Council', was: '880.00', now: '400.00' },
    { payer: 'Northshire Health', was: '0.00', now: '480.00' },
  ]);
  expect(alone.lines).toHaveLength(3);
  expect(alone.lines[0]).toMatchObject({
    difference: '0.00',
    payers: [
      { payer: 'Northshire Council', difference: '-40.00' },
      { payer: 'Northshire Health', difference: '40.00' },
    ],
  });
  const { stdout } = runOutturn(words);
  expect(stdout).toMatch(/Northshire Health +£0\.00 +£480\.00 +£480\.00/);
  expect(stdout).not.toContain('No line differs');
});

test('lines that differ are ten at first, and all with --all', () => {
  const many = Array.from({ length: 8 }, (_, at) => [
    `B${at},attached,P${at},Bright Futures,leaving,2027-05-04,,,,`,
    `G${at},in settled housing,P${at},,,,2027-05-10,2027-09-01,,`,
  ]);
  const words = ['compare', page, put('other.md', dearer)];
  const more = ['--facts', put('many.csv', `${smallFacts}${many.flat().join('\n')}\n`)];
  const day = ['--as-at', '2028-12-31'];
  expect(runOutturn([...words, ...more, ...day]).stdout).toContain('and 2 lines more: --all shows');
  const { stdout } = runOutturn([...words, ...more, ...day, '--all']);
  expect(stdout.match(/^Outcomes\/Settled\|/gm)).toHaveLength(12);
});

test('a later version is shown from its day as well', () => {
  const hash = JSON.parse(runOutturn(['check', page, '--format', 'json']).stdout).contract;
  const second = dearer.replace(
    'Written in',
    `Version 2 counts for outcomes from 1 November 2027 and replaces ${hash}.\nWritten in`,
  );
  const compared = JSON.parse(compare(second, '--format', 'json').stdout);
  expect(compared.alone.total.difference).toBe('80.00');
  expect(compared.together.total.difference).toBe('40.00');
  expect(compare(second).stdout).toContain('Paid if the second counts from its day');
  const third = compare(second.replace('Version 2', 'Version 3'));
  expect([third.status, third.stderr]).toEqual([0, expect.stringContaining('warning')]);
  expect(third.stderr).toContain('version.');
});

test('two pages that say the same say so', () => {
  expect(compare(smallPage).stdout).toContain('They say the same.');
});

test('two currencies, one page and three pages are not compared', () => {
  const euros = smallPage.replaceAll('£', '€').replace('pounds sterling', 'euros');
  expect(compare(euros).stderr).toContain('compare.other_currency');
  expect(runOutturn(['compare', page, ...rest]).status).toBe(2);
  expect(runOutturn(['compare', page, page, page, ...rest]).status).toBe(2);
  const folder = 'test/cases/good/second-version';
  expect(runOutturn(['compare', page, folder, ...rest]).stderr).toContain('compare.not_one_page');
});
