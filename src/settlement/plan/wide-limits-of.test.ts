// Limits over the lines of many (step 10 of docs/settlement.md).
import { expect, test } from 'vitest';
import { aVersionOf, type PageWords } from '../../../test/support/makers/page.ts';
import { pounds } from '../../../test/support/makers/plan.ts';

const limitsOf = (words: PageWords) => aVersionOf(words).whole?.limits;

test('limits stand in the order of the page, whatever their kind', () => {
  const Limits = [
    'No more than £1 is paid for the group leaving.',
    'Bright Futures is paid no more than £2.',
    'No more than £3 is paid in all.',
    'No more than £4 is paid to each provider.',
    'No more than £5 is paid in all, shared in proportion to what is earned.',
    'No more than £6 is paid in all for Settled.',
  ];
  const shown = limitsOf({ said: { Limits } })?.map(({ most, clause }) => [most, clause]);
  expect(shown).toStrictEqual([
    [pounds(1), 'Limits/limit of a group'],
    [pounds(2), 'Limits/limit of one provider'],
    [pounds(3), 'Limits/limit in all'],
    [pounds(4), 'Limits/limit of each provider'],
    [pounds(5), 'Limits/limit shared in proportion'],
    [pounds(6), 'Limits/limit in all 2'],
  ]);
});

test('the sum that may be spent is a limit only where nothing is reserved', () => {
  const opening = ['It may spend £9 in all.'];
  const reserved = 'Each attachment reserves £2; nobody is referred when none is left.';
  const bare = 'Nothing is reserved; what is earned beyond the sum that may be spent is not paid.';
  const Limits = ['No more than £4 is paid to each provider.'];
  const clauses = (payment: string) =>
    limitsOf({ opening, said: { Limits, Payment: [payment] } })?.map(({ clause }) => clause);
  expect(clauses(reserved)).toEqual(['Limits/limit of each provider']);
  expect(clauses(bare)).toEqual(['Limits/limit of each provider', 'Payment/no reserve']);
});
