import { expect, test } from 'vitest';
import { aContract } from '../../test/support/makers/page.ts';
import { publicationPeriods } from './index.ts';

const contract = aContract({ buys: 'in pounds sterling, from 31 August 2027 to 30 August 2028' });

test('periods are counted from the first day of the contract, each closed once settled to its end', () => {
  expect(publicationPeriods(contract, 'quarter', '2027-11-28')).toEqual([]);
  expect(publicationPeriods(contract, 'quarter', '2028-02-27')).toEqual([
    { from: '2027-08-31', to: '2027-11-29' },
  ]);
});

test('no day lies between two periods, and they go on after the last day of the contract', () => {
  const periods = publicationPeriods(contract, 'month', '2029-08-30');
  expect(periods.length).toBe(24);
  expect(periods.slice(0, 3)).toEqual([
    { from: '2027-08-31', to: '2027-09-29' },
    { from: '2027-09-30', to: '2027-10-30' },
    { from: '2027-10-31', to: '2027-11-29' },
  ]);
  expect(publicationPeriods(contract, 'year', '2029-08-30').map(({ to }) => to)).toEqual([
    '2028-08-30',
    '2029-08-30',
  ]);
});
