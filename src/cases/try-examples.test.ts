import { expect, test } from 'vitest';
import { hashesOf, readContract } from '../contract/index.ts';
import { tryExamples } from './index.ts';

const page = (
  parts: Readonly<{ opening?: string; price?: string; examples?: string }> = {},
) => `# Homes

Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.
Written in Outturn 1.
${parts.opening ?? ''}

## People

| group   | who      |
| ------- | -------- |
| leaving | everyone |

## Facts

| fact               | shape | recorded by |
| ------------------ | ----- | ----------- |
| in settled housing | spell | anyone      |

## Outcomes

| outcome                                                                          | leaving |
| -------------------------------------------------------------------------------- | ------: |
| **Settled**: in settled housing for 13 weeks in one go, up to 5 times per person | ${parts.price ?? '£220'} |

## Examples

### Sam settles

| day        | what happened                      |
| ---------- | ---------------------------------- |
| 2027-05-04 | attached to Bright Futures         |
| 2027-05-10 | in settled housing to 1 March 2028 |

${parts.examples ?? 'Pays £660: 3 × £220 for Settled on 2027-08-08, 2027-11-07 and 2028-02-06.'}
`;

const read = (text: string) => {
  const contract = readContract(text, 'page.md');
  expect(contract.problems).toEqual([]);
  return contract;
};

test('an example that pays what the page says has no problem', () => {
  const { results, problems } = tryExamples([read(page())]);
  expect(problems).toEqual([]);
  expect(results.map(({ title, passed, actual }) => [title, passed, actual])).toEqual([
    ['Sam settles', true, 66_000n],
  ]);
});

test('of one payment the amount is the total, and need not be said twice', () => {
  const pays = 'As at 2027-09-01, pays £220 for Settled on 2027-08-08.';
  const contract = read(page({ examples: pays }));
  const [example] = contract.contract.examples;
  const payment = { amount: '220.00', outcome: 'Settled', days: ['2027-08-08'] };
  expect(example).toMatchObject({ total: '220.00', pays: [payment] });
});

test('a record that would be complete to a day before its own is a problem', () => {
  const row = '| 2027-06-01 | record of in settled housing by anyone complete to 1 May 2027 |';
  const text = page().replace(/(\| 2027-05-10 .*\n)/, `$1${row}\n`);
  const codes = readContract(text, 'page.md').problems.map(({ code }) => code);
  expect(codes).toContain('example.ends_before_it_starts');
});

test('an example that pays otherwise is a problem at the words that say what it pays', () => {
  const wrong = 'Pays £650: 3 × £220 for Settled on 2027-08-08, 2027-11-07 and 2028-02-07.';
  const { problems } = tryExamples([read(page({ examples: wrong }))]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.code).toBe('example.pays_otherwise');
  expect(problems[0]?.at.excerpt).toBe(wrong);
  expect(problems[0]?.message).toContain('it says £650 in all, and the terms pay £660;');
  expect(problems[0]?.message).toContain('for Settled on 6 February 2028 it says nothing');
  expect(problems[0]?.message).toContain(
    'on 7 February 2028 it says £220, and the terms pay nothing',
  );
});

test('an example may say the day as at which it is settled', () => {
  const early =
    'As at 31 December 2027, pays £440: 2 × £220 for Settled on 2027-08-08 and 2027-11-07.';
  // What ends on 1 March 2028 is known then, and not before.
  const open = page({ examples: early }).replace(
    'in settled housing to 1 March 2028',
    'in settled housing with no end yet, known 31 December 2027',
  );
  expect(tryExamples([read(open)]).problems).toEqual([]);
});

test('each version of a contract is tried under the versions up to its own', () => {
  const first = read(page());
  const { contract: hash } = hashesOf(first.contract);
  const second = read(
    page({
      opening: `Version 2 counts for outcomes from 1 January 2028 and replaces ${hash}.`,
      price: '£250',
      examples:
        'Pays £690: 2 × £220 for Settled on 2027-08-08 and 2027-11-07, £250 for Settled on 2028-02-06.',
    }),
  );
  expect(tryExamples([first, second]).problems).toEqual([]);
});

test('a version that replaces another hash than the one before it is a problem', () => {
  const first = read(page());
  const second = read(
    page({
      opening: `Version 2 counts for outcomes from 1 January 2028 and replaces sha256:${'0'.repeat(64)}.`,
    }),
  );
  const codes = tryExamples([first, second]).problems.map(({ code }) => code);
  expect(codes).toEqual(['version.replaces_another']);
});

type Whole = Readonly<{ terms: string; rows: readonly string[]; pays: string }>;

const wholePage = ({ terms, rows, pays }: Whole) => {
  const table = ['| day | who | what happened |', '| --- | --- | --- |', ...rows].join('\n');
  return page({ examples: `Pays nothing.` })
    .replace('| in settled housing | spell | anyone      |', (row) => {
      return `${row}\n| missed visit | occurrence | anyone |`;
    })
    .replace('## Examples', `${terms}\n\n## Examples`)
    .replace(/### Sam settles.*/s, `### Two come\n\n${table}\n\n${pays}\n`);
};

const tried = (said: Whole) =>
  tryExamples([read(wholePage(said))]).problems.map(({ message }) => message);

const attached = (day: string, who: string) => `| ${day} | ${who} | attached to Acorn |`;
const housed = (day: string, who: string) =>
  `| ${day} | ${who} | in settled housing to 30 June 2028 |`;

test('several participants in one example share a limit in the order in which they are known', () => {
  expect(
    tried({
      terms: '## Limits\n\n- No more than £300 is paid in all.',
      rows: [
        attached('2027-05-01', 'Ann'),
        attached('2027-05-01', 'Ben'),
        housed('2028-03-01', 'Ann'),
        housed('2028-02-20', 'Ben'),
      ],
      pays: 'Pays £300: £80 for Settled on 2028-05-30, £220 for Settled on 2028-05-20.',
    }),
  ).toEqual([]);
});

test('an example that says that a provider joins or to whom things happen counts every line', () => {
  const terms = '## Payment\n\n- £1,000 to each provider as a grant on joining.';
  const joined = '| 2027-04-10 | | Acorn joined |';
  const pays = 'Pays £1,000: £1,000 for grant on 2027-04-10.';
  expect(tried({ terms, rows: [joined], pays })).toEqual([]);
  expect(tried({ terms, rows: [attached('2027-04-10', 'Ann')], pays })).toEqual([]);
});

test('an example about one participant counts of other lines only what it names', () => {
  const granted = (pays: string) =>
    page({ examples: pays }).replace(
      '## Examples',
      '## Payment\n\n- £1,000 to each provider as a grant on joining.\n\n## Examples',
    );
  const settled = '3 × £220 for Settled on 2027-08-08, 2027-11-07 and 2028-02-06';
  expect(tryExamples([read(granted(`Pays £660: ${settled}.`))]).problems).toEqual([]);
  expect(
    tryExamples([read(granted(`Pays £1,660: ${settled}, £1,000 for grant on 2027-05-04.`))])
      .problems,
  ).toEqual([]);
});

test('what is taken off is less than nothing', () => {
  expect(
    tried({
      terms: '## Payment\n\n- £400 is deducted for each missed visit.',
      rows: [attached('2027-05-01', 'Ann'), '| 2027-06-01 | Ann | missed visit |'],
      pays: 'Pays -£400: -£400 for deduction on 2027-06-01.',
    }),
  ).toEqual([]);
});

test('a provider that leaves is paid its fee to that day', () => {
  expect(
    tried({
      terms:
        '## Payment\n\n- £900 to each provider as a fee, in 3 equal parts, one each month ' +
        'from 1 April 2027, in arrears.',
      rows: ['| 2027-04-01 | | Acorn joined |', '| 2027-05-31 | | Acorn left |'],
      pays: 'Pays £600: £300 for fee on 2027-04-30, £300 for fee on 2027-05-31.',
    }),
  ).toEqual([]);
});
