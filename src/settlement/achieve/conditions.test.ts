// Step 2 of docs/settlement.md: when each condition is achieved, worked out by hand.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { daysOf, linesOf, statusesOf } from '../../../test/support/makers/shown.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type Condition, type OutcomePlan, owed } from '../index.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');
const a2 = (day: Day) => attached(day, { id: 'A2', provider: 'Harbour' });

type Words = Parameters<typeof anOutcome>[0];

/** The days of an outcome with this condition, as often as it is achieved. */
function days(words: Words, ...facts: readonly Fact[]): readonly Day[] {
  return daysOf(aPlan([anOutcome({ times: 'any', ...words })]), [a1, ...facts], end);
}

/** Its lines in few words, in the order of their days. */
function lines(words: Words, ...facts: readonly Fact[]): readonly string[] {
  return [...linesOf(owed(aPlan([anOutcome(words)]), [a1, ...facts], end))].sort();
}

const perUnit: OutcomePlan['price'] = { ...anOutcome().price, perUnit: true };
const aPound = { ...perUnit, rows: [{ with: [], price: pounds(1) }] };

describe('happens', () => {
  const coming = (kind: string, scope: OutcomePlan['scope']) =>
    anOutcome({ condition: { is: 'happens', kinds: [kind] }, times: 'any', scope });

  test('an attachment counts only for its own instance', () => {
    const plan = aPlan([coming('attached', 'attachment')]);
    const found = (...facts: readonly Fact[]) =>
      owed(plan, [a1, a2('2027-05-20'), ...facts], end).lines.map(
        ({ line, amount }) => `${line} ${amount}`,
      );
    expect(found(happened('left', '2027-05-10'))).toEqual([
      'Outcomes/Settled|A1|Bright Futures|1 22000',
      'Outcomes/Settled|A2|Harbour|1 22000',
    ]);
    // While both are there the second's day is the first provider's, which is paid for its own alone.
    expect(found()).toEqual([
      'Outcomes/Settled|A1|Bright Futures|1 22000',
      'Outcomes/Settled|A2|Harbour|1 0',
    ]);
  });

  test('a referral counts for itself where it is paid per referral, else for all it concerns', () => {
    const facts = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      a1,
      happened('referred', '2027-06-20', { id: 'R2' }),
      a2('2027-07-01'),
    ];
    const numbers = (scope: OutcomePlan['scope']) =>
      owed(aPlan([coming('referred', scope)]), facts, end).lines.map(
        ({ number, day }) => `${number} ${dayOf(day)}`,
      );
    // On 20 June nobody but the first provider has been attached: its numbers go on.
    expect(numbers('referral')).toEqual(['1 2027-04-20', '2 2027-06-20']);
    // A participant’s days begin with the first attachment.
    expect(numbers('participant')).toEqual(['1 2027-06-20']);
  });

  test('of two referrals on one day one is paid per referral', () => {
    const plan = aPlan([coming('referred', 'referral')]);
    const both = ['R1', 'R2'].map((id) => happened('referred', '2027-04-20', { id }));
    expect(daysOf(plan, [...both, a1], end)).toEqual(['2027-04-20']);
  });

  test('of what a higher source left of a spell none happens', () => {
    const condition = { is: 'happens', kinds: ['settled'] } as const;
    const ranks = new Map([['settled', ['register']]]);
    const plan = aPlan([anOutcome({ condition, times: 'any' })], { ranks });
    const said = (source: string, from: Day, to: Day) =>
      spell('settled', { from, to }, { id: source, source });
    const facts = [
      a1,
      said('register', '2027-05-04', '2027-05-06'),
      said('landlord', '2027-05-05', '2027-05-20'),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-05-04']);
  });

  test('a spell happens on its first day, and each fact of any of the kinds is one', () => {
    const condition = { is: 'happens', kinds: ['settled', 'level 2'] } as const;
    const stay = spell('settled', { from: '2027-05-10', to: '2027-06-10' });
    expect(days({ condition }, happened('level 2', '2027-05-05'), stay)).toEqual([
      '2027-05-05',
      '2027-05-10',
    ]);
  });

  test('nothing before the first day of the attachment counts, and that day does', () => {
    expect(days({}, happened('level 2', '2027-04-30'))).toEqual([]);
    expect(days({}, happened('level 2', '2027-05-01'))).toEqual(['2027-05-01']);
  });

  test('while attached leaves only days that an attachment covers', () => {
    const left = happened('left', '2027-05-20');
    const on = (day: Day) => days({ whileAttached: true }, left, happened('level 2', day));
    expect(on('2027-05-20')).toEqual(['2027-05-20']);
    expect(on('2027-05-21')).toEqual([]);
  });
});

describe('lasts', () => {
  const stay = (from: Day, to: Day) => spell('settled', { from, to });

  test('a gap no longer than permitted does not count, and one day more breaks', () => {
    const condition = settledFor('10 days', { gapMax: length('3 days') });
    const facts = (second: Day) => [stay('2027-05-01', '2027-05-05'), stay(second, '2027-05-30')];
    expect(days({ condition, times: 1 }, ...facts('2027-05-09'))).toEqual(['2027-05-13']);
    expect(days({ condition, times: 1 }, ...facts('2027-05-10'))).toEqual(['2027-05-19']);
  });

  test('paused days in a gap are no part of it', () => {
    const condition = settledFor('10 days', { gapMax: length('3 days') });
    const away = spell('hospital', { from: '2027-05-06', to: '2027-05-07' });
    const facts = [stay('2027-05-01', '2027-05-05'), stay('2027-05-11', '2027-05-30'), away];
    expect(days({ condition, times: 1, pausedBy: ['hospital'] }, ...facts)).toEqual(['2027-05-15']);
  });

  test('what is left of one repeat’s run begins the next, across a permitted gap', () => {
    const condition = settledFor('4 days', { gapMax: length('1 day') });
    const facts = [stay('2027-05-01', '2027-05-06'), stay('2027-05-08', '2027-05-09')];
    expect(days({ condition }, ...facts)).toEqual(['2027-05-04', '2027-05-09']);
  });

  test('in total on the day that completes each further length', () => {
    const condition = settledFor('1 week', { how: 'in total' });
    const facts = [stay('2027-05-01', '2027-05-10'), stay('2027-06-01', '2027-06-30')];
    // The second week is three days of May and four of June; then each further seven.
    expect(days({ condition }, ...facts)).toEqual([
      '2027-05-07',
      '2027-06-04',
      '2027-06-11',
      '2027-06-18',
      '2027-06-25',
    ]);
  });

  test('where exclusions rest on a complete record only days of which it is complete count', () => {
    const condition = settledFor('7 days', {
      how: 'in total',
      less: ['custody'],
      lessCompleteSource: 'prison',
    });
    const complete = (to: Day, about = 'custody', source = 'prison') =>
      spell('complete', { from: '2027-05-01', to }, { about, source });
    const facts = [stay('2027-05-01', '2027-05-20')];
    const custody = spell('custody', { from: '2027-05-02', to: '2027-05-03' });
    expect(days({ condition }, ...facts)).toEqual([]);
    expect(days({ condition }, ...facts, complete('2027-05-06'))).toEqual([]);
    expect(days({ condition }, ...facts, complete('2027-05-07'))).toEqual(['2027-05-07']);
    expect(days({ condition }, ...facts, complete('2027-05-09'), custody)).toEqual(['2027-05-09']);
    expect(days({ condition }, ...facts, complete('2027-05-20', 'settled'))).toEqual([]);
    expect(days({ condition }, ...facts, complete('2027-05-20', 'custody', 'landlord'))).toEqual(
      [],
    );
  });

  test('of several exclusions the record must be complete for each', () => {
    const condition = settledFor('7 days', {
      how: 'in total',
      less: ['custody', 'hospital'],
      lessCompleteSource: 'prison',
    });
    const complete = (to: Day, about: string) =>
      spell('complete', { from: '2027-05-01', to }, { about, source: 'prison' });
    const facts = [stay('2027-05-01', '2027-05-20'), complete('2027-05-20', 'custody')];
    expect(days({ condition }, ...facts)).toEqual([]);
    expect(days({ condition }, ...facts, complete('2027-05-06', 'hospital'))).toEqual([]);
    expect(days({ condition }, ...facts, complete('2027-05-07', 'hospital'))).toEqual([
      '2027-05-07',
    ]);
  });

  test('before a record is complete it is not known, if it could be enough', () => {
    const condition = settledFor('7 days', { less: ['custody'], lessCompleteSource: 'prison' });
    const plan = aPlan([anOutcome({ condition, window: within('10 days') })]);
    const known = (to: Day) => statusesOf(owed(plan, [a1, stay('2027-05-01', to)], end));
    expect(known('2027-05-07')).toEqual({ notKnown: 1 });
    expect(known('2027-05-06')).toEqual({ notAchieved: 1 });
  });
});

describe('lasts in part', () => {
  const partly = (words: Partial<Extract<Condition, { is: 'lasts' }>> = {}, more: Words = {}) => ({
    condition: settledFor('10 days', words),
    window: within('30 days'),
    partialFrom: length('4 days'),
    ...more,
  });
  const stay = (from: Day, to: Day) => spell('settled', { from, to });

  test('the longest run pays its share of the length, if it is long enough', () => {
    // 4 of 10 days of £220 are £88.
    expect(lines(partly(), stay('2027-05-03', '2027-05-06'))).toEqual([
      'Settled 1 on 2027-05-06: £88',
    ]);
    expect(lines(partly(), stay('2027-05-03', '2027-05-05'))).toEqual([]);
    const more = [stay('2027-05-02', '2027-05-05'), stay('2027-05-10', '2027-05-14')];
    expect(lines(partly(), ...more)).toEqual(['Settled 1 on 2027-05-14: £110']);
  });

  test('of runs that are equal the earliest', () => {
    const two = [stay('2027-05-02', '2027-05-06'), stay('2027-05-10', '2027-05-14')];
    expect(lines(partly(), ...two)).toEqual(['Settled 1 on 2027-05-06: £110']);
  });

  test('in total all days together', () => {
    const two = [stay('2027-05-02', '2027-05-05'), stay('2027-05-10', '2027-05-14')];
    expect(lines(partly({ how: 'in total' }), ...two)).toEqual(['Settled 1 on 2027-05-14: £198']);
  });

  test('nothing of it once the length was reached, and not before the window has closed', () => {
    const reached = [stay('2027-05-01', '2027-05-10'), stay('2027-05-20', '2027-05-26')];
    expect(lines(partly({}, { times: 3 }), ...reached)).toEqual(['Settled 1 on 2027-05-10: £220']);
    const plan = aPlan([anOutcome(partly())]);
    const facts = [a1, stay('2027-05-03', '2027-05-08')];
    expect(owed(plan, facts, asAt('2027-05-29')).lines).toEqual([]);
    const closed = owed(plan, facts, asAt('2027-05-30')).lines;
    expect(closed.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-05-30']);
  });

  test('of months the share is of the days that they have from the first', () => {
    // A month from 3 May has 31 days: £220 × 20/31 = £141.935….
    const words = partly({ length: length('1 month') });
    expect(lines(words, stay('2027-05-03', '2027-05-22'))).toEqual([
      'Settled 1 on 2027-05-22: £141.94',
    ]);
  });

  test('without a number of days from which it is paid nothing is', () => {
    const { partialFrom: _, ...whole } = partly();
    expect(lines(whole, stay('2027-05-03', '2027-05-08'))).toEqual([]);
  });
});

describe('absent', () => {
  const quiet = (words: Words = {}, kinds = ['offence']): Words => ({
    condition: { is: 'absent', kinds, completeSource: 'police', presumed: false },
    window: within('30 days'),
    ...words,
  });
  const presumed = (words: Words = {}): Words =>
    quiet({ condition: { is: 'absent', kinds: ['offence'], presumed: true }, ...words });
  const complete = (from: Day, to: Day, about = 'offence', source = 'police') =>
    spell('complete', { from, to }, { about, source, id: `C ${about} ${from}` });

  test('the source must be complete for every kind, on every day that can count', () => {
    const both = quiet({}, ['offence', 'arrest']);
    const whole = complete('2027-05-01', '2027-05-30');
    expect(days(quiet(), whole)).toEqual(['2027-05-30']);
    expect(days(both, whole)).toEqual([]);
    expect(days(both, whole, complete('2027-05-01', '2027-05-30', 'arrest'))).toEqual([
      '2027-05-30',
    ]);
    expect(days(quiet(), complete('2027-05-02', '2027-05-30'))).toEqual([]);
    expect(days(quiet(), complete('2027-05-01', '2027-05-30', 'offence', 'court'))).toEqual([]);
    const parts = [complete('2027-05-01', '2027-05-15'), complete('2027-05-16', '2027-05-30')];
    expect(days(quiet(), ...parts)).toEqual(['2027-05-30']);
  });

  test('days of the window before anything can count need no record', () => {
    const window = within('30 days', { anchor: { is: 'referral' } });
    const facts = [happened('referred', '2027-04-20'), complete('2027-05-01', '2027-05-19')];
    expect(days(quiet({ window }), ...facts)).toEqual(['2027-05-19']);
  });

  test('what happens outside the days that can count does not end it', () => {
    const on = (day: Day) => days(presumed(), happened('offence', day));
    expect(on('2027-04-30')).toEqual(['2027-05-30']);
    expect(on('2027-05-01')).toEqual([]);
    expect(on('2027-05-30')).toEqual([]);
    expect(on('2027-05-31')).toEqual(['2027-05-30']);
  });

  test('where the window has no end the programme ends it, whatever happens after', () => {
    const condition = { is: 'absent', kinds: ['offence'], presumed: true } as const;
    const outcome = anOutcome({
      condition,
      window: { anchor: { is: 'attachment' }, starts: 'the next day' },
    });
    const on = (day: Day) =>
      daysOf(aPlan([outcome]), [a1, happened('offence', day)], asAt('2033-01-01'));
    expect([on('2032-03-31'), on('2032-04-01')]).toEqual([[], ['2032-03-31']]);
  });

  test('a claim that it happened, or that a record is complete, settles nothing', () => {
    const status = (...facts: readonly Fact[]) => {
      const settled = owed(aPlan([anOutcome(quiet())]), [a1, ...facts], end);
      expect(settled.lines).toEqual([]);
      return statusesOf(settled);
    };
    const claimed = { state: 'claimed' } as const;
    expect(status({ ...happened('offence', '2027-05-10'), ...claimed })).toEqual({ notKnown: 1 });
    const record = { ...complete('2027-05-01', '2027-05-30'), ...claimed };
    expect(status(record)).toEqual({ notKnown: 1 });
  });

  test('an instance that ends before its window does is not achieved', () => {
    const window = within('30 days', { anchor: { is: 'referral' } });
    const plan = aPlan([anOutcome(presumed({ scope: 'referral', window }))]);
    const facts = [
      happened('referred', '2027-05-01', { id: 'R1' }),
      a1,
      happened('referred', '2027-05-20', { id: 'R2' }),
      a2('2027-05-21'),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-06-18']);
    const { id: _, ...late } = happened('referred', '2027-05-31');
    const after = [...facts.slice(0, 2), { ...late, id: 'R2' }];
    expect(daysOf(plan, after, end)).toEqual(['2027-05-30', '2027-06-29']);
  });

  test('the days before it ended pay their share of those of the window that were not paused', () => {
    // 30 days of the window and 5 paused ones end on 4 June; 14 − 5 of 30 days of £220 are £66.
    const words = presumed({ partialFrom: length('9 days'), pausedBy: ['hospital'] });
    const away = spell('hospital', { from: '2027-05-03', to: '2027-05-07' });
    expect(lines(words, away, happened('offence', '2027-05-15'))).toEqual([
      'Settled 1 on 2027-05-14: £66',
    ]);
    expect(lines(words, away, happened('offence', '2027-05-14'))).toEqual([]);
    expect(lines(words, away, happened('offence', '2027-05-01'))).toEqual([]);
    // One day of thirty of £220 is £7 1/3.
    const short = presumed({ partialFrom: length('1 day') });
    expect(lines(short, happened('offence', '2027-05-01'))).toEqual([]);
    expect(lines(short, happened('offence', '2027-05-02'))).toEqual([
      'Settled 1 on 2027-05-01: £7.33',
    ]);
  });

  test('only what can count of the window has a share', () => {
    // Of 40 days from referral those from 1 May to 30 May can count: 15 of 30 are £110.
    const window = within('40 days', { anchor: { is: 'referral' } });
    const words = presumed({ partialFrom: length('1 week'), window });
    const facts = [happened('referred', '2027-04-21'), happened('offence', '2027-05-16')];
    expect(lines(words, ...facts)).toEqual(['Settled 1 on 2027-05-15: £110']);
  });

  test('the share is owed once it is known how it ended, and that the record was complete till then', () => {
    const words = quiet({ partialFrom: length('1 week') });
    const offence = happened('offence', '2027-05-16');
    expect(lines(words, offence)).toEqual([]);
    expect(lines(words, offence, complete('2027-05-01', '2027-05-14'))).toEqual([]);
    const record = complete('2027-05-01', '2027-05-15');
    const settled = owed(aPlan([anOutcome(words)]), [a1, offence, record], end);
    expect(linesOf(settled)).toEqual(['Settled 1 on 2027-05-15: £110']);
    expect(settled.lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-05-16']);
  });

  test('a claim that it happened ends it only where claims count', () => {
    const claim = happened('offence', '2027-05-10', { state: 'claimed' });
    expect(days(presumed(), claim)).toEqual(['2027-05-30']);
    expect(days(presumed({ states: ['claimed', 'verified'] }), claim)).toEqual([]);
  });
});

describe('scores and how they improve', () => {
  const score = (day: Day, value: string) => happened('goals', day, { value });
  const improves = (words: Partial<Extract<Condition, { is: 'improves' }>> = {}): Words => ({
    condition: { is: 'improves', kind: 'goals', by: fraction(5), better: 'higher', ...words },
  });

  test('the first later score that is better by so much, and again by each further so much', () => {
    const facts = [
      score('2027-05-02', '10'),
      score('2027-06-01', '14'),
      score('2027-07-01', '15'),
      score('2027-08-01', '26'),
    ];
    expect(days(improves(), ...facts)).toEqual(['2027-07-01', '2027-08-01', '2027-08-01']);
  });

  test('where lower is better it has to fall', () => {
    const facts = [
      score('2027-05-02', '10'),
      score('2027-06-01', '15'),
      score('2027-07-01', '5'),
      score('2027-08-01', '0.1'),
    ];
    expect(days(improves({ better: 'lower' }), ...facts)).toEqual(['2027-07-01']);
  });

  test('a score that is claimed waits, and could still be enough', () => {
    const facts = [
      a1,
      score('2027-05-02', '10'),
      happened('goals', '2027-06-01', { value: '15', state: 'claimed' }),
    ];
    const settled = owed(aPlan([anOutcome(improves())]), facts, end);
    expect(settled.notPaid.map(({ reason }) => reason)).toEqual(['not_verified']);
    expect(statusesOf(settled)).toEqual({ notKnown: 1 });
  });

  test('a score of the same day is no later one, and one before attachment is not the first', () => {
    const facts = [
      score('2027-04-30', '1'),
      score('2027-05-02', '10'),
      { ...score('2027-05-02', '20'), id: 'later' },
    ];
    expect(days(improves(), ...facts)).toEqual([]);
    expect(days(improves(), ...facts, score('2027-05-03', '15'))).toEqual(['2027-05-03']);
  });

  test('by a share of the first score, whatever its sign; of nothing there is no share', () => {
    const share = improves({ by: fraction(1, 2), ofFirst: true });
    const from = (first: string, ...later: readonly string[]) =>
      days(
        share,
        score('2027-05-02', first),
        ...later.map((value, at) => score(`2027-06-0${at + 1}` as Day, value)),
      );
    expect(from('10', '14.9', '15')).toEqual(['2027-06-02']);
    expect(from('-10', '-5.1', '-5')).toEqual(['2027-06-02']);
    expect(from('0', '30')).toEqual([]);
  });

  const tier = (least: number, price: number, under?: number) => ({
    with: [],
    price: pounds(price),
    tier: { least: fraction(least), ...(under === undefined ? {} : { under: fraction(under) }) },
  });

  test('tiers of a difference: once, at the best so far, on the day its tier was first reached', () => {
    const words: Words = {
      ...improves({ by: fraction(2) }),
      price: { rows: [tier(5, 300), tier(2, 100, 5)] },
    };
    const facts = [
      score('2027-05-02', '10'),
      score('2027-06-01', '11'),
      score('2027-07-01', '12'),
      score('2027-08-01', '16'),
      score('2027-09-01', '18'),
      score('2027-10-01', '13'),
    ];
    expect(lines(words, ...facts.slice(0, 2))).toEqual([]);
    expect(lines(words, ...facts.slice(0, 3))).toEqual(['Settled 1 on 2027-07-01: £100']);
    expect(lines(words, ...facts)).toEqual(['Settled 1 on 2027-08-01: £300']);
  });

  test('by a least difference that is more than the lowest tier', () => {
    const words: Words = { ...improves(), price: { rows: [tier(2, 100)] } };
    const facts = [score('2027-05-02', '10'), score('2027-06-01', '14')];
    expect(lines(words, ...facts)).toEqual([]);
    expect(lines(words, ...facts, score('2027-07-01', '15'))).toEqual([
      'Settled 1 on 2027-07-01: £100',
    ]);
  });

  test.each([
    ['higher', ['9', '10', '12'], ['2027-05-02', '2027-05-03']],
    ['lower', ['11', '10', '8'], ['2027-05-02', '2027-05-03']],
  ] as const)('each score that is good enough, where %s is better', (better, values, expected) => {
    const condition = { is: 'scores', kind: 'goals', least: fraction(10), better } as const;
    const facts = values.map((value, at) => score(`2027-05-0${at + 1}` as Day, value));
    expect(days({ condition }, ...facts)).toEqual(expected);
  });

  test('a fact without a value is no score', () => {
    const condition = {
      is: 'scores',
      kind: 'goals',
      least: fraction(0),
      better: 'higher',
    } as const;
    expect(days({ condition }, happened('goals', '2027-05-02'))).toEqual([]);
    const first = happened('goals', '2027-05-02');
    expect(days(improves(), first, score('2027-06-01', '9'))).toEqual([]);
  });

  test('tiers of a score where lower is better: the lowest, on the day its tier was first reached', () => {
    const condition = {
      is: 'scores',
      kind: 'goals',
      least: fraction(20),
      better: 'lower',
    } as const;
    const words: Words = { condition, price: { rows: [tier(0, 300, 10), tier(10, 100)] } };
    const facts = [
      score('2027-05-02', '25'),
      score('2027-06-01', '10'),
      score('2027-07-01', '9'),
      score('2027-08-01', '3'),
      score('2027-09-01', '15'),
    ];
    expect(lines(words, ...facts.slice(0, 1))).toEqual([]);
    expect(lines(words, ...facts.slice(0, 2))).toEqual(['Settled 1 on 2027-06-01: £100']);
    expect(lines(words, ...facts)).toEqual(['Settled 1 on 2027-07-01: £300']);
  });

  test('a score below every tier is no outcome', () => {
    const condition = {
      is: 'scores',
      kind: 'goals',
      least: fraction(1),
      better: 'higher',
    } as const;
    const words: Words = { condition, price: { rows: [tier(10, 100)] } };
    expect(lines(words, score('2027-05-02', '9'))).toEqual([]);
  });

  test('only after X: in tiers too the first score that counts is after it', () => {
    const condition = {
      is: 'scores',
      kind: 'goals',
      least: fraction(1),
      better: 'higher',
    } as const;
    const first = anOutcome({ name: 'First', condition: { is: 'happens', kinds: ['first'] } });
    const rows = [tier(10, 100)];
    const plan = aPlan([anOutcome({ condition, onlyAfter: ['First'], price: { rows } }), first]);
    const facts = [
      a1,
      score('2027-05-02', '12'),
      happened('first', '2027-05-10'),
      score('2027-05-10', '11'),
      score('2027-05-12', '12'),
    ];
    expect(linesOf(owed(plan, facts, end))).toContain('Settled 1 on 2027-05-10: £100');
  });
});

describe('adds up', () => {
  const sum = (amount: number, words: Words = {}, perWeek = false): Words => ({
    condition: { is: 'adds up', kinds: ['pay'], amount: fraction(amount), perWeek },
    ...words,
  });
  const pay = (from: Day, to: Day, value: string) => spell('pay', { from, to }, { value });

  test('on the first day on which the sum reaches the amount, and each further amount', () => {
    const facts = [
      happened('pay', '2027-05-02', { value: '60' }),
      happened('pay', '2027-05-09', { value: '40' }),
      happened('pay', '2027-05-16', { value: '99.99' }),
      happened('pay', '2027-05-23', { value: '0.01' }),
    ];
    expect(days(sum(100), ...facts)).toEqual(['2027-05-09', '2027-05-23']);
    expect(days(sum(50), ...facts)).toEqual([
      '2027-05-02',
      '2027-05-09',
      '2027-05-16',
      '2027-05-23',
    ]);
  });

  test('of what a higher source overrides the days are taken, and their share of the value', () => {
    // Three of ten days are the register’s: 70 of 100, and its own 3.
    const ranks = new Map([['pay', ['register']]]);
    const facts = [
      a1,
      spell('pay', { from: '2027-05-05', to: '2027-05-07' }, { value: '3', source: 'register' }),
      spell('pay', { from: '2027-05-05', to: '2027-05-14' }, { id: 'P', value: '100' }),
    ];
    const on = (amount: number) => daysOf(aPlan([anOutcome(sum(amount))], { ranks }), facts, end);
    expect([on(3), on(73), on(74)]).toEqual([['2027-05-07'], ['2027-05-14'], []]);
  });

  test('what is claimed waits, and could still be enough', () => {
    const claim = happened('pay', '2027-05-02', { value: '100', state: 'claimed' });
    const settled = owed(aPlan([anOutcome(sum(100))]), [a1, claim], end);
    expect(settled.notPaid.map(({ reason }) => reason)).toEqual(['not_verified']);
    expect(statusesOf(settled)).toEqual({ notKnown: 1 });
  });

  test('in proportion if only some days of a fact can count', () => {
    // Of ten days three lie in the window of a week, so 30 of 100; it counts on the last of them.
    const window = within('1 week');
    expect(days(sum(30, { window }), pay('2027-05-05', '2027-05-14', '100'))).toEqual([
      '2027-05-07',
    ]);
    expect(days(sum(31, { window }), pay('2027-05-05', '2027-05-14', '100'))).toEqual([]);
  });

  test('of a spell that is open the value counts on the day on which it became known', () => {
    const open = spell('pay', { from: '2027-05-05', known: '2027-05-14' }, { value: '100' });
    expect(days(sum(100), open)).toEqual(['2027-05-14']);
  });

  test('what ended after it became known has all its days to share the value', () => {
    const ahead = spell(
      'pay',
      { from: '2027-05-05', to: '2027-05-14', known: '2027-05-09' },
      { value: '100' },
    );
    expect(days(sum(50), ahead)).toEqual(['2027-05-09']);
    expect(days(sum(51), ahead)).toEqual([]);
  });

  test('a fact without a value adds nothing, nor does one that takes away', () => {
    const facts = [
      happened('pay', '2027-05-02'),
      happened('pay', '2027-05-03', { value: '60' }),
      happened('pay', '2027-05-04', { value: '-20' }),
      happened('pay', '2027-05-05', { value: '59' }),
    ];
    expect(days(sum(100), ...facts)).toEqual([]);
    expect(days(sum(99), ...facts)).toEqual(['2027-05-05']);
  });

  test('a value per week arrives a seventh a day, of two spells that of both', () => {
    // £70 and £35 a week are £10 and £5 a day: £40 by the 4th, then £15 a day: £100 on the 8th.
    const facts = [pay('2027-05-01', '2027-05-31', '70'), pay('2027-05-05', '2027-05-31', '35')];
    expect(days(sum(100, { times: 1 }, true), ...facts)).toEqual(['2027-05-08']);
    expect(days(sum(101, { times: 1 }, true), ...facts)).toEqual(['2027-05-09']);
    expect(days(sum(40, { times: 1 }, true), ...facts)).toEqual(['2027-05-04']);
  });

  test('no part of a value per week arrives on a paused day or before the first day', () => {
    const away = spell('hospital', { from: '2027-05-03', to: '2027-05-05' });
    const words = sum(50, { pausedBy: ['hospital'], times: 1 }, true);
    // £10 a day from 1 May, none on the 3rd to the 5th.
    expect(days(words, pay('2027-04-01', '2027-05-31', '70'), away)).toEqual(['2027-05-08']);
  });

  test('of a value per week recorded for one day the whole arrives on it', () => {
    const once = happened('pay', '2027-05-02', { value: '70' });
    expect(days(sum(70, {}, true), once)).toEqual(['2027-05-02']);
  });

  test('a sum is not reached while nothing arrives, and goes on after a gap', () => {
    const facts = [pay('2027-05-01', '2027-05-03', '70'), pay('2027-05-11', '2027-05-20', '70')];
    expect(days(sum(50, { times: 1 }, true), ...facts)).toEqual(['2027-05-12']);
  });
});

describe('each unit', () => {
  const units: Words = {
    condition: { is: 'each unit', kinds: ['tutoring'] },
    times: 'any',
    price: aPound,
  };

  test('one line for each fact, on its last day, for as many units as were recorded', () => {
    const facts = [
      spell('tutoring', { from: '2027-05-10', to: '2027-05-14' }, { value: '12.5' }),
      happened('tutoring', '2027-05-11', { value: '2' }),
      happened('tutoring', '2027-05-12'),
    ];
    expect(lines(units, ...facts)).toEqual([
      'Settled 1 on 2027-05-11: £2',
      'Settled 2 on 2027-05-14: £12.50',
    ]);
  });

  test('in proportion where only some of its days can count', () => {
    // Attached on 1 May: one of four days, 3 of 12 units.
    const facts = spell('tutoring', { from: '2027-04-28', to: '2027-05-01' }, { value: '12' });
    expect(lines(units, facts)).toEqual(['Settled 1 on 2027-05-01: £3']);
  });

  test('each is its own line, as often as the terms allow', () => {
    const facts = ['2027-05-10', '2027-05-11', '2027-05-12'].map((day) =>
      happened('tutoring', day as Day, { value: '1' }),
    );
    expect(lines({ ...units, times: 2 }, ...facts)).toHaveLength(2);
    // A fact that began before the others and ended after them comes after them.
    const long = spell('tutoring', { from: '2027-05-05', to: '2027-05-31' }, { value: '9' });
    expect(lines({ ...units, times: 2 }, long, ...facts.slice(0, 2))).toEqual([
      'Settled 1 on 2027-05-10: £1',
      'Settled 2 on 2027-05-11: £1',
    ]);
  });
});

describe('all of, any of', () => {
  const part = (name: string) =>
    anOutcome({ name, condition: { is: 'happens', kinds: [name] }, times: 'any' });
  const all = (is: 'all of' | 'any of', words: Words = {}) =>
    aPlan([anOutcome({ condition: { is, outcomes: ['X', 'Y'] }, ...words }), part('X'), part('Y')]);
  const facts = [
    a1,
    happened('Y', '2027-05-10'),
    happened('X', '2027-05-20'),
    happened('X', '2027-06-20'),
  ];
  const own = (plan: ReturnType<typeof all>, ...given: readonly Fact[]) =>
    linesOf(owed(plan, given, end)).filter((line) => line.startsWith('Settled'));

  test('all of: on the day of the last of the first achievements; any of: of the first', () => {
    expect(own(all('all of'), ...facts)).toEqual(['Settled 1 on 2027-05-20: £220']);
    expect(own(all('any of'), ...facts)).toEqual(['Settled 1 on 2027-05-10: £220']);
    expect(own(all('all of'), ...facts.slice(0, 2))).toEqual([]);
    expect(own(all('any of'), ...facts.slice(0, 2))).toEqual(['Settled 1 on 2027-05-10: £220']);
    expect(own(all('any of'), a1)).toEqual([]);
  });

  test('within a window: all by its end, any of those in it', () => {
    expect(own(all('all of', { window: within('20 days') }), ...facts)).toHaveLength(1);
    expect(own(all('all of', { window: within('19 days') }), ...facts)).toEqual([]);
    expect(own(all('any of', { window: within('10 days') }), ...facts)).toHaveLength(1);
    expect(own(all('any of', { window: within('9 days') }), ...facts)).toEqual([]);
    const later = within('30 days', { opensAfter: length('15 days') });
    expect(own(all('any of', { window: later }), ...facts)).toEqual([
      'Settled 1 on 2027-05-20: £220',
    ]);
    const last = within('60 days', { opensAfter: length('20 days') });
    expect(own(all('all of', { window: last }), ...facts)).toEqual([]);
  });

  test('of three parts the last decides, also where it is the first day that can count', () => {
    const outcomes = ['X', 'Y', 'Z'];
    const three = (is: 'all of' | 'any of') =>
      aPlan([anOutcome({ condition: { is, outcomes } }), ...outcomes.map(part)]);
    const on = (...days: readonly Day[]) =>
      outcomes.map((name, at) => happened(name, days[at] as Day));
    const given = on('2027-05-20', '2027-05-10', '2027-05-30');
    expect(own(three('all of'), a1, ...given)).toEqual(['Settled 1 on 2027-05-30: £220']);
    const first = on('2027-05-01', '2027-05-01', '2027-05-01');
    for (const is of ['all of', 'any of'] as const) {
      expect(own(three(is), a1, ...first)).toEqual(['Settled 1 on 2027-05-01: £220']);
    }
  });

  test('of a part of which each day counts the first day that counts is its first achievement', () => {
    const daily = anOutcome({
      name: 'X',
      condition: { is: 'each day', kinds: ['settled'], less: [] },
      times: 'any',
    });
    const plan = aPlan([
      anOutcome({ condition: { is: 'any of', outcomes: ['X', 'Y'] } }),
      daily,
      part('Y'),
    ]);
    const stay = spell('settled', { from: '2027-05-12', to: '2027-05-31' });
    expect(own(plan, a1, stay, happened('Y', '2027-05-15'))).toEqual([
      'Settled 1 on 2027-05-12: £220',
    ]);
  });

  test('what a partial outcome decides is known once its window has closed', () => {
    const partly = anOutcome({
      name: 'X',
      condition: settledFor('10 days'),
      window: within('30 days'),
      partialFrom: length('4 days'),
    });
    const plan = aPlan([
      anOutcome({ condition: { is: 'all of', outcomes: ['X', 'Y'] } }),
      partly,
      part('Y'),
    ]);
    const given = [
      a1,
      happened('Y', '2027-05-02'),
      spell('settled', { from: '2027-05-03', to: '2027-05-08' }),
    ];
    const line = owed(plan, given, end).lines.find(({ outcome }) => outcome === 'Settled');
    expect(line && dayOf(line.day)).toBe('2027-05-08');
    expect(line?.payableOn).toBe(dayNumber('2027-05-30'));
  });
});
