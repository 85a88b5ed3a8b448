// The facts a line rests on: the attachment, what counted on its days, and what vouches for it.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  planFrom,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Condition, OutcomePlan, Plan } from '../plan/plan.ts';
import { whyLine } from './why-line.ts';

const a1 = attached('2027-05-01');

function behind(plan: Plan, facts: readonly Fact[], number: number | string = 1) {
  const basis = { plan, facts: [a1, ...facts], asAt: asAt('2028-03-31') };
  return whyLine(basis, `Outcomes/Settled|A1|Bright Futures|${number}`)?.facts;
}

const of = (words: Parameters<typeof anOutcome>[0], besides: readonly OutcomePlan[] = []) =>
  aPlan([...besides, anOutcome(words)]);
const days = (kind: string, from: Day, to: Day, id: string, words: Partial<Fact> = {}): Fact => ({
  ...spell(kind, { from, to }, { id }),
  ...words,
});

test('of what happens the one fact, and no other of its kind', () => {
  const facts = [
    happened('level 2', '2027-06-01', { id: 'F1' }),
    happened('level 2', '2027-06-01', { id: 'F2' }),
    attached('2027-04-01', { id: 'A0', participant: 'Sam', provider: 'Bright Futures' }),
    days('complete', '2027-05-01', '2027-06-30', 'C1', { about: 'level 2', source: 'college' }),
  ];
  expect(behind(of({}), facts)).toEqual(['A1', 'F1']);
});

describe('of what lasts', () => {
  const plan = of({ condition: settledFor('4 weeks') });

  test('each spell that reaches into its days, from the first that counts to its own', () => {
    // 28 days from 10 May end on 6 June.
    const facts = [
      days('settled', '2027-05-02', '2027-05-08', 'before'),
      days('settled', '2027-05-10', '2027-05-20', 'S1'),
      days('settled', '2027-05-21', '2027-06-05', 'S2'),
      days('settled', '2027-06-06', '2027-06-06', 'S3'),
      days('settled', '2027-06-07', '2027-06-08', 'after'),
    ];
    expect(behind(plan, facts)).toEqual(['A1', 'S1', 'S2', 'S3']);
  });

  test('a spell whose last day is the first that counts is one of them', () => {
    // Nothing before the attachment counts: the first day is 1 May.
    const facts = [
      days('settled', '2027-04-20', '2027-05-01', 'S1'),
      days('settled', '2027-04-20', '2027-04-30', 'before'),
      days('settled', '2027-05-02', '2027-06-30', 'S2'),
    ];
    expect(behind(plan, facts)).toEqual(['A1', 'S1', 'S2']);
  });

  test('days excluded on them, and what vouches that no others are', () => {
    const condition = settledFor('4 weeks', {
      how: 'in total',
      less: ['in jail'],
      lessCompleteSource: 'police',
    });
    const vouch = { about: 'in jail', source: 'police' };
    const home = days('settled', '2027-05-10', '2027-07-31', 'S1');
    // 5 days of jail: 28 others from 10 May end on 11 June.
    const facts = [
      home,
      days('in jail', '2027-05-20', '2027-05-24', 'J1'),
      days('in jail', '2027-05-01', '2027-05-09', 'J before'),
      days('in jail', '2027-06-12', '2027-06-20', 'J after'),
      days('complete', '2027-05-01', '2027-05-09', 'C before', vouch),
      days('complete', '2027-05-10', '2027-05-10', 'C1', vouch),
      days('complete', '2027-05-11', '2027-06-10', 'C2', vouch),
      days('complete', '2027-06-11', '2027-06-11', 'C3', vouch),
      days('complete', '2027-06-12', '2027-07-31', 'C after', vouch),
      days('complete', '2027-05-01', '2027-05-31', 'C nobody’s', { about: 'in jail' }),
      days('complete', '2027-05-01', '2027-05-31', 'C other', { ...vouch, about: 'settled' }),
      days('complete', '2027-05-01', '2027-05-31', 'C else', { ...vouch, source: 'landlord' }),
    ];
    expect(behind(of({ condition }), facts)).toEqual(['A1', 'S1', 'J1', 'C1', 'C2', 'C3']);
    const unvouched = settledFor('4 weeks', { how: 'in total', less: ['in jail'] });
    expect(behind(of({ condition: unvouched }), facts)).toEqual(['A1', 'S1', 'J1']);
  });

  test('days that touch its first or its last are of it', () => {
    const condition = settledFor('4 weeks', { how: 'in total', less: ['in jail'] });
    // Jail to 10 May and from 8 June: what counts is 11 May to 7 June, and no day of either.
    const facts = [
      days('settled', '2027-05-01', '2027-06-30', 'S1'),
      days('in jail', '2027-05-01', '2027-05-10', 'J before'),
      days('in jail', '2027-05-20', '2027-05-20', 'J in'),
      days('in jail', '2027-06-08', '2027-06-08', 'J last'),
    ];
    // With one day less, 28 others are 11 May to 9 June less 20 May and 8 June.
    expect(behind(of({ condition }), facts)).toEqual(['A1', 'S1', 'J in', 'J last']);
  });
});

describe('of what is absent', () => {
  const absent = { is: 'absent', kinds: ['in jail'] } as const;
  const window = within('6 months');
  const vouch = { about: 'in jail', source: 'police' };
  const facts = [
    days('complete', '2027-05-01', '2027-10-31', 'C1', vouch),
    days('complete', '2027-11-01', '2027-12-31', 'C after', vouch),
    days('in jail', '2027-11-01', '2027-11-02', 'J after'),
  ];

  test('the complete record, and where it is presumed only the attachment', () => {
    const recorded = { ...absent, completeSource: 'police', presumed: false };
    expect(behind(of({ condition: recorded, window }), facts)).toEqual(['A1', 'C1']);
    const early = [...facts.slice(0, 2), days('in jail', '2027-10-01', '2027-10-02', 'J1')];
    const part = { condition: recorded, window, partialFrom: { count: 1, unit: 'month' } as const };
    expect(behind(of(part), early)).toEqual(['A1', 'J1', 'C1']);
    const presumed = { ...absent, presumed: true };
    expect(behind(of({ condition: presumed, window }), facts)).toEqual(['A1']);
  });
});

describe('of scores', () => {
  const score = (day: Day, value: string, id: string) => happened('worry', day, { value, id });
  const facts = [
    score('2027-06-01', '30', 'first'),
    score('2027-07-01', '28', 'between'),
    score('2027-08-01', '20', 'better'),
    score('2027-09-01', '10', 'after'),
  ];

  test('that improve the first, the one that is better, and those between', () => {
    const condition = { is: 'improves', kind: 'worry', by: fraction(8), better: 'lower' } as const;
    expect(behind(of({ condition }), facts)).toEqual(['A1', 'first', 'between', 'better']);
  });

  test('that are better by a tier, the first and the best, and those between', () => {
    const condition = { is: 'improves', kind: 'worry', by: fraction(1), better: 'lower' } as const;
    const tier = (least: number) => ({ tier: { least: fraction(least) }, with: [] });
    const rows = [{ ...tier(1), price: fraction(100) }];
    expect(behind(of({ condition, price: { rows } }), facts)).toEqual(['A1', 'first', 'between']);
  });

  test('that reach a level the one that does', () => {
    const condition = {
      is: 'scores',
      kind: 'worry',
      least: fraction(20),
      better: 'lower',
    } as const;
    expect(behind(of({ condition }), facts)).toEqual(['A1', 'better']);
  });
});

test('of what adds up each fact that was added', () => {
  const condition: Condition = {
    is: 'adds up',
    kinds: ['earnings'],
    amount: fraction(100),
    perWeek: false,
  };
  const value = (day: Day, id: string) => happened('earnings', day, { value: '60', id });
  const facts = [value('2027-06-01', 'E1'), value('2027-07-01', 'E2'), value('2027-08-01', 'E3')];
  expect(behind(of({ condition }), facts)).toEqual(['A1', 'E1', 'E2']);
});

describe('of days', () => {
  const condition: Condition = { is: 'each day', kinds: ['housed'], less: ['in jail'] };
  const price = { perUnit: true };
  const facts = [
    days('housed', '2027-05-10', '2027-06-20', 'H1'),
    days('in jail', '2027-05-02', '2027-05-03', 'J1'),
    days('in jail', '2027-06-01', '2027-06-02', 'J2'),
    days('in jail', '2027-07-01', '2027-07-02', 'J3'),
  ];

  test('what is excluded in the month, also before the first day that counts', () => {
    const plan = of({ condition, times: 'any', price });
    expect(behind(plan, facts, '2027-05')).toEqual(['A1', 'H1', 'J1']);
    expect(behind(plan, facts, '2027-06')).toEqual(['A1', 'H1', 'J2']);
  });

  test('what vouches that no others are excluded', () => {
    const vouched = { ...condition, lessCompleteSource: 'jail' };
    const vouch = { about: 'in jail', source: 'jail' };
    const complete = [
      days('complete', '2027-05-01', '2027-05-31', 'C1', vouch),
      days('complete', '2027-06-01', '2027-06-30', 'C2', vouch),
    ];
    const plan = of({ condition: vouched, times: 'any', price });
    expect(behind(plan, [...facts, ...complete], '2027-06')).toEqual(['A1', 'H1', 'J2', 'C2']);
  });
});

describe('of what is made of other outcomes', () => {
  const part = (name: string, times = 1) =>
    anOutcome({ name, condition: { is: 'happens', kinds: [name] }, times });
  const besides = [part('Job', 9), part('Home'), part('Hope')];
  const facts = [
    happened('Job', '2027-06-01', { id: 'J1' }),
    happened('Home', '2027-07-01', { id: 'H1' }),
    happened('Job', '2027-08-01', { id: 'J2' }),
    happened('Hope', '2027-05-02', { id: 'P1' }),
  ];

  test('theirs by its day, and of no other outcome', () => {
    const all: Condition = { is: 'all of', outcomes: ['Job', 'Home'] };
    expect(behind(of({ condition: all }, besides), facts)).toEqual(['A1', 'J1', 'H1']);
    const any: Condition = { is: 'any of', outcomes: ['Job', 'Home'] };
    expect(behind(of({ condition: any }, besides), facts)).toEqual(['A1', 'J1']);
  });

  test('and of the same attachment alone', () => {
    const plan = of({ condition: { is: 'any of', outcomes: ['Job'] } }, besides);
    const other = [
      happened('left', '2027-05-20', { provider: 'Bright Futures' }),
      attached('2027-05-25', { id: 'A2', provider: 'Harbour' }),
    ];
    const basis = { plan, facts: [a1, ...other, ...facts], asAt: asAt('2028-03-31') };
    const why = whyLine(basis, 'Outcomes/Settled|A2|Harbour|1');
    expect(why?.facts).toEqual(['A2', 'J1']);
  });
});

test('as the version under which it was earned saw them', () => {
  const first = aVersion([anOutcome()], { version: 1 });
  const weeks = anOutcome({ condition: { is: 'happens', kinds: ['level 3'] } });
  const second = { ...aVersion([weeks], { version: 2 }), countsFrom: dayNumber('2027-08-01') };
  const facts = [
    happened('level 2', '2027-06-01', { id: 'F1' }),
    happened('level 3', '2027-06-01', { id: 'F2' }),
  ];
  expect(behind(planFrom([first, second]), facts)).toEqual(['A1', 'F1']);
});
