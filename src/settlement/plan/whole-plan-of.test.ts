import { describe, expect, test } from 'vitest';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import { printContract, readContract } from '../../contract/index.ts';
import { add, fraction, zero } from '../../money/index.ts';
import { formatProblems } from '../../problem/index.ts';
import type { FeePlan } from './money-plan.ts';
import type { WholePlan } from './plan.ts';
import { planOf } from './plan-of.ts';

type Said = Readonly<{ days?: string; payment?: readonly string[]; market?: string }>;

const counted = `## People

| group   | who      |
| ------- | -------- |
| leaving | everyone |

## Facts

| fact         | shape      | recorded by |
| ------------ | ---------- | ----------- |
| housed       | occurrence | anyone      |
| missed visit | occurrence | anyone      |

## Outcomes

| outcome                              | leaving |
| ------------------------------------ | ------: |
| **Settled**: housed, once per person |    £220 |

## Examples

### Nobody

Pays nothing.
`;

const section = (heading: string, sentences: readonly string[]) =>
  sentences.length === 0 ? '' : `## ${heading}\n\n- ${sentences.join('\n- ')}\n`;

const page = ({ days, payment = [], market }: Said, people = counted) => `# Trial

Northshire Council buys this, in pounds sterling, from ${days ?? '1 April 2027 to 31 March 2032'}.
Written in Outturn 1. Working days are those of England.

${people.replace(
  '## Examples',
  `${section('Payment', payment)}
${section('Market', market === undefined ? [] : [market])}
## Examples`,
)}`;

function wholeOf(text: string): WholePlan | undefined {
  const read = readContract(text, 'page.md');
  expect(formatProblems(read.problems)).toBe('');
  const tidy = printContract(read.contract);
  expect(readContract(tidy).contract).toEqual(read.contract);
  const plan = planOf([read.contract]);
  return plan.ok ? plan.value.versions[0]?.whole : undefined;
}

const partsOf = (fee: FeePlan | undefined) => (fee?.on.is === 'periods' ? fee.on.parts : []);

const sumOf = (fee: FeePlan | undefined) =>
  partsOf(fee).reduce((sum, { amount }) => add(sum, amount), zero);

const shown = (fee: FeePlan | undefined) =>
  partsOf(fee).map(({ first, last, dueOn, amount }) =>
    [...[first, last, dueOn].map((day) => dayOf(day)), Number(amount.numerator)].join(' '),
  );

test('a page that speaks of outcomes alone has nothing besides', () => {
  expect(wholeOf(page({}))).toBeUndefined();
});

describe('grants', () => {
  test('£40,000 a year in quarters is £10,000 a quarter, in advance on its first day', () => {
    const [fee] = wholeOf(
      page({
        days: '1 April 2027 to 31 March 2028',
        payment: ['£40,000 a year to each provider as a grant, in quarters, in advance.'],
      }),
    )?.fees ?? [undefined];
    expect(fee).toMatchObject({
      clause: 'Payment/grant',
      name: 'grant',
      order: 2000,
      to: { is: 'each provider' },
    });
    expect(shown(fee)).toEqual([
      '2027-04-01 2027-06-30 2027-04-01 1000000',
      '2027-07-01 2027-09-30 2027-07-01 1000000',
      '2027-10-01 2027-12-31 2027-10-01 1000000',
      '2028-01-01 2028-03-31 2028-01-01 1000000',
    ]);
  });

  test('a contract that ends after 46 of the 92 days of a quarter pays half of it', () => {
    const [fee] = wholeOf(
      page({
        days: '1 April 2027 to 15 August 2027',
        payment: ['To Bright Futures, £40,000 a year as a grant, in quarters, in arrears.'],
      }),
    )?.fees ?? [undefined];
    expect(fee?.to).toEqual({ is: 'provider', provider: 'Bright Futures' });
    expect(shown(fee)).toEqual([
      '2027-04-01 2027-06-30 2027-06-30 1000000',
      '2027-07-01 2027-08-15 2027-08-15 500000',
    ]);
  });

  test('a grant that declines is a sentence for each year, and one after the end goes on', () => {
    const fees = wholeOf(
      page({
        days: '1 April 2027 to 31 March 2029',
        payment: [
          '£40,000 a year to each provider as a grant in year 1, in half-years, in advance.',
          '£30,000 a year to each provider as a grant from year 2, in one sum, in advance.',
          'Grants go on until 31 March 2030; one ended sooner is still paid for 6 months.',
        ],
      }),
    )?.fees;
    expect(fees?.map(({ clause, order }) => `${clause} ${order}`)).toEqual([
      'Payment/grant 2000',
      'Payment/grant 2 2001',
    ]);
    expect(fees?.map(shown)).toEqual([
      ['2027-04-01 2027-09-30 2027-04-01 2000000', '2027-10-01 2028-03-31 2027-10-01 2000000'],
      ['2028-04-01 2029-03-31 2028-04-01 3000000', '2029-04-01 2030-03-31 2029-04-01 3000000'],
    ]);
  });

  test('no one is counted, and a grant is still shared among all providers', () => {
    const whole = wholeOf(
      page(
        {
          payment: [
            '£120,000 a year among all providers as a grant, in months, in arrears.',
            '£15,000 to each provider as a grant on joining.',
          ],
        },
        'No one is counted.\n\n## Examples\n',
      ).replace(/## Examples\n/, ''),
    );
    expect(whole?.fees.map(({ to, on }) => [to.is, on.is])).toEqual([
      ['all providers', 'periods'],
      ['each provider', 'joining'],
    ]);
    expect(sumOf(whole?.fees[0])).toEqual(fraction(60_000_000n));
    expect(partsOf(whole?.fees[0])).toHaveLength(60);
  });
});

describe('fees', () => {
  test('a delivery fee of £6,000,001 in 60 months is 60 parts that add up to it', () => {
    const [fee] = wholeOf(
      page({
        days: '1 April 2027 to 31 July 2032',
        payment: [
          '£6,000,001 to each provider as a fee, in 60 equal parts, one each month from ' +
            '31 August 2027, in arrears.',
        ],
      }),
    )?.fees ?? [undefined];
    expect(fee).toMatchObject({ clause: 'Payment/fee', name: 'fee' });
    expect(partsOf(fee)).toHaveLength(60);
    expect(sumOf(fee)).toEqual(fraction(600_000_100n));
    expect(
      shown(fee)
        .slice(0, 2)
        .map((each) => each.slice(0, 32)),
    ).toEqual(['2027-08-31 2027-09-29 2027-09-29', '2027-09-30 2027-10-30 2027-10-30']);
  });

  test('a fee on a day is one part of one day', () => {
    const fees = wholeOf(
      page({
        payment: [
          'To Bright Futures, £8,000 as a fee on 1 October 2027.',
          '£24,000 among all providers as a fee on 2 October 2027.',
          '£8,000 to each provider as a fee on 3 October 2027.',
        ],
      }),
    )?.fees;
    expect(fees?.map(({ to }) => to.is)).toEqual(['provider', 'all providers', 'each provider']);
    expect(fees?.flatMap(shown)).toEqual([
      '2027-10-01 2027-10-01 2027-10-01 800000',
      '2027-10-02 2027-10-02 2027-10-02 2400000',
      '2027-10-03 2027-10-03 2027-10-03 800000',
    ]);
  });
});

test('an advance is worked off by a share of what is earned, and a deduction names its kinds', () => {
  const whole = wholeOf(
    page({
      payment: [
        '£400 is deducted for each missed visit.',
        '£20,000 is advanced to each provider on 1 October 2027, and worked off by 50% of what ' +
          'it earns.',
        '£10,000 is advanced to each provider on joining, and worked off by 1/4 of what it earns.',
      ],
    }),
  );
  expect(whole?.advances).toEqual([
    {
      clause: 'Payment/advance on a day',
      order: 2001,
      amount: fraction(2_000_000n),
      on: { is: 'day', day: dayNumber('2027-10-01') },
      share: fraction(1n, 2n),
    },
    {
      clause: 'Payment/advance on joining',
      order: 2002,
      amount: fraction(1_000_000n),
      on: { is: 'joining' },
      share: fraction(1n, 4n),
    },
  ]);
  expect(whole?.deductions).toEqual([
    {
      clause: 'Payment/deduction',
      order: 2000,
      kinds: ['missed visit'],
      amount: fraction(40_000n),
    },
  ]);
});

describe('pots', () => {
  test('a pot by results has a floor and a ceiling, and closes as its quarter ends', () => {
    const pots = wholeOf(
      page({
        days: '1 April 2027 to 30 September 2027',
        payment: [
          'A pot of £500 for each Settled in each quarter, but no less than £20,000 and no more ' +
            'than £100,000 in all, is shared among the providers by how often each achieves it.',
        ],
      }),
    )?.pots;
    expect(pots?.[0]).toMatchObject({
      clause: 'Payment/pot by results',
      outcomes: ['Settled'],
      size: {
        is: 'by results',
        each: fraction(50_000n),
        floor: fraction(2_000_000n),
        ceiling: fraction(10_000_000n),
      },
    });
    expect(pots?.[0]?.periods.map(({ name, closesOn }) => [name, dayOf(closesOn)])).toEqual([
      ['2027-04-01', '2027-06-30'],
      ['2027-07-01', '2027-09-30'],
    ]);
  });

  test('where years close later, a pot of each year does, and one of the whole contract', () => {
    const pots = wholeOf(
      page({
        days: '1 April 2027 to 31 March 2029',
        payment: [
          'A pot of £500 in each year is shared among the providers by how often each achieves ' +
            'Settled.',
          'A pot of £900 over the whole contract is shared among the providers by how often each ' +
            'achieves Settled.',
          'A pot of £5 for each Settled in each month, but no more than £9 in all, is shared ' +
            'among the providers by how often each achieves it.',
          'Each year closes 3 months after its last day.',
        ],
      }),
    )?.pots;
    expect(
      pots?.slice(0, 2).map(({ periods }) => periods.map((each) => dayOf(each.closesOn))),
    ).toEqual([['2028-06-30', '2029-06-30'], ['2029-06-30']]);
    expect(pots?.[2]?.size).toMatchObject({ floor: zero, ceiling: fraction(900n) });
  });
});

test('guarantees are of each year or of the first', () => {
  const guarantees = wholeOf(
    page({
      days: '1 April 2027 to 31 March 2029',
      payment: [
        'Each provider is paid at least £30,000 in the first year.',
        'At least 60 are referred to each provider in each year; it is paid £400 for each one ' +
          'short.',
      ],
    }),
  )?.guarantees;
  expect(guarantees?.map(({ clause, years, least }) => [clause, years.length, least])).toEqual([
    ['Payment/guaranteed payment', 1, { is: 'payment', amount: fraction(3_000_000n) }],
    [
      'Payment/guaranteed referrals',
      2,
      { is: 'referrals', count: 60, amountShort: fraction(40_000n) },
    ],
  ]);
});

test('when a fact is too late, when nobody has decided, and what endings leave', () => {
  const said = {
    payment: [
      'A claim not decided in 15 working days counts as verified.',
      'A fact counts for payment only if it is known within 6 months of its day.',
      'A fact counts for payment only if it is known by 30 September 2032.',
      'Each year closes 3 months after its last day.',
    ],
    market: 'Outcomes in the 26 weeks after a provider leaves are paid to it in full.',
  };
  const whole = wholeOf(page(said));
  expect(whole?.timeliness).toMatchObject({
    within: { clause: 'Payment/known within', length: { count: 6, unit: 'month' } },
    by: { clause: 'Payment/known by', day: dayNumber('2032-09-30') },
    yearCloses: { clause: 'Payment/year closes', length: { count: 3, unit: 'month' } },
    deemed: { clause: 'Payment/undecided', length: { count: 15, unit: 'working day' } },
  });
  expect(whole?.timeliness.working).toBeDefined();
  expect(whole?.ending).toEqual({
    afterLeaving: { clause: 'Market/paid after leaving', length: { count: 26, unit: 'week' } },
  });
  const market = 'Those attached when it ends are served and paid for as before for 12 months.';
  expect(wholeOf(page({ market }))?.ending).toEqual({
    runOff: { clause: 'Market/run-off', length: { count: 12, unit: 'month' } },
  });
});
