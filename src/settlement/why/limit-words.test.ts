import { expect, test } from 'vitest';
import { pounds } from '../../../test/support/makers/plan.ts';
import { fraction } from '../../money/index.ts';
import { countWords, limitWords, mostWords } from './limit-words.ts';
import { limitSentences } from './paid-sentences.ts';

const wide = { clause: 'Limits/limit', most: pounds(6_130_000), eachYear: false } as const;
const everyone = { ...wide, per: { is: 'contract' } } as const;

test.each([
  ['no more than £6,130,000 in all', everyone],
  ['no more than £6,130,000 in each year', { ...everyone, eachYear: true }],
  [
    'no more than £6,130,000 in all for Settled and Job',
    { ...everyone, outcomes: ['Settled', 'Job'] },
  ],
  ['no more than £6,130,000 to each provider', { ...wide, per: { is: 'each provider' } }],
  [
    'no more than £6,130,000 to Anchor in each year for Job',
    { ...wide, per: { is: 'provider', provider: 'Anchor' }, eachYear: true, outcomes: ['Job'] },
  ],
  [
    'no more than £6,130,000 for the group leaving',
    { ...wide, per: { is: 'group', group: 'leaving' } },
  ],
  ['no more than £6,130,000 for each attachment', { ...wide, per: 'attachment' }],
] as const)('%s', (words, limit) => {
  expect(limitWords(limit, 'GBP')).toBe(words);
});

test('what a payer pays at most, and of whom a count lets a share through', () => {
  expect(mostWords({ most: pounds(80_000), eachYear: true }, 'GBP')).toBe(
    'no more than £80,000 in each year',
  );
  const count = { clause: 'Limits/count', outcomes: ['Job'], share: fraction(1n, 4n) } as const;
  expect(countWords({ ...count, of: 'referred', per: 'contract' })).toBe('25% of those referred');
  expect(countWords({ ...count, of: 'attached', per: 'provider' })).toBe(
    '25% of those attached to its provider',
  );
});

test('each limit that left room says so; of those that did not the one that cut', () => {
  const person = {
    ...wide,
    clause: 'Limits/person',
    most: pounds(300),
    per: 'participant',
  } as const;
  const met = [
    { limit: person, clause: person.clause, left: 8000n },
    { limit: everyone, clause: everyone.clause, left: 500_000n },
  ];
  expect(limitSentences({ amount: 8000n, met }, 'GBP')).toEqual([
    'Limits/person, no more than £300 for each participant, had £80 left when this line came.',
    'Limits/limit, no more than £6,130,000 in all, had £5,000 left when this line came.',
  ]);
  expect(limitSentences({ amount: 10_000n, met }, 'GBP')).toEqual([
    'Limits/person, no more than £300 for each participant, had £80 left when this line came: ' +
      '£20 is not paid.',
  ]);
});
