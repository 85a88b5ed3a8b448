// Step 9 of docs/settlement.md: pots, owed when their period has closed and forecast before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aGround,
  anOutcomeDue,
  aWholePlan,
  duesShown,
  forecastsShown,
} from '../../../test/support/makers/ground.ts';
import { anOutcome, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import type { PotPlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { otherLines } from './index.ts';

const year = {
  name: '2027-04-01',
  first: dayNumber('2027-04-01'),
  last: dayNumber('2028-03-31'),
  closesOn: dayNumber('2028-04-30'),
};

function aPot(words: Partial<PotPlan> = {}): PotPlan {
  return {
    clause: 'Payment/pot',
    order: 2001,
    outcomes: ['Settled'],
    periods: [year],
    size: { is: 'fixed', amount: pounds(10_000) },
    ...words,
  };
}

const plan = aWholePlan({ pots: [aPot()] });
const byResults = aWholePlan({
  pots: [
    aPot({
      size: {
        is: 'by results',
        each: pounds(500),
        floor: pounds(4_000),
        ceiling: pounds(6_000),
      },
    }),
  ],
});

/** So many achievements of a provider, one on each day from 1 May 2027. */
function achieved(provider: string, count: number): readonly Due[] {
  return Array.from({ length: count }, (_, at) =>
    anOutcomeDue(dayOf(dayNumber('2027-05-01') + at), 220, { provider }),
  );
}

function shares(of: Plan, dues: readonly Due[], day: Day = '2028-04-30'): readonly string[] {
  return duesShown(otherLines(aGround(of, day, { dues })).dues);
}

function forecasts(of: Plan, dues: readonly Due[], day: Day): readonly string[] {
  return forecastsShown(otherLines(aGround(of, day, { dues })).forecasts);
}

describe('A pot of £10,000 a year', () => {
  const dues = [...achieved('Harbour', 3), ...achieved('Anchor', 1)];

  test('is shared at close, 1 : 3 is £2,500 and £7,500, and only forecast before', () => {
    expect(shares(plan, dues, '2028-04-29')).toEqual([]);
    expect(forecasts(plan, dues, '2028-04-29')).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £2,500',
      'pot 2027-04-01 to Harbour on 2028-04-30: £7,500',
    ]);
    expect(shares(plan, dues)).toEqual(forecasts(plan, dues, '2028-04-29'));
    expect(forecasts(plan, dues, '2028-04-30')).toEqual([]);
  });

  test('is forecast from the first day of its period', () => {
    expect(forecasts(plan, [anOutcomeDue('2027-04-01', 220)], '2027-04-01')).toEqual([
      'pot 2027-04-01 to Harbour on 2028-04-30: £10,000',
    ]);
  });

  test('is forecast by what there is so far, and not before its period has begun', () => {
    expect(forecasts(plan, dues, '2027-05-01')).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £5,000',
      'pot 2027-04-01 to Harbour on 2028-04-30: £5,000',
    ]);
    expect(forecasts(plan, dues, '2027-03-31')).toEqual([]);
  });

  test('between equals the odd penny goes to the first by name', () => {
    const three = ['Harbour', 'Bright Futures', 'Anchor'].flatMap((name) => achieved(name, 1));
    expect(shares(plan, three)).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £3,333.34',
      'pot 2027-04-01 to Bright Futures on 2028-04-30: £3,333.33',
      'pot 2027-04-01 to Harbour on 2028-04-30: £3,333.33',
    ]);
  });

  test('of which nobody achieved anything goes to nobody', () => {
    expect(shares(plan, [])).toEqual([]);
    expect(shares(byResults, [])).toEqual([]);
  });

  test('counts its outcomes of its days that are not refused, once each', () => {
    const others = [
      anOutcomeDue('2027-05-01', 220, { outcome: 'Qualified' }),
      anOutcomeDue('2028-04-01', 220),
      anOutcomeDue('2027-05-02', 220, { isRefused: true }),
      anOutcomeDue('2027-05-03', 40, { payee: 'College' }),
      anOutcomeDue('2027-05-04', 220, { payableOn: dayNumber('2028-05-01') }),
    ];
    expect(shares(plan, [...dues, ...others])).toEqual(shares(plan, dues));
  });

  test('what became known after the close moves the share that it raised to its day, and no other', () => {
    const late = anOutcomeDue('2027-05-04', 220, {
      provider: 'Anchor',
      payableOn: dayNumber('2028-06-01'),
    });
    expect(shares(plan, [...dues, late], '2028-06-01')).toEqual([
      'pot 2027-04-01 to Anchor on 2028-06-01: £4,000',
      'pot 2027-04-01 to Harbour on 2028-04-30: £6,000',
    ]);
  });
});

describe('A pot of £500 for each, no less than £4,000 and no more than £6,000', () => {
  test('7 x £500 = £3,500, so £4,000: 3/7 is £1,714.29 and 4/7 is £2,285.71', () => {
    const dues = [...achieved('Anchor', 3), ...achieved('Harbour', 4)];
    expect(shares(byResults, dues)).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £1,714.29',
      'pot 2027-04-01 to Harbour on 2028-04-30: £2,285.71',
    ]);
  });

  test('13 x £500 = £6,500, so £6,000: 9/13 is £4,153.85 and 4/13 is £1,846.15', () => {
    const dues = [...achieved('Anchor', 9), ...achieved('Harbour', 4)];
    expect(shares(byResults, dues)).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £4,153.85',
      'pot 2027-04-01 to Harbour on 2028-04-30: £1,846.15',
    ]);
    const [due] = otherLines(aGround(byResults, '2028-04-30', { dues })).dues;
    expect(due?.basis.is === 'other' && due.basis.explain()).toEqual([
      'The pot of £6,000 for 1 April 2027 to 31 March 2028 closes at the end of 30 April 2028: ' +
        'it is shared by how often each provider achieved "Settled".',
      'It is £500 for each of 13: £6,500, and the ceiling makes it £6,000.',
      'Anchor achieved 9 of the 13.',
      'That comes to £4,153.85, as its share of the rounded total.',
    ]);
    expect(due?.quantity).toEqual(fraction(9));
  });

  test('10 x £500 = £5,000 is between the two', () => {
    expect(shares(byResults, achieved('Anchor', 10))).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £5,000',
    ]);
  });
});

describe('What is said of a pot', () => {
  const closes =
    'for 1 April 2027 to 31 March 2028 closes at the end of 30 April 2028: ' +
    'it is shared by how often each provider achieved';

  function said(of: Plan, dues: readonly Due[]): readonly string[] {
    const [due] = otherLines(aGround(of, '2028-04-30', { dues })).dues;
    return due?.basis.is === 'other' ? due.basis.explain() : [];
  }

  test('of a fixed one its sum, and of a share that does not end what it is rounded to', () => {
    expect(said(plan, [...achieved('Anchor', 1), ...achieved('Harbour', 2)])).toEqual([
      `The pot of £10,000 ${closes} "Settled".`,
      'Anchor achieved 1 of the 3.',
      'That comes to £3,333.33, as its share of the rounded total.',
    ]);
  });

  test('of a share with half a penny both, and of a share that comes out even its sum alone', () => {
    const of = (amount: number) =>
      aWholePlan({ pots: [aPot({ size: { is: 'fixed', amount: pounds(amount) } })] });
    const two = [...achieved('Anchor', 1), ...achieved('Harbour', 1)];
    expect(said(of(0.05), two).at(-1)).toBe(
      'That comes to £0.025: £0.03, as its share of the rounded total.',
    );
    expect(said(of(0.06), two).at(-1)).toBe('That comes to £0.03.');
  });

  test('of one by results what they come to, and what made it more', () => {
    expect(said(byResults, achieved('Anchor', 7)).slice(0, 2)).toEqual([
      `The pot of £4,000 ${closes} "Settled".`,
      'It is £500 for each of 7: £3,500, and the floor makes it £4,000.',
    ]);
  });

  test('where the results come to no less than the floor and no more than the ceiling, no bound', () => {
    const sizes = [8, 10, 12].map((count) => said(byResults, achieved('Anchor', count))[1]);
    expect(sizes).toEqual([
      'It is £500 for each of 8: £4,000.',
      'It is £500 for each of 10: £5,000.',
      'It is £500 for each of 12: £6,000.',
    ]);
  });

  test('and all outcomes that it counts', () => {
    const both = aWholePlan({ pots: [aPot({ outcomes: ['Settled', 'Qualified'] })] });
    const dues = [
      ...achieved('Anchor', 1),
      anOutcomeDue('2028-03-31', 10, { outcome: 'Qualified', provider: 'Anchor' }),
    ];
    expect(said(both, dues).slice(0, 2)).toEqual([
      `The pot of £10,000 ${closes} "Settled" and "Qualified".`,
      'Anchor achieved 2 of the 2.',
    ]);
  });
});

test('a pot has closed once both days have reached its close, and is forecast until then', () => {
  const dues = achieved('Anchor', 1);
  const ground = aGround(plan, '2028-04-30', { dues });
  const later = dayNumber('2028-06-30');
  for (const days of [{ trueBy: later - 70 }, { knownBy: later - 70 }]) {
    const asAt = { trueBy: later, knownBy: later, ...days };
    const { dues: lines, forecasts } = otherLines({ ...ground, work: { ...ground.work, asAt } });
    expect([lines.length, forecasts.length]).toEqual([0, 1]);
  }
});

test('the line of a share has the days of its period and of its close, and the place of its clause', () => {
  const [due] = otherLines(aGround(plan, '2028-04-30', { dues: achieved('Anchor', 1) })).dues;
  expect(due).toMatchObject({
    line: 'Payment/pot|2027-04-01|Anchor|1',
    clause: 'Payment/pot',
    outcome: 'pot',
    period: '2027-04-01',
    day: year.last,
    payableOn: year.closesOn,
    order: 2001,
    price: pounds(10_000),
    basis: { factors: [{ name: 'quantity', value: fraction(1) }] },
  });
});

test('achievements of the first and of the last day of the period count', () => {
  const dues = (['2027-04-01', '2028-03-31', '2027-03-31', '2028-04-01'] as const).map((day, at) =>
    anOutcomeDue(day, 220, { provider: at % 2 === 0 ? 'Anchor' : 'Harbour' }),
  );
  expect(shares(plan, dues)).toEqual([
    'pot 2027-04-01 to Anchor on 2028-04-30: £5,000',
    'pot 2027-04-01 to Harbour on 2028-04-30: £5,000',
  ]);
});

describe('When a share is payable', () => {
  const lateOn = (provider: string, day: Day, known: Day) =>
    anOutcomeDue(day, 220, { provider, payableOn: dayNumber(known) });

  test('on the first day by which it was as much, in whatever order lines are met', () => {
    const dues = [
      lateOn('Anchor', '2027-05-03', '2028-07-01'),
      lateOn('Anchor', '2027-05-02', '2028-06-01'),
      ...achieved('Harbour', 2),
    ];
    // Nothing of £10,000 at the close, a third in June, half in July; Harbour had half at once.
    const payable = [
      'pot 2027-04-01 to Anchor on 2028-07-01: £5,000',
      'pot 2027-04-01 to Harbour on 2028-04-30: £5,000',
    ];
    expect(shares(plan, dues, '2028-12-31')).toEqual(payable);
    expect(shares(plan, dues.toReversed(), '2028-12-31')).toEqual(payable);
  });

  test('a share of nothing at the close: there is nothing to wait for', () => {
    const penny = aWholePlan({ pots: [aPot({ size: { is: 'fixed', amount: pounds(0.01) } })] });
    const dues = ['Anchor', 'Harbour'].map((name) => lateOn(name, '2027-05-03', '2028-06-01'));
    expect(shares(penny, dues, '2028-12-31')).toEqual([
      'pot 2027-04-01 to Anchor on 2028-06-01: £0.01',
      'pot 2027-04-01 to Harbour on 2028-04-30: £0',
    ]);
  });
});

test('a pot is of the version in force on the last day of its period', () => {
  const version = (number: number, countsFrom: Day, amount: number) =>
    aVersion([], {
      version: number,
      countsFrom: dayNumber(countsFrom),
      whole: aWhole({ pots: [aPot({ size: { is: 'fixed', amount: pounds(amount) } })] }),
    });
  const changed = planFrom([version(1, '2027-04-01', 1_000), version(2, '2028-03-31', 2_000)]);
  expect(shares(changed, achieved('Anchor', 1))).toEqual([
    'pot 2027-04-01 to Anchor on 2028-04-30: £2,000',
  ]);
});

test('the shares add up to the pot, rounded once, whatever the counts', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
  const pence = fc.record({
    n: fc.bigInt({ min: 0n, max: 10n ** 8n }),
    d: fc.bigInt({ min: 1n, max: 9n }),
  });
  const property = fc.property(counts, pence, (each, { n, d }) => {
    const of = aWholePlan({ pots: [aPot({ size: { is: 'fixed', amount: fraction(n, d) } })] });
    const dues = each.flatMap((count, at) => achieved(`Provider ${at}`, count));
    const lines = otherLines(aGround(of, '2028-04-30', { dues })).dues;
    const sum = lines.reduce((all, { gross }) => all + gross, 0n);
    expect(sum).toBe((2n * n + d) / (2n * d));
  });
  fc.assert(property, { numRuns: 100 });
});

describe('A pot for what is paid for each day', () => {
  const paid = { name: 'Settled', price: { perUnit: true } };

  /** One line of so many days, so many of which were known by the first of June already. */
  function daysOf(provider: string, days: number, knownFirst = days): Due {
    const due = anOutcomeDue('2027-05-31', days, { provider });
    if (due.basis.is !== 'outcome') return due;
    const { draft } = due.basis;
    const exact = pounds(days);
    const achievement = { ...draft.earned.achievement, quantity: fraction(days) };
    const placed = { ...draft.earned.placed, outcome: anOutcome(paid), order: 0 };
    const steps = [
      { payableOn: dayNumber('2027-06-01'), upTo: pounds(knownFirst) },
      ...(knownFirst < days ? [{ payableOn: dayNumber('2028-07-09'), upTo: exact }] : []),
    ];
    const earned = { ...draft.earned, achievement, placed };
    return { ...due, basis: { is: 'outcome', draft: { ...draft, earned, exact, steps } } };
  }

  test('is shared by days, 23 : 2 of £10,000 is £9,200 and £800, and grows by them', () => {
    const dues = [daysOf('Harbour', 23), daysOf('Anchor', 2)];
    expect(shares(plan, dues)).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £800',
      'pot 2027-04-01 to Harbour on 2028-04-30: £9,200',
    ]);
    expect(shares(byResults, [daysOf('Harbour', 6), daysOf('Anchor', 4)])).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £2,000',
      'pot 2027-04-01 to Harbour on 2028-04-30: £3,000',
    ]);
  });

  test('days that became known after it closed count from then', () => {
    const dues = [daysOf('Harbour', 20, 10), daysOf('Anchor', 10)];
    expect(shares(plan, dues, '2028-04-30')).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £5,000',
      'pot 2027-04-01 to Harbour on 2028-04-30: £5,000',
    ]);
    expect(shares(plan, dues, '2028-07-09')).toEqual([
      'pot 2027-04-01 to Anchor on 2028-04-30: £3,333.33',
      'pot 2027-04-01 to Harbour on 2028-07-09: £6,666.67',
    ]);
  });
});
