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
