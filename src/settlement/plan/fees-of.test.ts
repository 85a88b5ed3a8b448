// Grants and fees as sums for periods and days (step 9 of docs/settlement.md).
import { expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import { dayOf } from '../../calendar/index.ts';
import { formatDecimal } from '../../money/index.ts';
import type { FeePlan } from './money-plan.ts';

const feesOf = (...Payment: readonly string[]): readonly FeePlan[] =>
  aVersionOf({ said: { Payment }, buys: 'in pounds sterling, from 1 April 2027 to 31 March 2030' })
    .whole?.fees ?? [];

/** "2027-04-01 to 2027-06-30, on 2027-04-01: 40000": the days of a part, when it is due, in pence. */
const partsOf = (fee: FeePlan | undefined): readonly string[] =>
  fee?.on.is === 'periods'
    ? fee.on.parts.map(({ first, last, dueOn, amount }) => {
        return `${dayOf(first)} to ${dayOf(last)}, on ${dayOf(dueOn)}: ${formatDecimal(amount)}`;
      })
    : [];

test.each<[string, FeePlan['to'], readonly string[]]>([
  [
    '£1,200 to each provider as a fee, in 3 equal parts, one each quarter from 1 May 2027, in advance.',
    { is: 'each provider' },
    [
      '2027-05-01 to 2027-07-31, on 2027-05-01: 40000',
      '2027-08-01 to 2027-10-31, on 2027-08-01: 40000',
      '2027-11-01 to 2028-01-31, on 2027-11-01: 40000',
    ],
  ],
  [
    '£1,200 among all providers as a fee, in 2 equal parts, one each half-year from 1 May 2027, in arrears.',
    { is: 'all providers' },
    [
      '2027-05-01 to 2027-10-31, on 2027-10-31: 60000',
      '2027-11-01 to 2028-04-30, on 2028-04-30: 60000',
    ],
  ],
  [
    'To Bright Futures, £1,000 as a fee, in 3 equal parts, one each year from 29 February 2028, in arrears.',
    { is: 'provider', provider: 'Bright Futures' },
    [
      '2028-02-29 to 2029-02-27, on 2029-02-27: 100000/3',
      '2029-02-28 to 2030-02-27, on 2030-02-27: 100000/3',
      '2030-02-28 to 2031-02-27, on 2031-02-27: 100000/3',
    ],
  ],
  [
    '£100 to each provider as a fee, in 2 equal parts, one each month from 31 August 2027, in advance.',
    { is: 'each provider' },
    [
      '2027-08-31 to 2027-09-29, on 2027-08-31: 5000',
      '2027-09-30 to 2027-10-30, on 2027-09-30: 5000',
    ],
  ],
])('%s', (sentence, to, parts) => {
  const [fee] = feesOf(sentence);
  expect(fee).toMatchObject({ name: 'fee', to });
  expect(partsOf(fee)).toStrictEqual(parts);
});

test('a fee on a day is a fee, of the whole sum on that day', () => {
  const fees = feesOf('To Bright Futures, £8,000 as a fee on 1 October 2027.');
  expect(fees).toMatchObject([
    {
      name: 'fee',
      to: { is: 'provider', provider: 'Bright Futures' },
      clause: 'Payment/named fee on a day',
    },
  ]);
  expect(partsOf(fees[0])).toStrictEqual(['2027-10-01 to 2027-10-01, on 2027-10-01: 800000']);
});

test.each([
  ['months', 36, '2027-04-01 to 2027-04-30, on 2027-04-30: 10000'],
  ['quarters', 12, '2027-04-01 to 2027-06-30, on 2027-06-30: 30000'],
  ['half-years', 6, '2027-04-01 to 2027-09-30, on 2027-09-30: 60000'],
  ['one sum', 3, '2027-04-01 to 2028-03-31, on 2028-03-31: 120000'],
])('£1,200 a year in %s is %i instalments in three years', (instalments, count, first) => {
  const [grant] = feesOf(
    `£1,200 a year among all providers as a grant, in ${instalments}, in arrears.`,
  );
  expect(grant).toMatchObject({ name: 'grant', to: { is: 'all providers' } });
  expect(partsOf(grant)).toHaveLength(count);
  expect(partsOf(grant)[0]).toBe(first);
});

test.each([
  ['in year 2', ['2028-04-01']],
  ['in years 1 to 2', ['2027-04-01', '2028-04-01']],
  ['from year 2', ['2028-04-01', '2029-04-01']],
])('a grant %s is of those years alone', (years, starts) => {
  const [grant] = feesOf(
    `£1,200 a year to each provider as a grant ${years}, in one sum, in advance.`,
  );
  expect(partsOf(grant).map((part) => part.slice(0, 10))).toStrictEqual(starts);
});

test('a grant on joining is one sum', () => {
  expect(feesOf('£15,000 to each provider as a grant on joining.')).toMatchObject([
    { name: 'grant', to: { is: 'each provider' }, on: { is: 'joining' } },
  ]);
});

test('grants and fees stand in the order of the page', () => {
  const fees = feesOf(
    '£8,000 to each provider as a fee on 1 October 2027.',
    '£15,000 to each provider as a grant on joining.',
    '£1,200 a year to each provider as a grant, in one sum, in advance.',
  );
  expect(fees.map(({ name, on }) => `${name} ${on.is}`)).toStrictEqual([
    'fee periods',
    'grant joining',
    'grant periods',
  ]);
});
