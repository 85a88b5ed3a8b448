// Step 5 of docs/settlement.md: the day by which enough was known of a line, and of each part of it.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  achieved,
  attachedAtFirst,
  paidInLine,
  payableInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import {
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed, type PriceRow } from '../index.ts';
import type { WideLimitPlan } from '../plan/money-plan.ts';

const end = asAt('2032-03-31');
const settled = anOutcome({ times: 9 });

function atMost(sum: number): WideLimitPlan {
  const per = { is: 'contract' } as const;
  return { clause: 'Limits/all', most: pounds(sum), per, eachYear: false };
}

function costing(amount: number, words: Partial<PriceRow> = {}): PriceRow {
  return { with: [], price: pounds(amount), ...words };
}

function goals(value: string, known: Day, id: string, replaces?: string) {
  const fact = happened('goals', '2027-07-01', { participant: 'A', id, value, known });
  return replaces === undefined ? fact : { ...fact, replaces };
}

describe('a score in tiers', () => {
  const rows = [
    costing(100, { tier: { least: fraction(10), under: fraction(20) } }),
    costing(300, { tier: { least: fraction(20) } }),
  ];
  const higher = anOutcome({
    name: 'Goals',
    condition: { is: 'scores', kind: 'goals', least: fraction(10), better: 'higher' },
    price: { rows },
  });
  const lowerRows = [
    costing(300, { tier: { least: fraction(0), under: fraction(10) } }),
    costing(100, { tier: { least: fraction(10), under: fraction(20) } }),
  ];
  const lower = anOutcome({
    name: 'Goals',
    condition: { is: 'scores', kind: 'goals', least: fraction(19), better: 'lower' },
    price: { rows: lowerRows },
  });
  const came = attachedAtFirst('A', 'B');

  function paid(outcome: OutcomePlan, was: string, is: string) {
    const facts = [...came, goals(was, '2027-07-01', 'G1'), goals(is, '2027-09-01', 'G2', 'G1')];
    return payableInLine(owed(aPlan([outcome]), facts, end));
  }

  test('in a lower tier there was not yet enough; in the same or a better one there was', () => {
    expect(paid(higher, '12', '20')).toEqual(['A £300 2027-09-01']);
    expect(paid(higher, '20', '25')).toEqual(['A £300 2027-07-01']);
    expect(paid(higher, '20', '12')).toEqual(['A £100 2027-07-01']);
    expect(paid(higher, '9', '12')).toEqual(['A £100 2027-09-01']);
  });

  test('where lower is better the lower tier is the better', () => {
    expect(paid(lower, '12', '5')).toEqual(['A £300 2027-09-01']);
    expect(paid(lower, '9', '5')).toEqual(['A £300 2027-07-01']);
    expect(paid(lower, '5', '12')).toEqual(['A £100 2027-07-01']);
  });

  test('a tier of the same price is another tier', () => {
    const same = rows.map((row) => ({ ...row, price: pounds(100) }));
    const outcome = { ...higher, price: { ...higher.price, rows: same } };
    expect(paid(outcome, '12', '20')).toEqual(['A £100 2027-09-01']);
  });

  test('where less is better a larger change for the better is in the higher tier', () => {
    const improves = anOutcome({
      name: 'Distress',
      condition: { is: 'improves', kind: 'goals', by: fraction(5), better: 'lower' },
      price: { rows: rows.map((row) => ({ ...row })) },
    });
    const before = happened('goals', '2027-06-01', { participant: 'A', id: 'G0', value: '40' });
    const facts = (was: string, is: string) => [
      ...came,
      before,
      goals(was, '2027-07-01', 'G1'),
      goals(is, '2027-09-01', 'G2', 'G1'),
    ];
    const payableOf = (was: string, is: string) =>
      payableInLine(owed(aPlan([improves]), facts(was, is), end));
    expect(payableOf('28', '15')).toEqual(['A £300 2027-09-01']);
    expect(payableOf('15', '12')).toEqual(['A £300 2027-07-01']);
    expect(payableOf('15', '28')).toEqual(['A £100 2027-07-01']);
  });

  test('what the tier added stands in line on the day on which it was added', () => {
    const plan = saying({ limits: [atMost(350)] }, [higher, settled]);
    const facts = [
      ...came,
      goals('12', '2027-07-01', 'G1'),
      goals('20', '2027-09-01', 'G2', 'G1'),
      achieved('B', '2027-08-01'),
    ];
    // £100 on 1 July, £220 on 1 August, and of the £200 of 1 September £30 are left.
    const all = owed(plan, facts, end);
    expect(paidInLine(all)).toEqual(['B £220', 'A £130']);
    expect(unpaidInLine(all)).toEqual(['A limit £170']);
  });
});

describe('another price', () => {
  const plan = saying({ limits: [atMost(450)] }, [
    {
      ...settled,
      price: { ...settled.price, rows: [costing(300, { with: ['care=yes'] }), costing(200)] },
    },
  ]);
  const was = (has: readonly string[]) =>
    attached('2027-04-01', { id: 'A-1', participant: 'A', with: has });
  const is = (has: readonly string[]) => {
    const words = { id: 'A-2', participant: 'A', with: has, replaces: 'A-1' };
    return attached('2027-04-01', { ...words, known: '2027-09-01' });
  };
  const done = [achieved('A', '2027-06-01'), ...attachedAtFirst('B'), achieved('B', '2027-08-01')];

  test('what is dearer since keeps its day, and what was added has the day it was', () => {
    const all = owed(plan, [was([]), is(['care=yes']), ...done], end);
    // £200 on 1 June, £200 on 1 August, and of the £100 of 1 September £50 are left.
    expect(payableInLine(all)).toEqual(['A £250 2027-06-01', 'B £200 2027-08-01']);
  });

  test('what is cheaper since has its day, and no more than its price', () => {
    const all = owed(plan, [was(['care=yes']), is([]), ...done], end);
    expect(payableInLine(all)).toEqual(['A £200 2027-06-01', 'B £200 2027-08-01']);
  });

  test('what the provider pays grows in the same way, and is not cut', () => {
    const [version] = plan.versions;
    const outcome = version?.groups.get('leaving')?.outcomes[0] ?? settled;
    const reverse = { clause: 'Prices/reverse' };
    const back = saying({ limits: [atMost(0)] }, [
      { ...outcome, price: { ...outcome.price, reverse } },
    ]);
    const all = owed(back, [was([]), is(['care=yes']), ...done], end);
    expect(payableInLine(all)).toEqual(['A -£300 2027-06-01', 'B -£200 2027-08-01']);
  });
});

describe('the same line', () => {
  test('is of the same provider: one that was another’s is earned when it is this one’s', () => {
    const corrected = attached('2027-04-01', {
      id: 'A-2',
      participant: 'A',
      provider: 'Harbour',
      replaces: 'A-1',
      known: '2027-09-01',
    });
    const facts = [
      attached('2027-04-01', { id: 'A-1', participant: 'A' }),
      corrected,
      achieved('A', '2027-06-01'),
    ];
    const all = owed(aPlan([settled]), facts, end);
    expect(all.lines.map(({ provider }) => provider)).toEqual(['Harbour']);
    expect(payableInLine(all)).toEqual(['A £220 2027-09-01']);
  });

  test('is of the same attachment: one that fell to an earlier one is not yet this one’s', () => {
    const facts = [
      attached('2027-04-01', { id: 'A-1', participant: 'A' }),
      attached('2027-05-01', { id: 'A-2', participant: 'A' }),
      happened('left', '2027-05-31', { participant: 'A', known: '2027-09-01' }),
      achieved('A', '2027-06-01'),
    ];
    const all = owed(aPlan([{ ...settled, scope: 'participant' }]), facts, end);
    expect(all.lines.map(({ line }) => line)).toEqual(['Outcomes/Settled|A-2|Bright Futures|1']);
    expect(payableInLine(all)).toEqual(['A £220 2027-09-01']);
  });

  test('of recorded units is the same fact, in at least the quantity it has', () => {
    const hours = anOutcome({
      name: 'Hours',
      condition: { is: 'each unit', kinds: ['hours'] },
      times: 'any',
      price: { rows: [costing(10)], perUnit: true },
    });
    const unit = (day: Day, value: string, words: Parameters<typeof happened>[2] = {}) =>
      happened('hours', day, { participant: 'A', value, id: `H ${day}`, ...words });
    const facts = [
      ...attachedAtFirst('A'),
      unit('2027-06-01', '3', { known: '2027-10-01' }),
      unit('2027-06-05', '3'),
      unit('2027-06-06', '2', { id: 'H1' }),
      unit('2027-06-06', '5', { id: 'H2', replaces: 'H1', known: '2027-09-01' }),
    ];
    expect(payableInLine(owed(aPlan([hours]), facts, end))).toEqual([
      'A £30 2027-06-05',
      'A £50 2027-09-01',
      'A £30 2027-10-01',
    ]);
  });

  test('is of the same outcome: what it is made of is not yet it', () => {
    const part = (name: string) =>
      anOutcome({
        name,
        condition: { is: 'happens', kinds: [name] },
        price: { rows: [costing(0)] },
      });
    const both = anOutcome({ condition: { is: 'all of', outcomes: ['first', 'second'] } });
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01', { kind: 'first' }),
      achieved('A', '2027-06-02', { kind: 'second', known: '2027-09-01' }),
    ];
    const { lines } = owed(aPlan([part('first'), part('second'), both]), facts, end);
    expect(lines.map(({ outcome, payableOn }) => [outcome, payableOn])).toEqual([
      ['first', dayNumber('2027-06-01')],
      ['second', dayNumber('2027-09-01')],
      ['Settled', dayNumber('2027-09-01')],
    ]);
  });

  test('what was shown as another’s was not earned', () => {
    const facts = [
      attached('2027-04-01', { id: 'A-1', participant: 'A', provider: 'Harbour' }),
      attached('2027-05-01', { id: 'A-2', participant: 'A' }),
      happened('left', '2027-05-31', {
        participant: 'A',
        provider: 'Harbour',
        known: '2027-09-01',
      }),
      achieved('A', '2027-06-01'),
    ];
    const all = owed(aPlan([settled]), facts, end);
    expect(all.lines.map(({ provider }) => provider)).toEqual(['Bright Futures']);
    expect(payableInLine(all)).toEqual(['A £220 2027-09-01']);
  });
});

describe('what waits for something to be over', () => {
  test('a record that must be complete: the day on which it was known to be', () => {
    const outcome = anOutcome({
      name: 'Kept away',
      condition: { is: 'absent', kinds: ['offence'], completeSource: 'police', presumed: false },
      window: within('3 months'),
    });
    const words = { about: 'offence', source: 'police', id: 'C' };
    const { day: _, provider: __, ...record } = ofProvider('complete', '2027-07-01', words);
    const from = happened('x', '2027-04-01').known;
    const to = happened('x', '2027-06-30').known;
    const known = happened('x', '2027-09-01').known;
    const left = happened('left', '2027-11-30', { participant: 'A', known: '2027-12-01' });
    const facts = [...attachedAtFirst('A'), { ...record, from, to, known }, left];
    const all = owed(aPlan([outcome]), facts, end);
    expect(payableInLine(all)).toEqual(['A £220 2027-09-01']);
  });

  test('what ended early and is paid in part: when its window has closed', () => {
    const outcome = anOutcome({
      name: 'Half a year',
      condition: settledFor('26 weeks'),
      window: within('1 year'),
      partialFrom: length('13 weeks'),
      price: { rows: [costing(182)] },
    });
    const stay = spell('settled', { from: '2027-04-01', to: '2027-07-30' }, { participant: 'A' });
    const all = owed(aPlan([outcome]), [...attachedAtFirst('A'), stay], end);
    // 121 of 182 days.
    expect(payableInLine(all)).toEqual(['A £121 2028-03-31']);
  });
});

describe('days that just pass', () => {
  const days = anOutcome({
    name: 'Days',
    condition: { is: 'each day', kinds: [], everyDay: true, less: ['in care'] },
    times: 'any',
    window: within('30 days'),
    price: { rows: [costing(10)], perUnit: true },
  });
  const came = attachedAtFirst('A');
  const care = (from: Day, to: Day, known: Day) =>
    spell('in care', { from, to, known }, { participant: 'A', id: `C ${from}` });

  test('are earned as they pass, whatever becomes known later of those after them', () => {
    expect(payableInLine(owed(aPlan([days]), came, end))).toEqual(['A £300 2027-04-30']);
    const later = [...came, care('2027-04-21', '2027-04-30', '2027-06-01')];
    expect(payableInLine(owed(aPlan([days]), later, end))).toEqual(['A £200 2027-04-20']);
  });

  test('are counted one after the other, over what was taken out before', () => {
    const facts = [
      ...came,
      care('2027-04-05', '2027-04-07', '2027-04-10'),
      care('2027-04-21', '2027-04-30', '2027-06-01'),
    ];
    expect(payableInLine(owed(aPlan([days]), facts, end))).toEqual(['A £170 2027-04-20']);
  });

  test('are earned once there were as many, also where others than today’s', () => {
    const facts = [...came, care('2027-04-01', '2027-04-10', '2027-06-01')];
    expect(payableInLine(owed(aPlan([days]), facts, end))).toEqual(['A £200 2027-04-30']);
  });

  test('others than today’s, as the attachment is of another day since, are counted as they were', () => {
    const ten = { ...days, window: within('10 days') };
    const facts = [
      attached('2027-04-05', { id: 'A-1', participant: 'A' }),
      attached('2027-04-01', { id: 'A-2', participant: 'A', replaces: 'A-1', known: '2027-06-01' }),
      care('2027-04-07', '2027-04-08', '2027-04-08'),
    ];
    // Today 1 to 6, 9 and 10 April; as far as known then 5, 6 and 9 to 14 April: eight days each.
    expect(payableInLine(owed(aPlan([ten]), facts, end))).toEqual(['A £80 2027-04-14']);
  });

  test('not before a mark that is reached as days pass', () => {
    const condition = { ...days.condition, onceReached: 'Kept away' } as OutcomePlan['condition'];
    const kept = anOutcome({
      name: 'Kept away',
      condition: { is: 'absent', kinds: ['offence'], presumed: true },
      window: within('25 days'),
    });
    const facts = [...came, care('2027-04-21', '2027-04-30', '2027-06-01')];
    expect(payableInLine(owed(aPlan([{ ...days, condition }, kept]), facts, end))).toEqual([
      'A £200 2027-04-25',
      'A £220 2027-04-25',
    ]);
  });

  test('not before the mark that must be reached first', () => {
    const condition = { ...days.condition, onceReached: 'Settled' } as OutcomePlan['condition'];
    const plan = aPlan([{ ...days, condition }, anOutcome()]);
    const facts = [
      ...came,
      achieved('A', '2027-04-25'),
      care('2027-04-21', '2027-04-30', '2027-06-01'),
    ];
    expect(payableInLine(owed(plan, facts, end))).toEqual([
      'A £200 2027-04-25',
      'A £220 2027-04-25',
    ]);
  });
});

test('a line that grew three times has a part for each, and the day of the last', () => {
  const days = anOutcome({
    name: 'Days',
    condition: { is: 'each day', kinds: ['settled'], less: [] },
    times: 'any',
    price: { rows: [costing(10)], perUnit: true },
  });
  const stay = (from: Day, to: Day, known: Day) =>
    spell('settled', { from, to, known }, { participant: 'A', id: `S ${from}` });
  const facts = [
    ...attachedAtFirst('A', 'B', 'C'),
    stay('2027-05-22', '2027-05-31', '2027-05-31'),
    stay('2027-05-12', '2027-05-21', '2027-06-10'),
    stay('2027-05-01', '2027-05-11', '2027-06-20'),
    achieved('B', '2027-06-05'),
    achieved('C', '2027-06-15'),
  ];
  const paid = (most: number) =>
    payableInLine(owed(saying({ limits: [atMost(most)] }, [days, settled]), facts, end));
  expect(paid(1000)).toEqual(['B £220 2027-06-05', 'C £220 2027-06-15', 'A £310 2027-06-20']);
  // £100, £220, £100, £220, £110 in line.
  expect(paid(400)).toEqual(['B £220 2027-06-05', 'C £0 2027-06-15', 'A £180 2027-06-20']);
  expect(paid(90)).toEqual(['B £0 2027-06-05', 'C £0 2027-06-15', 'A £90 2027-06-20']);
});

test('on the days that T and K have not reached nothing is earned', () => {
  const late = [...attachedAtFirst('A'), achieved('A', '2027-06-01', { known: '2027-09-01' })];
  expect(payableInLine(owed(aPlan([settled]), late, asAt('2027-12-31', '2027-08-31')))).toEqual([]);
  expect(payableInLine(owed(aPlan([settled]), late, asAt('2027-06-01', '2027-09-01')))).toEqual([
    'A £220 2027-09-01',
  ]);
  const gone = happened('withdrawn', '2027-10-01', {
    participant: 'A',
    id: 'W',
    replaces: 'level 2 A 2027-06-01',
  });
  const facts = [...late, gone];
  expect(payableInLine(owed(aPlan([settled]), facts, asAt('2027-12-31', '2027-09-30')))).toEqual([
    'A £220 2027-09-01',
  ]);
});
