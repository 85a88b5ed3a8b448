import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallFacts, smallPage } from './small-page.ts';

const { put } = madeFolder();
const page = put('contract.md', smallPage);
const header = 'id,kind,participant,provider,group,day,from,to,value,known,state,about,replaces\n';
let count = 0;

/** What is said beside the results, with the small facts and these rows. */
function said(rows: string, verb: readonly string[] = ['settle']) {
  const files = [put(`small-${count}.csv`, smallFacts), put(`more-${count}.csv`, header + rows)];
  count += 1;
  const [name = '', ...words] = verb;
  return runOutturn([name, page, '--facts', ...files, '--as-at', '2028-12-31', ...words]);
}

const verbs = [['settle'], ['statement'], ['why', '--participant', 'Sam']];

test.each(verbs)('%s says how many facts of which kinds change nothing yet', (...verb) => {
  const rows = [
    'x1,chosen,Sam,Bright Futures,,2027-06-01,,,,,,,',
    'x2,agreed,Sam,,,2027-06-02,,,,,,,',
    'x3,agreed,Sam,,,2027-06-01,,,,,,,',
    'x4,discount,,Bright Futures,,2027-06-01,,,0.5,,,,',
    'x5,joined,,Bright Futures,,2027-06-01,,,,,,,',
  ];
  const { status, stderr } = said(rows.join('\n'), verb);
  expect(status).toBe(0);
  expect(stderr).toContain('fact.kind_without_effect (warning)');
  expect(stderr).toContain('Facts of these kinds change nothing in what is owed yet: agreed (2).');
  expect(stderr).toContain("1 discount changes nothing, as the page takes no provider's discount");
});

test('a dispute on a page that holds nothing back is told', () => {
  const { stderr } = said('x6,disputed,Sam,,,2027-06-01,,,,,,,', ['settle']);
  expect(stderr).toContain('1 dispute holds nothing back');
});

test('a discount that the page takes is no warning', () => {
  const taking = put(
    'discount.md',
    smallPage.replace(
      '## Examples',
      "## Prices\n\n- Each provider's discount is taken from Settled.\n\n## Examples",
    ),
  );
  const rows = put('d.csv', `${header}x4,discount,,Bright Futures,,2027-06-01,,,0.5,,,,\n`);
  const words = ['settle', taking, '--facts', rows, '--as-at', '2028-12-31'];
  const { status, stderr } = runOutturn(words);
  expect([status, stderr]).toEqual([0, '']);
});

test('the keys of the result are the same, whatever is warned of', () => {
  const { stdout, stderr } = said('x5,agreed,,Bright Futures,,2027-06-01,,,,,,,', [
    'settle',
    '--format',
    'json',
  ]);
  expect(JSON.parse(stdout)).not.toHaveProperty('problems');
  expect(stderr).toContain('owed yet: agreed (1).');
});

test.each(verbs)('%s names participants who were never attached', (...verb) => {
  const names = ['Zed', 'sam', 'Ann', 'Bob', 'Cat'];
  const rows = names.map((name, at) => `x${at},level 2,${name},,,2027-06-01,,,,,,,`);
  const { status, stderr } = said(rows.join('\n'), verb);
  expect(status).toBe(0);
  expect(stderr).toContain(
    '5 participants have facts and were never attached or referred: Ann, Bob, Cat and 2 more.',
  );
  expect(stderr).toContain('only in capitals or spaces: "Sam" and "sam".');
});

test('those of whom only a refusal is known, or whose row is unread, are not named', () => {
  expect(said('x1,refused,Zed,,,2027-06-01,,,,,,,').stderr).toBe('');
  const rows = 'x1,level 2,Zed,,,2027-06-01,,,,,,,\nx2,attached,Zed,Hub,leaving,soon,,,,,,,\n';
  expect(said(rows, ['settle', '--set-aside']).stderr).not.toContain('never attached');
});

test.each(verbs)('%s names attachments outside the days of the contract', (...verb) => {
  const rows = [
    'x1,attached,Zed,Hub,leaving,2027-03-31,,,,,,,',
    'x2,attached,Ann,Hub,leaving,2032-04-01,,,,,,,',
    'x3,attached,Bob,Hub,leaving,2027-03-31,,,,,,,',
    'x4,attached,Bob,Hub,leaving,2027-04-30,,,,2027-05-01,,,x3',
  ];
  const { status, stderr } = said(rows.join('\n'), verb);
  expect(status).toBe(0);
  expect(stderr).toContain(
    '2 attachments or referrals are on days on which nobody is taken: x1, x2 (the contract begins ' +
      'on 1 April 2027).',
  );
});

test('a provider whom the page names and no fact does is told of, with the nearest name', () => {
  const settle = (limit: string, to: string) => {
    const text = smallPage.replace(
      '## Examples',
      `## Payment\n\n- To ${to}, £1,200 a year as a grant, in months, in arrears.\n\n` +
        `## Limits\n\n- ${limit} is paid no more than £5,000.\n\n## Examples`,
    );
    const files = ['--facts', put('named.csv', smallFacts), '--as-at', '2028-12-31'];
    return runOutturn(['settle', put('named.md', text), ...files]).stderr;
  };
  expect(settle('Bright Futures', 'Bright Futures')).not.toContain('fact.provider');
  expect(settle('bright futures', 'Bright Futures')).toContain(
    'The page names the provider "bright futures", and no fact does.\n' +
      'Facts name "Bright Futures": if that is meant, write both alike.',
  );
  expect(settle('Acorn', 'Bright Futures')).toContain(
    'The page names the provider "Acorn", and no fact does.\n' +
      'See whether its name is written otherwise elsewhere.',
  );
  expect(settle('Bright Futures', 'Brigt Futures')).toContain('Facts name "Bright Futures"');
  expect(settle('Bright Futures', 'Acorn')).not.toContain('fact.provider');
});

test('why of such a participant says the truth', () => {
  const rows = 'x1,attached,Zed,Hub,leaving,2027-03-31,,,,,,,\nx2,level 2,Zed,,,2027-06-01,,,,,,,';
  const { stdout } = said(rows, ['why', '--participant', 'Zed']);
  expect(stdout).toContain(
    'Attached to Hub on 31 March 2027 (x1) does not count: the contract begins on 1 April 2027.',
  );
  const never = said('x2,level 2,Ann,,,2027-06-01,,,,,,,', ['why', '--participant', 'Ann']);
  expect(never.stdout).toContain('who was never attached or referred.');
});

test('a file with a header and no rows is named', () => {
  expect(said('').stderr).toContain('This file names its columns and holds no facts.');
});

test('facts in order are settled without a word', () => {
  expect(said('x1,level 2,Sam,,,2027-06-01,,,,,,,').stderr).toBe('');
});
