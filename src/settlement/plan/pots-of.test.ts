// Pots (step 9 of docs/settlement.md).
import { expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';

test('pots stand in the order of the page, whatever their kind', () => {
  const grows = (pounds: number) =>
    `A pot of £${pounds} for each Settled in each year, but no more than £100 in all, is shared ` +
    'among the providers by how often each achieves it.';
  const fixed = (pounds: number) =>
    `A pot of £${pounds} in each year is shared among the providers by how often each achieves Settled.`;
  const { whole } = aVersionOf({ said: { Payment: [grows(1), fixed(2), grows(3), fixed(4)] } });
  expect(whole?.pots.map(({ order, size }) => `${order} ${size.is}`)).toEqual([
    '2000 by results',
    '2001 fixed',
    '2002 by results',
    '2003 fixed',
  ]);
});
