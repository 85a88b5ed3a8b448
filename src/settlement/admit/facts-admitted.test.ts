// Step 1 of docs/settlement.md: which facts count, as they stand on two days.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, length, settledFor, within } from '../../../test/support/makers/plan.ts';
import { daysOf, statusesOf } from '../../../test/support/makers/shown.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Condition } from '../index.ts';
import { owed } from '../index.ts';

const end = asAt('2030-01-01');
const a1 = attached('2027-05-01');
const often = aPlan([anOutcome({ times: 'any' })]);

const stays = (text: string, words: Partial<Extract<Condition, { is: 'lasts' }>> = {}, more = {}) =>
  anOutcome({ condition: settledFor(text, words), times: 'any', ...more });

describe('chains', () => {
  const first = happened('level 2', '2027-06-01', { id: 'F1', known: '2027-06-03' });
  const correction = happened('level 2', '2027-06-05', {
    id: 'F2',
    replaces: 'F1',
    known: '2027-06-10',
  });

  test('a fact stands until the day on which what replaces it is known', () => {
    const facts = [a1, first, correction];
    expect(daysOf(often, facts, asAt('2027-07-01', '2027-06-02'))).toEqual([]);
    expect(daysOf(often, facts, asAt('2027-07-01', '2027-06-03'))).toEqual(['2027-06-01']);
    expect(daysOf(often, facts, asAt('2027-07-01', '2027-06-09'))).toEqual(['2027-06-01']);
    expect(daysOf(often, facts, asAt('2027-07-01', '2027-06-10'))).toEqual(['2027-06-05']);
  });

  test('the last of a chain stands also where one before it becomes known later', () => {
    const late = { ...first, known: first.known + 30 };
    const facts = [a1, late, correction];
    expect(daysOf(often, facts, asAt('2027-06-20'))).toEqual(['2027-06-05']);
    expect(daysOf(often, facts, asAt('2027-07-20'))).toEqual(['2027-06-05']);
  });

  test('while a link between is not known, what is before it and what is after it both stand', () => {
    const late = { ...correction, known: correction.known + 60 };
    const third = happened('level 2', '2027-06-07', { id: 'F3', replaces: 'F2' });
    const facts = [a1, first, late, third];
    expect(daysOf(often, facts, asAt('2027-07-01'))).toEqual(['2027-06-01', '2027-06-07']);
    expect(daysOf(often, facts, asAt('2027-09-01'))).toEqual(['2027-06-07']);
  });

  test('a fact that was of another kind counts since it has been of this one', () => {
    const training = happened('training', '2027-06-01', { id: 'F1', known: '2027-06-03' });
    const facts = [a1, training, { ...training, ...correction, day: training.day } as Fact];
    const { lines } = owed(often, facts, end);
    expect(lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-06-10']);
  });

  test('what is withdrawn stands for nothing from the day on which that is known', () => {
    const gone = happened('withdrawn', '2027-08-01', { id: 'F3', replaces: 'F1' });
    expect(daysOf(often, [a1, first, gone], asAt('2027-07-31'))).toEqual(['2027-06-01']);
    expect(daysOf(often, [a1, first, gone], asAt('2027-08-01'))).toEqual([]);
  });

  test('a correction of another kind ends what the fact before it was, and begins another', () => {
    const other = happened('level 3', '2027-06-05', {
      id: 'F2',
      replaces: 'F1',
      known: '2027-06-10',
    });
    const third = aPlan([anOutcome({ condition: { is: 'happens', kinds: ['level 3'] } })]);
    expect(daysOf(often, [a1, first, other], asAt('2027-07-01', '2027-06-09'))).toHaveLength(1);
    expect(daysOf(often, [a1, first, other], asAt('2027-07-01', '2027-06-10'))).toEqual([]);
    expect(daysOf(third, [a1, first, other], asAt('2027-07-01'))).toEqual(['2027-06-05']);
  });

  test('a fact that is known before its day counts from its day on', () => {
    const announced = happened('level 2', '2027-06-20', { known: '2027-06-01' });
    expect(daysOf(often, [a1, announced], asAt('2027-06-19'))).toEqual([]);
    expect(daysOf(often, [a1, announced], asAt('2027-06-20'))).toEqual(['2027-06-20']);
  });

  test('of two facts of one day each counts, whatever their order', () => {
    const two = ['F8', 'F9'].map((id) => happened('level 2', '2027-06-01', { id }));
    expect(daysOf(often, [a1, ...two], end)).toEqual(['2027-06-01', '2027-06-01']);
  });
});

describe('the order of facts is that of their days as they stand', () => {
  const moved = (id: string, from: Day, to: Day, value?: string) => {
    const fact = happened('goals', from, { id, ...(value ? { value } : {}) });
    const day = dayNumber(to);
    return [fact, { ...fact, id: `${id} again`, replaces: id, day, known: day }];
  };

  test('once: the first is that of the earlier day, whatever day was recorded before', () => {
    const plan = aPlan([anOutcome({ condition: { is: 'happens', kinds: ['goals'] } })]);
    const facts = [a1, ...moved('G1', '2027-05-02', '2027-06-05'), happened('goals', '2027-05-10')];
    expect(daysOf(plan, facts, end)).toEqual(['2027-05-10']);
  });

  test('a score is better than that of the earlier day', () => {
    const condition = { is: 'improves', kind: 'goals', by: fraction(5), better: 'higher' } as const;
    const facts = [
      a1,
      ...moved('G1', '2027-05-02', '2027-06-05', '30'),
      happened('goals', '2027-05-10', { value: '20' }),
    ];
    expect(daysOf(aPlan([anOutcome({ condition })]), facts, end)).toEqual(['2027-06-05']);
  });

  test('of several kinds the first fact of any comes first', () => {
    const condition = { is: 'happens', kinds: ['goals', 'level 2'] } as const;
    const facts = [a1, happened('goals', '2027-05-10'), happened('level 2', '2027-05-05')];
    expect(daysOf(aPlan([anOutcome({ condition })]), facts, end)).toEqual(['2027-05-05']);
  });
});

describe('when facts were known', () => {
  test('a fact counts on the very day on which it is known, and its line has that day', () => {
    const facts = [a1, happened('level 2', '2027-06-01', { known: '2027-06-20' })];
    const { lines } = owed(often, facts, asAt('2027-06-20'));
    expect(lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-06-20']);
  });

  test('a fact counted then only if it counts as it stands today', () => {
    // The first is only claimed today: that it stood verified for a while earns the second nothing.
    const first = happened('level 2', '2027-06-01', { id: 'F1' });
    const known = dayNumber('2027-06-10');
    const doubted = { ...first, id: 'F2', replaces: 'F1', known, state: 'claimed' } as const;
    const second = happened('level 2', '2027-06-02', { known: '2027-07-01' });
    const { lines } = owed(aPlan([anOutcome()]), [a1, first, doubted, second], end);
    expect(lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-07-01']);
  });

  test('records about everybody count from when each is known, in whatever order they are', () => {
    const plan = aPlan([
      anOutcome({
        condition: { is: 'absent', kinds: ['offence'], completeSource: 'police', presumed: false },
        window: within('30 days'),
      }),
    ]);
    const complete = (from: Day, to: Day, known: Day) => {
      const about = { about: 'offence', source: 'police', id: `C ${from}` };
      const { participant: _, ...fact } = spell('complete', { from, to, known }, about);
      return fact;
    };
    const facts = [
      a1,
      complete('2027-05-01', '2027-05-15', '2027-07-10'),
      complete('2027-05-16', '2027-05-30', '2027-06-20'),
    ];
    expect(owed(plan, facts, asAt('2027-07-09')).lines).toEqual([]);
    const { lines } = owed(plan, facts, asAt('2027-07-15'));
    expect(lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-07-10']);
  });

  test('a spell that is announced is evidence of nothing until it has begun', () => {
    const announced = spell('settled', {
      from: '2027-05-08',
      to: '2027-05-14',
      known: '2027-05-01',
    });
    const real = spell('settled', { from: '2027-05-01', to: '2027-05-07' });
    const on = (text: string, ...facts: readonly Fact[]) =>
      daysOf(aPlan([stays(text)]), [a1, announced, ...facts], end);
    expect(on('1 day')).toEqual([]);
    expect(on('7 days', real)).toEqual(['2027-05-07']);
    expect(on('8 days', real)).toEqual([]);
  });
});

test('an adjustment that is announced is none before its day', () => {
  const adjustment = ofProvider('adjustment', '2027-06-20', {
    provider: 'Bright Futures',
    value: fraction(50),
    known: dayNumber('2027-06-01'),
  });
  const total = (day: Day) =>
    owed(aPlan([], { whole: aWhole() }), [a1, adjustment], asAt(day)).total;
  expect([total('2027-06-19'), total('2027-06-20')]).toEqual([0n, 5000n]);
});

describe('states', () => {
  const loose = anOutcome({ states: ['claimed', 'verified'] });

  test('attachments count only verified, whatever states an outcome names', () => {
    const claimed = attached('2027-05-01', { state: 'claimed' });
    const facts = [claimed, happened('level 2', '2027-06-01')];
    expect(owed(aPlan([loose]), facts, end).lines).toEqual([]);
  });

  test('what sets aside counts only verified', () => {
    const plan = aPlan([loose], { setAsideBy: ['died'] });
    const facts = (state: 'claimed' | 'verified') => [
      a1,
      happened('died', '2027-05-20', { state }),
      happened('level 2', '2027-06-01'),
    ];
    expect(daysOf(plan, facts('claimed'), end)).toEqual(['2027-06-01']);
    expect(daysOf(plan, facts('verified'), end)).toEqual([]);
  });

  test('days of pausing and excluded kinds count in the states that the outcome names', () => {
    const stay = spell('settled', { from: '2027-05-01', to: '2027-05-10' });
    const facts = (kind: string, state: 'claimed' | 'verified') => [
      a1,
      stay,
      spell(kind, { from: '2027-05-03', to: '2027-05-04' }, { state }),
    ];
    for (const [kind, outcome] of [
      ['custody', stays('7 days', { less: ['custody'], how: 'in total' }, { times: 1 })],
      ['hospital', stays('7 days', {}, { pausedBy: ['hospital'], times: 1 })],
    ] as const) {
      expect(daysOf(aPlan([outcome]), facts(kind, 'claimed'), end)).toEqual(['2027-05-07']);
      expect(daysOf(aPlan([outcome]), facts(kind, 'verified'), end)).toEqual(['2027-05-09']);
    }
  });

  test('a claim that is rejected is no claim, and one that was not selected may be one', () => {
    const found = (state: 'rejected' | 'not selected' | 'waiting') =>
      owed(aPlan([anOutcome()]), [a1, happened('level 2', '2027-06-01', { state })], end);
    expect(found('rejected').notPaid).toEqual([]);
    const rejected = happened('level 2', '2027-06-01', { state: 'rejected' });
    const other = happened('level 3', '2027-06-02', { state: 'claimed' });
    const both = owed(aPlan([anOutcome()]), [a1, rejected, other], end);
    expect([both.notPaid, statusesOf(both)]).toEqual([[], { notYetDue: 1 }]);
    expect(statusesOf(found('rejected'))).toEqual({ notYetDue: 1 });
    for (const state of ['not selected', 'waiting'] as const) {
      expect(found(state).notPaid.map(({ reason }) => reason)).toEqual(['not_verified']);
      expect(statusesOf(found(state))).toEqual({ notKnown: 1 });
    }
  });
});

describe('spells', () => {
  test('a spell is cut at the day by which things are true', () => {
    const stay = spell('settled', { from: '2027-05-01', to: '2027-05-20', known: '2027-05-20' });
    const plan = aPlan([stays('7 days')]);
    expect(daysOf(plan, [a1, stay], asAt('2027-05-13', '2027-06-01'))).toEqual(['2027-05-07']);
    expect(daysOf(plan, [a1, stay], asAt('2027-05-14', '2027-06-01'))).toHaveLength(2);
  });

  test('it is evidence of no day after that on which it became known, whatever its end', () => {
    const foreseen = spell('settled', {
      from: '2027-05-01',
      to: '2027-05-20',
      known: '2027-05-10',
    });
    expect(daysOf(aPlan([stays('10 days')]), [a1, foreseen], end)).toEqual(['2027-05-10']);
    expect(daysOf(aPlan([stays('11 days')]), [a1, foreseen], end)).toEqual([]);
  });

  test('one that is open may go on to the day asked about, and no further', () => {
    const open = spell('settled', { from: '2027-05-01', known: '2027-05-10' });
    const plan = aPlan([stays('14 days', {}, { window: within('60 days') })]);
    expect(statusesOf(owed(plan, [a1, open], asAt('2027-05-13')))).toEqual({ notYetDue: 1 });
    expect(statusesOf(owed(plan, [a1, open], asAt('2027-05-14')))).toEqual({ notKnown: 1 });
  });

  test('a single day is a spell of one, however late it was known and whatever is open', () => {
    const one = happened('settled', '2027-05-05', { known: '2027-05-09' });
    const open = spell('other', { from: '2027-05-01', known: '2027-05-02' });
    expect(daysOf(aPlan([stays('1 day')]), [a1, one], end)).toEqual(['2027-05-05']);
    expect(statusesOf(owed(aPlan([stays('2 days')]), [a1, one, open], end))).toEqual({
      notYetDue: 1,
    });
    const ranked = aPlan([stays('2 days')], { ranks: new Map([['settled', ['register']]]) });
    const higher = happened('settled', '2027-05-07', { source: 'register' });
    expect(statusesOf(owed(ranked, [a1, one, open, higher], end))).toEqual({ notYetDue: 1 });
  });

  test('one that has ended does not go on', () => {
    const closed = spell('settled', { from: '2027-05-01', to: '2027-05-10' });
    const plan = aPlan([stays('14 days', {}, { window: within('30 days') })]);
    expect(statusesOf(owed(plan, [a1, closed], end))).toEqual({ notAchieved: 1 });
  });

  test('only those of at least a value count, or of less than another', () => {
    const hours = (value?: string) => [
      a1,
      spell('settled', { from: '2027-05-01', to: '2027-05-07' }, value ? { value } : {}),
    ];
    const plan = aPlan([
      stays('7 days', { atLeast: { least: fraction(8), strictly: false, under: fraction(16) } }),
    ]);
    const isPaid = (value?: string) => daysOf(plan, hours(value), end).length === 1;
    expect(['7.9', '8', '15.9', '16', '16.1', undefined].map(isPaid)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('ranked sources', () => {
  const ranks = new Map([['settled', ['register', 'landlord']]]);
  const bound = { least: fraction(10), strictly: false };
  const total = (text: string) =>
    aPlan([stays(text, { how: 'in total', atLeast: bound }, { times: 1 })], { ranks });
  const said = (source: string | undefined, from: Day, to: Day, value = '20') =>
    spell(
      'settled',
      { from, to },
      { id: `${source} ${from}`, value, ...(source ? { source } : {}) },
    );

  test('days of which a higher source has a fact are taken from those of every lower one', () => {
    // 10 days of the landlord less 3 of the register, which says that they were too small: 7.
    const facts = [
      a1,
      said('landlord', '2027-05-01', '2027-05-10'),
      said('register', '2027-05-04', '2027-05-06', '1'),
    ];
    expect(daysOf(total('7 days'), facts, end)).toEqual(['2027-05-10']);
    expect(daysOf(total('8 days'), facts, end)).toEqual([]);
  });

  test('what a lower source says takes nothing from a higher one', () => {
    const facts = [
      a1,
      said('register', '2027-05-01', '2027-05-10'),
      said('landlord', '2027-05-04', '2027-05-06', '1'),
    ];
    expect(daysOf(total('10 days'), facts, end)).toEqual(['2027-05-10']);
  });

  test('a source that is not ranked stands below all, and so does none', () => {
    for (const other of ['neighbour', undefined]) {
      const facts = [
        a1,
        said(other, '2027-05-01', '2027-05-10'),
        said('landlord', '2027-05-09', '2027-05-10', '1'),
      ];
      expect(daysOf(total('8 days'), facts, end)).toEqual(['2027-05-08']);
      expect(daysOf(total('9 days'), facts, end)).toEqual([]);
    }
  });

  test('three sources: each day is that of the highest that speaks of it', () => {
    // The neighbour’s 1st to 4th, the landlord’s too small 5th to 7th, the register’s 8th to 10th.
    const facts = [
      a1,
      said('neighbour', '2027-05-01', '2027-05-10'),
      said('landlord', '2027-05-05', '2027-05-10', '1'),
      said('register', '2027-05-08', '2027-05-10'),
    ];
    expect(daysOf(total('7 days'), facts, end)).toEqual(['2027-05-10']);
    expect(daysOf(total('8 days'), facts, end)).toEqual([]);
  });

  test('two facts of one source stand beside each other', () => {
    const facts = [
      a1,
      said('landlord', '2027-05-01', '2027-05-10'),
      { ...said('landlord', '2027-05-05', '2027-05-06', '1'), id: 'small' },
    ];
    expect(daysOf(total('10 days'), facts, end)).toEqual(['2027-05-10']);
  });

  test('what happened on a day of which a higher source has a fact did not happen', () => {
    const plan = aPlan([anOutcome({ times: 'any' })], {
      ranks: new Map([['level 2', ['college', 'provider']]]),
    });
    const on = (day: Day, source: string) =>
      happened('level 2', day, { id: `${source} ${day}`, source });
    const facts = [
      a1,
      on('2027-06-01', 'provider'),
      on('2027-06-01', 'college'),
      on('2027-06-02', 'provider'),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-06-01', '2027-06-02']);
  });

  test('an open spell is the higher source’s up to the day on which it became known', () => {
    const open = spell(
      'settled',
      { from: '2027-05-01', known: '2027-05-05' },
      { id: 'open', value: '1', source: 'register' },
    );
    const facts = [a1, open, said('landlord', '2027-05-01', '2027-05-10')];
    expect(daysOf(total('5 days'), facts, end)).toEqual(['2027-05-10']);
    expect(daysOf(total('6 days'), facts, end)).toEqual([]);
  });

  test('what is left of a spell whose first day was overridden neither happens nor opens a window', () => {
    const plan = (words: Parameters<typeof anOutcome>[0]) => aPlan([anOutcome(words)], { ranks });
    const facts = [
      a1,
      said('register', '2027-05-04', '2027-05-06'),
      said('landlord', '2027-05-05', '2027-05-20'),
      happened('level 2', '2027-05-07'),
    ];
    const happens = plan({ condition: { is: 'happens', kinds: ['settled'] }, times: 'any' });
    expect(daysOf(happens, facts, end)).toEqual(['2027-05-04']);
    const anchored = plan({
      window: {
        anchor: { is: 'kind', kind: 'settled' },
        starts: 'on the day',
        length: length('1 week'),
      },
    });
    expect(daysOf(anchored, facts, end)).toEqual(['2027-05-07']);
    const before = said('register', '2027-04-20', '2027-05-06');
    const left = facts.filter(({ source }) => source !== 'register');
    expect(statusesOf(owed(anchored, [...left, before], end))).toEqual({ notYetDue: 1 });
  });

  test('an occurrence takes its own day from lower sources, also where it was known later', () => {
    const plan = aPlan([anOutcome({ times: 'any' })], {
      ranks: new Map([['level 2', ['college']]]),
    });
    const facts = [
      a1,
      happened('level 2', '2027-06-01', { known: '2027-06-10', source: 'college' }),
      happened('level 2', '2027-06-05', { source: 'provider' }),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-06-01', '2027-06-05']);
  });

  test('what is left of several sources comes in the order of days', () => {
    const plan = aPlan([anOutcome()], { ranks: new Map([['level 2', ['college']]]) });
    const facts = [
      a1,
      happened('level 2', '2027-06-10', { source: 'college' }),
      happened('level 2', '2027-06-01', { source: 'provider' }),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-06-01']);
  });

  test('an occurrence of which nothing is taken stays one, whose value a week arrives at once', () => {
    const condition = {
      is: 'adds up',
      kinds: ['pay'],
      amount: fraction(70),
      perWeek: true,
    } as const;
    const plan = aPlan([anOutcome({ condition })], { ranks: new Map([['pay', ['payroll']]]) });
    const pay = happened('pay', '2027-05-02', { value: '70', source: 'payroll' });
    expect(daysOf(plan, [a1, pay], end)).toEqual(['2027-05-02']);
  });

  describe('a spell that is open, cut by a higher source', () => {
    const open = spell(
      'settled',
      { from: '2027-05-01', known: '2027-05-10' },
      { id: 'open', value: '20', source: 'landlord' },
    );
    const small = (from: Day, to: Day) => said('register', from, to, '1');
    const plan = (text: string, words: Partial<Extract<Condition, { is: 'lasts' }>> = {}) =>
      aPlan([stays(text, { atLeast: bound, ...words }, { times: 1, window: within('60 days') })], {
        ranks,
      });
    const status = (text: string, ...facts: readonly Fact[]) =>
      statusesOf(owed(plan(text, { how: 'in total' }), [a1, ...facts], asAt('2027-05-31')));

    test('counts for the days up to which it was known, and no further', () => {
      const facts = [a1, open, small('2027-05-03', '2027-05-04')];
      expect(daysOf(plan('8 days', { how: 'in total' }), facts, end)).toEqual(['2027-05-10']);
      expect(daysOf(plan('9 days', { how: 'in total' }), facts, end)).toEqual([]);
    });

    test('may go on, before and after the days that are the higher’s', () => {
      // Of 31 days in May four are the register’s: 27 may be in housing.
      const facts = [open, small('2027-05-03', '2027-05-04'), small('2027-05-20', '2027-05-21')];
      expect(status('27 days', ...facts)).toEqual({ notKnown: 1 });
      expect(status('28 days', ...facts)).toEqual({ notYetDue: 1 });
    });

    test('one that has ended does not go on, though others are open', () => {
      const ended = said('landlord', '2027-05-01', '2027-05-10');
      const facts = [
        ended,
        small('2027-05-03', '2027-05-04'),
        spell('other', { from: '2027-05-01' }),
      ];
      expect(status('9 days', ...facts)).toEqual({ notYetDue: 1 });
    });

    test('of what must not be it is evidence up to the day it was known, also in hope', () => {
      const free = aPlan(
        [
          stays(
            '20 days',
            { less: ['settled'], kinds: ['free'], how: 'in total' },
            {
              times: 1,
              window: within('60 days'),
            },
          ),
        ],
        { ranks },
      );
      const facts = [
        a1,
        open,
        small('2027-05-05', '2027-05-06'),
        spell('free', { from: '2027-05-01', known: '2027-05-12' }),
      ];
      // In May 31 days less the ten on which it was known that they were in housing are 21.
      expect(statusesOf(owed(free, facts, asAt('2027-05-29')))).toEqual({ notYetDue: 1 });
      expect(statusesOf(owed(free, facts, asAt('2027-05-30')))).toEqual({ notKnown: 1 });
    });
  });

  test('a spell cut in two by a higher source begins on its first day, once', () => {
    const condition = { is: 'happens', kinds: ['settled'] } as const;
    const plan = aPlan([anOutcome({ condition, times: 'any' })], { ranks });
    const facts = [
      a1,
      said('landlord', '2027-05-02', '2027-05-20'),
      said('register', '2027-05-05', '2027-05-06'),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-05-02', '2027-05-05']);
  });
});
