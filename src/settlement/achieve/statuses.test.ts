// Statuses, and what waits for verification (step 5), of docs/settlement.md.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { statusesOf } from '../../../test/support/makers/shown.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type Condition, type OutcomePlan, owed, type Plan, type VersionPlan } from '../index.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');
const a2 = (day: Day) => attached(day, { id: 'A2', provider: 'Harbour' });
const on = (plan: Plan, day: Day, ...facts: readonly Fact[]) =>
  statusesOf(owed(plan, facts, asAt(day)));

describe('statuses', () => {
  const plan = aPlan([anOutcome({ window: within('30 days') })]);

  test('achieved once for each repeat, and nothing besides', () => {
    const often = aPlan([anOutcome({ times: 3, window: within('30 days') })]);
    const facts = [a1, happened('level 2', '2027-05-05'), happened('level 2', '2027-05-06')];
    expect(on(often, '2027-05-10', ...facts)).toEqual({ achieved: 2 });
  });

  test('not yet due until the last day of its window', () => {
    expect(on(plan, '2027-05-29', a1)).toEqual({ notYetDue: 1 });
    expect(on(plan, '2027-05-30', a1)).toEqual({ notAchieved: 1 });
  });

  test('each attachment has its own window', () => {
    const facts = [a1, happened('left', '2027-05-10'), a2('2027-06-10')];
    expect(on(plan, '2027-06-20', ...facts)).toEqual({ notAchieved: 1, notYetDue: 1 });
    const perReferral = aPlan([
      anOutcome({
        scope: 'referral',
        window: within('90 days', { anchor: { is: 'referral' } }),
      }),
    ]);
    const referred = happened('referred', '2027-04-20');
    expect(on(perReferral, '2027-06-20', referred, ...facts)).toEqual({ notYetDue: 2 });
  });

  test('and the window of its own group, also where it is counted per person', () => {
    const [version] = aPlan([]).versions;
    const per = (text: string) => [anOutcome({ scope: 'participant', window: within(text) })];
    const groups = new Map([
      ['leaving', { group: 'leaving', outcomes: per('30 days'), limits: [] }],
      ['older', { group: 'older', outcomes: per('300 days'), limits: [] }],
    ]);
    const two = planFrom([{ ...(version as VersionPlan), groups }]);
    const older = { ...a2('2027-06-10'), group: 'older' };
    expect(on(two, '2027-06-20', a1, happened('left', '2027-05-10'), older)).toEqual({
      notAchieved: 1,
      notYetDue: 1,
    });
  });

  test('an outcome whose clock has not begun is not yet due until the programme ends', () => {
    const waiting = aPlan([
      anOutcome({ window: within('1 week', { anchor: { is: 'kind', kind: 'release' } }) }),
    ]);
    expect(on(waiting, '2032-03-30', a1)).toEqual({ notYetDue: 1 });
    expect(on(waiting, '2032-03-31', a1)).toEqual({ notAchieved: 1 });
  });

  test('an absence that has ended is decided, whatever is left of its window', () => {
    const condition = { is: 'absent', kinds: ['offence'], presumed: true } as const;
    const absent = aPlan([anOutcome({ condition, window: within('30 days') })]);
    expect(on(absent, '2027-05-10', a1)).toEqual({ notYetDue: 1 });
    const facts = [a1, happened('offence', '2027-05-05')];
    expect(on(absent, '2027-05-10', ...facts)).toEqual({ notAchieved: 1 });
  });

  test('what was achieved as often as it can be in another attachment is decided', () => {
    const per = (words: Partial<OutcomePlan>) =>
      aPlan([anOutcome({ scope: 'participant', ...words })]);
    const facts = [a1, happened('level 2', '2027-05-10'), happened('left', '2027-05-20')];
    const after = [...facts, a2('2027-06-01')];
    expect(on(per({ times: 1 }), '2027-07-01', ...after)).toEqual({ achieved: 1, notAchieved: 1 });
    expect(on(per({ times: 2 }), '2027-07-01', ...after)).toEqual({ achieved: 1, notYetDue: 1 });
    expect(on(per({ times: 'any' }), '2027-07-01', ...after)).toEqual({
      achieved: 1,
      notYetDue: 1,
    });
    const own = aPlan([anOutcome()]);
    expect(on(own, '2027-07-01', ...after)).toEqual({ achieved: 1, notYetDue: 1 });
  });

  test('days and units can always be more', () => {
    const kinds = ['settled'];
    const paid: readonly Condition[] = [
      { is: 'each day', kinds, less: [] },
      { is: 'each unit', kinds },
    ];
    for (const condition of paid) {
      const daily = aPlan([anOutcome({ condition, times: 1, scope: 'participant' })]);
      const stay = spell('settled', { from: '2027-05-05', to: '2027-05-05' }, { value: '2' });
      const facts = [a1, stay, happened('left', '2027-05-20'), a2('2027-06-01')];
      expect(on(daily, '2027-07-01', ...facts)).toEqual({ achieved: 1, notYetDue: 1 });
    }
  });

  test('whoever is set aside is so for what was not achieved before, in each attachment', () => {
    const aside = aPlan([anOutcome(), anOutcome({ name: 'Other' })], { setAsideBy: ['died'] });
    const died = happened('died', '2027-06-01');
    const both = [a1, happened('left', '2027-05-20'), a2('2027-05-25')];
    const early = happened('level 2', '2027-05-10');
    expect(on(aside, '2027-07-01', ...both, died)).toEqual({ setAside: 4 });
    expect(on(aside, '2027-07-01', ...both, died, early)).toEqual({ achieved: 2, setAside: 2 });
    const after = [a1, died, a2('2027-06-10')];
    expect(on(aside, '2027-07-01', ...after)).toEqual({ setAside: 4 });
    expect(on(aside, '2027-05-31', a1, died)).toEqual({ notYetDue: 2 });
  });

  test('what falls on the day of setting aside does not count', () => {
    const aside = aPlan([anOutcome({ times: 3 })], { setAsideBy: ['died'] });
    const facts = [a1, happened('died', '2027-06-01')];
    const with2 = (day: Day) => on(aside, '2027-07-01', ...facts, happened('level 2', day));
    expect([with2('2027-05-31'), with2('2027-06-01')]).toEqual([{ achieved: 1 }, { setAside: 1 }]);
  });

  test('there is one for each outcome of the group, under any version since the attachment', () => {
    const other = anOutcome({ name: 'Other' });
    const versions = planFrom([
      aVersion([anOutcome()]),
      aVersion([other], { version: 2, hash: 'second', countsFrom: dayNumber('2027-06-01') }),
    ]);
    expect(on(versions, '2027-05-31', a1)).toEqual({ notYetDue: 1 });
    // The first version’s outcome can come to nothing now.
    expect(on(versions, '2027-06-01', a1)).toEqual({ notYetDue: 1, notAchieved: 1 });
    expect(on(versions, '2027-07-01', attached('2027-06-01'))).toEqual({ notYetDue: 1 });
    expect(on(versions, '2027-07-01', attached('2027-05-31', { group: 'older' }))).toEqual({});
  });

  test('what excludes or pauses only by a claim takes no hope away', () => {
    const claimed = { state: 'claimed' } as const;
    const facts = (kind: string) => [
      a1,
      spell('settled', { from: '2027-05-01', to: '2027-05-07' }, claimed),
      spell(kind, { from: '2027-05-03', to: '2027-05-03' }, claimed),
    ];
    const window = within('7 days');
    const less = aPlan([
      anOutcome({ condition: settledFor('7 days', { less: ['jail'] }), window }),
    ]);
    expect(on(less, '2027-07-01', ...facts('jail'))).toEqual({ notKnown: 1 });
    const pausing = anOutcome({ condition: settledFor('7 days'), window, pausedBy: ['hospital'] });
    expect(on(aPlan([pausing]), '2027-07-01', ...facts('hospital'))).toEqual({ notKnown: 1 });
  });

  test('what sets aside only by a claim does not, also for what waits', () => {
    const aside = aPlan([anOutcome()], { setAsideBy: ['died'] });
    const claimed = { state: 'claimed' } as const;
    const facts = [
      a1,
      happened('died', '2027-05-20', claimed),
      happened('level 2', '2027-06-01', claimed),
    ];
    const settled = owed(aside, facts, end);
    expect(settled.notPaid.map(({ reason }) => reason)).toEqual(['not_verified']);
    expect(statusesOf(settled)).toEqual({ notKnown: 1 });
  });

  test('what the close of a window decides is not known while it was not known to have closed', () => {
    const partly = aPlan([
      anOutcome({
        condition: settledFor('10 days'),
        window: within('30 days'),
        partialFrom: length('4 days'),
      }),
    ]);
    const facts = [a1, spell('settled', { from: '2027-05-03', to: '2027-05-08' })];
    const at = (trueBy: Day, knownBy: Day) =>
      statusesOf(owed(partly, facts, asAt(trueBy, knownBy)));
    expect(at('2027-05-29', '2027-05-20')).toEqual({ notYetDue: 1 });
    expect(at('2027-05-30', '2027-05-20')).toEqual({ notKnown: 1 });
    expect(at('2027-05-30', '2027-05-30')).toEqual({ achieved: 1 });
  });

  test('a claim that could still be enough is not known, one that could not is nothing', () => {
    const claim = (day: Day) => happened('level 2', day, { state: 'claimed' });
    expect(on(plan, '2027-07-01', a1, claim('2027-05-30'))).toEqual({ notKnown: 1 });
    expect(on(plan, '2027-07-01', a1, claim('2027-05-31'))).toEqual({ notAchieved: 1 });
  });
});

describe('rows that could not be read', () => {
  const anchored = within('1 week', { anchor: { is: 'kind', kind: 'release' } });
  type Row = Readonly<{ participant?: string; kind?: string }>;
  const status = (outcome: OutcomePlan, ...unread: readonly Row[]) => {
    const at = { ...asAt('2027-05-10'), unread };
    return statusesOf(owed(aPlan([outcome]), [a1], at));
  };
  const notKnown = { notKnown: 1 };

  test('make what they may decide not known, of their participant or of all', () => {
    const level2 = anOutcome();
    expect(status(level2, {})).toEqual(notKnown);
    expect(status(level2, { participant: 'Sam', kind: 'level 2' })).toEqual(notKnown);
    expect(status(level2, { kind: 'level 2' })).toEqual(notKnown);
    expect(status(level2, { participant: 'Mo', kind: 'level 2' })).toEqual({ notYetDue: 1 });
    expect(status(level2, { participant: 'Sam', kind: 'level 3' })).toEqual({ notYetDue: 1 });
    expect(status(level2, { kind: 'level 3' }, { kind: 'level 2' })).toEqual(notKnown);
  });

  test('before its days have come nothing can decide it', () => {
    const later = anOutcome({ window: within('30 days', { opensAfter: length('10 days') }) });
    expect(status(later, {})).toEqual({ notYetDue: 1 });
    const open = anOutcome({ window: within('30 days', { opensAfter: length('9 days') }) });
    expect(status(open, {})).toEqual(notKnown);
    const lastDay = dayNumber('2027-05-05');
    const never = anOutcome({
      window: within('30 days', { opensAfter: length('9 days'), lastDay }),
    });
    expect(status(never, {})).toEqual({ notAchieved: 1 });
  });

  const cases: readonly (readonly [string, Condition, string])[] = [
    ['happens', { is: 'happens', kinds: ['job'] }, 'job'],
    ['lasts', settledFor('1 week'), 'settled'],
    ['an absence', { is: 'absent', kinds: ['offence'], presumed: true }, 'complete'],
    ['improves', { is: 'improves', kind: 'goals', by: fraction(1), better: 'higher' }, 'goals'],
    ['scores', { is: 'scores', kind: 'goals', least: fraction(1), better: 'higher' }, 'goals'],
    ['adds up', { is: 'adds up', kinds: ['pay'], amount: fraction(1), perWeek: false }, 'pay'],
    ['each day', { is: 'each day', kinds: ['settled'], less: ['custody'] }, 'settled'],
    ['each unit', { is: 'each unit', kinds: ['tutoring'] }, 'tutoring'],
  ];

  test.each(cases)('%s: of a kind of which one more could achieve it', (_, condition, kind) => {
    const outcome = anOutcome({ condition, window: within('30 days') });
    expect(status(outcome, { kind })).toEqual(notKnown);
    expect(status(outcome, { kind: 'other' })).toEqual({ notYetDue: 1 });
    expect(status(outcome, { kind: 'release' })).toEqual({ notYetDue: 1 });
    expect(status({ ...outcome, window: anchored }, { kind: 'release' })).toEqual(notKnown);
  });

  test('what ends an absence, or is excluded, could achieve nothing', () => {
    const [, , absence] = cases.map(([, condition]) => condition);
    const outcome = anOutcome({
      ...(absence && { condition: absence }),
      window: within('30 days'),
    });
    expect(status(outcome, { kind: 'offence' })).toEqual({ notYetDue: 1 });
  });

  test('all of and any of rest on no kind but that of their window', () => {
    for (const is of ['all of', 'any of'] as const) {
      const outcome = anOutcome({ condition: { is, outcomes: ['Other'] } });
      expect(status(outcome, { kind: 'level 2' })).toEqual({ notYetDue: 1 });
      expect(status({ ...outcome, window: anchored }, { kind: 'release' })).toEqual(notKnown);
    }
  });
});

describe('not verified', () => {
  const often = aPlan([anOutcome({ times: 'any' })]);
  const claim = (day: Day, words = {}) => happened('level 2', day, { state: 'claimed', ...words });
  const shown = (plan: Plan, ...facts: readonly Fact[]) =>
    owed(plan, [a1, ...facts], end).lines.map(
      ({ number, day, amount, gross }) => `${number} ${dayOf(day)} ${amount} of ${gross}`,
    );

  test('a claim is a line of nothing that goes on from the numbers that are sure', () => {
    const facts = [claim('2027-06-01'), happened('level 2', '2027-06-05'), claim('2027-06-09')];
    expect(shown(often, ...facts)).toEqual([
      '1 2027-06-05 22000 of 22000',
      '2 2027-06-01 0 of 22000',
      '3 2027-06-09 0 of 22000',
    ]);
  });

  test('no more than the terms allow in all', () => {
    const facts = [claim('2027-06-01'), happened('level 2', '2027-06-05'), claim('2027-06-09')];
    expect(shown(aPlan([anOutcome()]), ...facts)).toEqual(['1 2027-06-05 22000 of 22000']);
    expect(shown(aPlan([anOutcome({ times: 2 })]), ...facts)).toHaveLength(2);
  });

  test('what only moves a line that is sure makes no other; what adds one does', () => {
    const plan = aPlan([anOutcome({ condition: settledFor('7 days'), times: 'any' })]);
    const sure = spell('settled', { from: '2027-05-10', to: '2027-05-16' }, { id: 'S' });
    const claimed = (from: Day) =>
      spell('settled', { from, to: '2027-05-09' }, { id: 'C', state: 'claimed' });
    expect(shown(plan, sure, claimed('2027-05-05'))).toEqual(['1 2027-05-16 22000 of 22000']);
    expect(shown(plan, sure, claimed('2027-05-03'))).toEqual([
      '1 2027-05-16 22000 of 22000',
      '2 2027-05-09 0 of 22000',
    ]);
  });

  test('of two facts of one day one is sure and one waits', () => {
    const twice = [
      happened('level 2', '2027-06-01', { id: 'L1' }),
      claim('2027-06-01', { id: 'L2' }),
    ];
    expect(shown(often, ...twice)).toEqual([
      '1 2027-06-01 22000 of 22000',
      '2 2027-06-01 0 of 22000',
    ]);
  });

  test('of several that a claim moves and adds the last are those that wait', () => {
    const plan = aPlan([anOutcome({ condition: settledFor('7 days'), times: 'any' })]);
    const sure = spell('settled', { from: '2027-05-10', to: '2027-05-16' }, { id: 'S' });
    const claimed = { id: 'C', state: 'claimed' } as const;
    const before = spell('settled', { from: '2027-05-01', to: '2027-05-09' }, claimed);
    // With the claim sixteen days: the 7th and the 14th instead of the 16th, so one more.
    expect(shown(plan, sure, before)).toEqual([
      '1 2027-05-16 22000 of 22000',
      '2 2027-05-14 0 of 22000',
    ]);
  });

  test('what one outcome moves is not what another adds', () => {
    const plan = aPlan([
      anOutcome({ name: 'Other', condition: { is: 'happens', kinds: ['other'] } }),
      anOutcome({ condition: settledFor('7 days') }),
    ]);
    const facts = [
      happened('other', '2027-06-01', { state: 'claimed' }),
      spell('settled', { from: '2027-05-10', to: '2027-05-16' }, { id: 'S' }),
      spell('settled', { from: '2027-05-05', to: '2027-05-09' }, { id: 'C', state: 'claimed' }),
    ];
    const { lines } = owed(plan, [a1, ...facts], end);
    expect(lines.map(({ outcome, day, amount }) => `${outcome} ${dayOf(day)} ${amount}`)).toEqual([
      'Settled 2027-05-16 22000',
      'Other 2027-06-01 0',
    ]);
  });

  test('a sure line of the same day and of as much is not waiting for a claim of that day', () => {
    const units = aPlan([
      anOutcome({
        condition: { is: 'each unit', kinds: ['tutoring'] },
        times: 'any',
        price: { perUnit: true, rows: [{ with: [], price: pounds(1) }] },
      }),
    ]);
    const hours = (value: string, words = {}) =>
      happened('tutoring', '2027-06-01', { value, id: `T${value}`, ...words });
    for (const [sure, claimed] of [
      ['2', '3'],
      ['3', '2'],
    ] as const) {
      expect(shown(units, hours(sure), hours(claimed, { state: 'claimed' }))).toEqual([
        `1 2027-06-01 ${sure}00 of ${sure}00`,
        `2 2027-06-01 0 of ${claimed}00`,
      ]);
    }
  });

  test('of each attachment and outcome for itself', () => {
    const plan = aPlan([
      anOutcome({ times: 'any' }),
      anOutcome({ name: 'Other', condition: { is: 'happens', kinds: ['other'] }, times: 'any' }),
    ]);
    const facts = [
      happened('left', '2027-06-10'),
      a2('2027-06-11'),
      claim('2027-06-01'),
      claim('2027-06-20'),
      happened('other', '2027-06-02'),
    ];
    const { lines } = owed(plan, [a1, ...facts], end);
    expect(lines.map(({ line, amount }) => `${line} ${amount}`)).toEqual([
      'Outcomes/Other|A1|Bright Futures|1 22000',
      'Outcomes/Settled|A1|Bright Futures|1 0',
      'Outcomes/Settled|A2|Harbour|1 0',
    ]);
  });

  test('of days a month that is sure already has its line, one that is not waits', () => {
    const daily = aPlan([
      anOutcome({
        condition: { is: 'each day', kinds: ['settled'], less: [] },
        times: 'any',
        price: { perUnit: true, rows: [{ with: [], price: pounds(1) }] },
      }),
    ]);
    const facts = [
      spell('settled', { from: '2027-05-10', to: '2027-05-12' }, { id: 'S' }),
      spell('settled', { from: '2027-05-13', to: '2027-06-02' }, { id: 'C', state: 'claimed' }),
    ];
    expect(shown(daily, ...facts)).toEqual([
      '2027-05 2027-05-12 300 of 300',
      '2027-06 2027-06-02 0 of 200',
    ]);
  });

  test('a claim of what is another’s stands beside what is one’s own', () => {
    const facts = [
      a1,
      a2('2027-05-10'),
      happened('left', '2027-06-10', { provider: 'Bright Futures' }),
    ];
    const { lines } = owed(
      often,
      [...facts, claim('2027-06-01'), happened('level 2', '2027-06-20')],
      end,
    );
    expect(lines.map(({ line, gross, amount }) => `${line} ${gross} ${amount}`)).toEqual([
      'Outcomes/Settled|A2|Harbour|1 22000 22000',
      'Outcomes/Settled|A1|Bright Futures|1 22000 0',
      'Outcomes/Settled|A2|Harbour|2 22000 0',
    ]);
  });
});
