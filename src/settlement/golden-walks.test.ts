// Whole walks of one participant through contracts that were really let; figures from the sources
// named in the examples' readmes.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  pounds,
} from '../../test/support/makers/plan.ts';
import { linesOf } from '../../test/support/makers/shown.ts';
import { type Day, dayNumber, dayOf } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { owed } from './index.ts';

const price = (amount: number) => ({ rows: [{ with: [], price: pounds(amount) }] });

describe('Years in work, Great Britain 2011: attachment, job, and up to 26 payments for staying', () => {
  const inWork = (text: string, how: 'in one go' | 'in total') =>
    ({ is: 'lasts', kinds: ['in work'], less: [], length: length(text), how }) as const;
  const plan = planFrom(
    [
      aVersion([
        anOutcome({
          name: 'Attached',
          condition: { is: 'happens', kinds: ['attached'] },
          price: price(600),
        }),
        anOutcome({ name: 'Job', condition: inWork('13 weeks', 'in total'), price: price(3500) }),
        anOutcome({
          name: 'Staying',
          condition: inWork('4 weeks', 'in one go'),
          times: 26,
          window: { anchor: { is: 'outcome', outcome: 'Job' }, starts: 'the next day' },
          price: price(370),
        }),
      ]),
    ],
    { startsOn: '2011-06-01', endsOn: '2020-06-30' },
  );
  const from = dayOf(dayNumber('2011-06-01') + 63);

  test('in work from week 10 without break: £600 + £3,500 + 26 x £370, the 27th refused', () => {
    const facts = [attached('2011-06-01'), spell('in work', { from, to: '2015-12-31' })];
    const settled = owed(plan, facts, asAt('2016-01-01'));
    expect(settled.lines).toHaveLength(28);
    expect(settled.total).toBe(1372000n);
    expect(linesOf(settled).slice(0, 3)).toEqual([
      'Attached 1 on 2011-06-01: £600',
      'Job 1 on 2011-11-01: £3,500',
      'Staying 1 on 2011-11-29: £370',
    ]);
  });

  test('settled in any week of it, what was earned stays earned', () => {
    const facts = [
      attached('2011-06-01'),
      spell('in work', { from, to: '2015-12-31', known: '2015-12-31' }),
    ];
    const whole = owed(plan, facts, asAt('2016-01-01')).lines;
    for (const weeks of [22, 23, 30, 100]) {
      const at = dayNumber('2011-06-01') + 7 * weeks;
      const early = owed(plan, facts, { trueBy: at, knownBy: dayNumber('2016-01-01') }).lines;
      expect(early).toEqual(whole.slice(0, early.length).map((line) => line));
    }
  });

  test('three weeks in work, one on benefit, four in work: only the unbroken block pays', () => {
    const job = dayNumber(from) + 90;
    const day = (n: number): Day => dayOf(job + n);
    const facts = [
      attached('2011-06-01'),
      spell('in work', { from, to: day(21) }, { id: 'W1' }),
      spell('in work', { from: day(29), to: day(56) }, { id: 'W2' }),
    ];
    expect(linesOf(owed(plan, facts, asAt('2013-01-01'))).slice(2)).toEqual([
      `Staying 1 on ${day(56)}: £370`,
    ]);
  });
});

describe('A ladder of 13, 26, 39 and 52 weeks, Ireland 2015', () => {
  const rung = (name: string, after: string | undefined, amount: number) =>
    anOutcome({
      name,
      condition: {
        is: 'lasts',
        kinds: ['work'],
        atLeast: { least: fraction(30), strictly: true },
        less: [],
        length: length('13 weeks'),
        how: 'in total',
      },
      scope: 'referral',
      ...(after
        ? { window: { anchor: { is: 'outcome', outcome: after }, starts: 'the next day' } as const }
        : {}),
      price: price(amount),
    });
  const plan = aPlan([
    anOutcome({
      name: 'Registered',
      condition: { is: 'happens', kinds: ['plan agreed'] },
      scope: 'referral',
      price: price(311),
    }),
    rung('13 weeks', undefined, 613),
    rung('26 weeks', '13 weeks', 737),
    rung('39 weeks', '26 weeks', 892),
    rung('52 weeks', '39 weeks', 1165),
  ]);
  const start = [
    happened('referred', '2027-04-20', { id: 'R1' }),
    attached('2027-05-01'),
    happened('plan agreed', '2027-05-03'),
  ];
  const work = (to: Day, value = '35') => spell('work', { from: '2027-06-01', to }, { value });

  test('left after 30 weeks: 311 + 613 + 737 = 1,661', () => {
    const settled = owed(
      plan,
      [...start, work(dayOf(dayNumber('2027-06-01') + 209))],
      asAt('2030-01-01'),
    );
    expect(settled.total).toBe(166100n);
  });

  test('the whole ladder: 3,718; work of 30 hours a week counts for nothing', () => {
    expect(owed(plan, [...start, work('2028-12-31')], asAt('2030-01-01')).total).toBe(371800n);
    expect(owed(plan, [...start, work('2028-12-31', '30')], asAt('2030-01-01')).total).toBe(31100n);
  });

  test('a second referral pays the registration again', () => {
    const again = [
      happened('referred', '2028-01-10', { id: 'R2' }),
      happened('plan agreed', '2028-01-20'),
    ];
    expect(owed(plan, [...start, ...again], asAt('2030-01-01')).total).toBe(62200n);
  });
});

describe('Days in housing less days in jail, Denver 2016: owed once a year has been kept', () => {
  const plan = aPlan([
    anOutcome({
      name: 'Year kept',
      condition: {
        is: 'lasts',
        kinds: ['housed'],
        less: [],
        length: length('1 year'),
        how: 'in one go',
      },
      price: price(0),
    }),
    anOutcome({
      name: 'Days',
      condition: { is: 'each day', kinds: ['housed'], less: ['jail'], onceReached: 'Year kept' },
      times: 'any',
      price: { rows: [{ with: [], price: pounds(15.12) }], perUnit: true },
    }),
  ]);
  const facts = (to: Day) => [
    attached('2027-05-01'),
    spell('housed', { from: '2027-05-10', to }),
    spell('jail', { from: '2027-07-01', to: '2027-07-10' }),
  ];

  test('a day short of the year: nothing', () => {
    expect(owed(plan, facts('2028-05-08'), asAt('2029-01-01')).total).toBe(0n);
  });

  test('the year kept: every day before and after the mark, less those in jail', () => {
    const settled = owed(plan, facts('2028-05-31'), asAt('2029-01-01'));
    expect(settled.total).toBe(BigInt((388 - 10) * 1512));
    const days = settled.lines.filter(({ outcome }) => outcome === 'Days');
    expect(days).toHaveLength(13);
    expect(days.every(({ payableOn }) => (payableOn ?? 0) >= dayNumber('2028-05-09'))).toBe(true);
  });
});

describe('Earnings that reach a sum, Great Britain 2017', () => {
  const plan = aPlan([
    anOutcome({
      condition: {
        is: 'adds up',
        kinds: ['earnings'],
        amount: fraction(335000, 100),
        perWeek: false,
      },
      window: { anchor: { is: 'attachment' }, starts: 'on the day', length: length('638 days') },
      price: price(3600),
    }),
  ]);

  test('to the penny: a penny too little is nothing', () => {
    const earned = (value: string) => [
      attached('2027-05-01'),
      happened('earnings', '2027-06-30', { value: '1500.01', id: 'E1' }),
      happened('earnings', '2027-07-31', { value, id: 'E2' }),
    ];
    expect(linesOf(owed(plan, earned('1849.99'), asAt('2030-01-01')))).toEqual([
      'Settled 1 on 2027-07-31: £3,600',
    ]);
    expect(owed(plan, earned('1849.98'), asAt('2030-01-01')).total).toBe(0n);
  });
});
