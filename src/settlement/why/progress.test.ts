// What of an outcome is not achieved: how far it has come and what would achieve it.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, length, settledFor, within } from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Condition, OutcomePlan } from '../plan/plan.ts';
import { whyParticipant } from './why-participant.ts';

const a1 = attached('2027-05-01');
const newYear: Day = '2027-12-31';

type Asked = Readonly<{
  outcome: Partial<OutcomePlan>;
  facts?: readonly Fact[];
  on?: Day;
  besides?: readonly OutcomePlan[];
}>;

/** What is said of Settled, after how it stands. */
function stands({ outcome, facts = [], on = newYear, besides = [] }: Asked): readonly string[] {
  const plan = aPlan([...besides, anOutcome({ ...outcome, price: {} })]);
  const { statuses } = whyParticipant({ plan, facts: [a1, ...facts], asAt: asAt(on) }, 'Sam');
  const own = statuses.find((status) => status.outcome === 'Settled');
  return own?.sentences.slice(1) ?? [];
}

const openEnd = 'The programme ends on 31 March 2032.';
const home = (from: Day, to: Day) => spell('settled', { from, to });
const score = (day: Day, value: string, kind = 'worry') => happened(kind, day, { value });

describe('what happens', () => {
  test('on no day from the first that can count on, or to the last of its window', () => {
    const condition: Condition = { is: 'happens', kinds: ['level 2', 'level 3'] };
    expect(stands({ outcome: { condition } })).toEqual([
      'No verified "level 2" or "level 3" counts from 1 May 2027 on.',
      openEnd,
    ]);
    // Six months from 1 May end on 31 October.
    const window = within('6 months');
    expect(stands({ outcome: { condition, window } })).toEqual([
      'No verified "level 2" or "level 3" counts from 1 May 2027 to 31 October 2027.',
      'Its window closed on 31 October 2027.',
    ]);
    expect(stands({ outcome: { condition, window }, on: '2027-10-30' })[1]).toBe(
      'Its window closes on 31 October 2027.',
    );
    expect(stands({ outcome: { condition, window }, on: '2027-10-31' })[1]).toBe(
      'Its window closed on 31 October 2027.',
    );
  });

  test('as units, of which none is recorded', () => {
    expect(stands({ outcome: { condition: { is: 'each unit', kinds: ['A', 'B'] } } })).toEqual([
      'No verified "A" or "B" counts from 1 May 2027 on.',
      openEnd,
    ]);
  });

  test('after the programme has ended, that it has', () => {
    expect(stands({ outcome: {}, on: '2032-03-31' })[1]).toBe(
      'The programme ended on 31 March 2032.',
    );
  });
});

describe('what lasts', () => {
  const weeks = { condition: settledFor('13 weeks') };
  const inTotal = { condition: settledFor('30 days', { how: 'in total' }) };

  test('and has not begun: so many days of what, reckoned from the first that can count', () => {
    const condition = settledFor('1 month', { kinds: ['settled', 'hostel'] });
    expect(stands({ outcome: { condition } })[0]).toBe(
      'No day counts as "settled" or "hostel" from 1 May 2027 on; 31 days would achieve it.',
    );
  });

  test('a month that began on 10 June has 30 days', () => {
    const outcome = { condition: settledFor('1 month') };
    const facts = [home('2027-06-10', '2027-06-21')];
    expect(stands({ outcome, facts, on: '2027-06-21' })[0]).toBe(
      '12 of 30 days in a row recorded by 21 June 2027; 18 more without a gap, from 22 June ' +
        '2027, would achieve it on 9 July 2027.',
    );
  });

  test('a run goes on while no more than the last day is not recorded, and then it broke', () => {
    // 1 to 20 May are 20 days; of 91, 71 more from 21 May end on 30 July.
    const facts = [home('2027-05-01', '2027-05-20')];
    const goesOn = '71 more without a gap, from 21 May 2027, would achieve it on 30 July 2027.';
    expect(stands({ outcome: weeks, facts, on: '2027-05-20' })[0]).toBe(
      `20 of 91 days in a row recorded by 20 May 2027; ${goesOn}`,
    );
    expect(stands({ outcome: weeks, facts, on: '2027-05-21' })[0]).toBe(
      `20 of 91 days in a row recorded by 21 May 2027; ${goesOn}`,
    );
    expect(stands({ outcome: weeks, facts, on: '2027-05-22' })[0]).toBe(
      '20 of 91 days in a row recorded by 22 May 2027, and the run broke; 91 days in a row from ' +
        'a new start would achieve it.',
    );
  });

  test('the last run is told while it goes on, else the longest', () => {
    const facts = [home('2027-05-01', '2027-05-20'), home('2027-06-01', '2027-06-05')];
    expect(stands({ outcome: weeks, facts, on: '2027-06-05' })[0]).toMatch(/^5 of 91 days/);
    expect(stands({ outcome: weeks, facts, on: '2027-06-30' })[0]).toMatch(
      /^20 of 91 days in a row recorded by 30 June 2027, and the run broke/,
    );
  });

  test('a window that ends on the very day is long enough, and one a day shorter is not', () => {
    const facts = [home('2027-05-01', '2027-05-20')];
    const asked = (days: string) =>
      stands({ outcome: { ...weeks, window: within(days) }, facts, on: '2027-05-20' })[0];
    expect(asked('91 days')).toMatch(/would achieve it on 30 July 2027\.$/);
    expect(asked('90 days')).toBe(
      '20 of 91 days in a row recorded by 20 May 2027; 71 more without a gap, from 21 May 2027, ' +
        'are needed, and its days end on 29 July 2027.',
    );
  });

  test('a run that reached the end of its window did not break', () => {
    const facts = [home('2027-05-10', '2027-05-31')];
    const outcome = { ...weeks, window: within('1 month') };
    expect(stands({ outcome, facts })[0]).toBe(
      '22 of 91 days in a row recorded by 31 May 2027; 69 more without a gap, from 1 June 2027, ' +
        'are needed, and its days end on 31 May 2027.',
    );
  });

  test('in total, whatever lies between', () => {
    const facts = [home('2027-05-10', '2027-05-19'), home('2027-06-01', '2027-06-10')];
    expect(stands({ outcome: inTotal, facts })[0]).toBe(
      '20 of 30 days recorded by 31 December 2027; 10 more, from 11 June 2027, would achieve it ' +
        'on 20 June 2027.',
    );
    expect(stands({ outcome: inTotal })[0]).toBe(
      'No day counts as "settled" from 1 May 2027 on; 30 days would achieve it.',
    );
  });
});

describe('what is absent', () => {
  const condition = {
    is: 'absent',
    kinds: ['in jail', 'in custody'],
    completeSource: 'police',
    presumed: false,
  } as const;
  const outcome = { condition, window: within('6 months') };
  const complete = (about: string, to: Day) =>
    spell('complete', { from: '2027-05-01', to }, { id: about, about, source: 'police' });

  test('and has happened, on which day', () => {
    const facts = [spell('in jail', { from: '2027-08-10', to: '2027-08-12' })];
    expect(stands({ outcome, facts })).toEqual([
      '"in jail" or "in custody" is recorded on 10 August 2027, within its window.',
      'Its window closed on 31 October 2027.',
    ]);
  });

  test('and has not so far, to its window’s last day', () => {
    const soFar =
      'No "in jail" or "in custody" is recorded so far; its window closes on 31 October 2027.';
    expect(stands({ outcome, on: '2027-10-30' })[0]).toBe(soFar);
    expect(stands({ outcome, on: '2027-10-31' })[0]).not.toBe(soFar);
  });

  test('but its source is not recorded complete for each kind on every day', () => {
    const none = 'No "in jail" or "in custody" is recorded, but the record of police ';
    const would = '; complete from 1 May 2027 to 31 October 2027 it would achieve it.';
    const jail = complete('in jail', '2027-10-31');
    const said = (...facts: readonly Fact[]) => stands({ outcome, facts })[0];
    expect(said()).toBe(`${none}is not recorded complete${would}`);
    expect(said(jail)).toBe(`${none}is not recorded complete${would}`);
    expect(said(jail, complete('in custody', '2027-08-31'))).toBe(
      `${none}is complete to 31 August 2027${would}`,
    );
    const from = dayNumber('2027-06-01');
    expect(said(jail, { ...complete('in custody', '2027-10-31'), from })).toBe(
      `${none}is not recorded complete${would}`,
    );
  });

  test('but its days ended before its window, as a further referral begins others', () => {
    const presumed = { ...condition, presumed: true };
    const referral = within('6 months', { anchor: { is: 'referral' } });
    const facts = [
      happened('referred', '2027-05-01', { id: 'R1' }),
      happened('referred', '2027-09-01', { id: 'R2' }),
    ];
    const ended = { condition: presumed, scope: 'referral', window: referral } as const;
    expect(stands({ outcome: ended, facts })).toEqual([
      'No "in jail" or "in custody" is recorded, but its days end on 31 August 2027, before its ' +
        'window.',
      'Its window closed on 31 October 2027.',
    ]);
  });
});

describe('what has to come after another outcome that is not achieved', () => {
  const besides = [anOutcome({ name: 'Job', condition: { is: 'happens', kinds: ['job'] } })];
  const onlyAfter = ['Job'];

  test('of days, how far the next time has come: of 100 days 91 were before it, and 9 go on', () => {
    const outcome = { condition: settledFor('13 weeks'), onlyAfter };
    const facts = [home('2027-05-01', '2027-08-08')];
    expect(stands({ outcome, besides, facts, on: '2027-08-08' })).toEqual([
      'It counts only once Job is achieved, which it is not.',
      '9 of 91 days in a row recorded by 8 August 2027; 82 more without a gap, from 9 August ' +
        '2027, would achieve it on 29 October 2027.',
      openEnd,
    ]);
  });

  test('of an absence, that nothing is recorded', () => {
    const absent = { is: 'absent', kinds: ['in jail'], presumed: true } as const;
    const window = within('6 months');
    const said = 'No "in jail" is recorded from 1 May 2027 to 31 October 2027.';
    const outcome = { condition: absent, window, onlyAfter };
    expect(stands({ outcome, besides })[1]).toBe(said);
    const vouched = { ...absent, presumed: false, completeSource: 'police' };
    const days = { from: '2027-05-01', to: '2027-10-31' } as const;
    const facts = [spell('complete', days, { about: 'in jail', source: 'police' })];
    expect(stands({ outcome: { ...outcome, condition: vouched }, besides, facts })[1]).toBe(said);
  });
});

describe('scores', () => {
  const improves = { is: 'improves', kind: 'worry', by: fraction(8), better: 'lower' } as const;
  const scores = { is: 'scores', kind: 'hope', least: fraction(15), better: 'higher' } as const;

  test('of which there is none', () => {
    expect(stands({ outcome: { condition: improves, window: within('6 months') } })[0]).toBe(
      'No verified score "worry" is recorded from 1 May 2027 to 31 October 2027.',
    );
    expect(stands({ outcome: { condition: scores } })[0]).toBe(
      'No verified score "hope" is recorded from 1 May 2027 on.',
    );
  });

  test('of which there is a first alone: how much better a later one must be', () => {
    const facts = [score('2027-06-01', '30')];
    expect(stands({ outcome: { condition: improves }, facts })).toEqual([
      'The first "worry" is 30 on 1 June 2027; a later one better by 8 would achieve it.',
      openEnd,
    ]);
    const tenth = { ...improves, by: fraction(1, 10), ofFirst: true };
    expect(stands({ outcome: { condition: tenth }, facts })[0]).toBe(
      'The first "worry" is 30 on 1 June 2027; a later one better by 3 would achieve it.',
    );
  });

  test('of which the best since is not good enough, whichever came last', () => {
    const facts = [
      score('2027-06-01', '30'),
      score('2027-07-01', '28'),
      score('2027-08-01', '24.5'),
      score('2027-09-01', '27'),
    ];
    expect(stands({ outcome: { condition: improves }, facts })[0]).toBe(
      'The first "worry" is 30 on 1 June 2027; the best since, by 31 December 2027, is better by ' +
        '5.5, of 8 needed.',
    );
  });

  test('that reach a level: the best of them, which for some is the lowest', () => {
    const facts = ['12', '14.5', '13'].map((value, at) =>
      score(`2027-0${at + 6}-01` as Day, value, 'hope'),
    );
    expect(stands({ outcome: { condition: scores }, facts })[0]).toBe(
      'The best "hope" by 31 December 2027 is 14.5; 15 is needed.',
    );
    const lower = { ...scores, least: fraction(10), better: 'lower' } as const;
    expect(stands({ outcome: { condition: lower }, facts })[0]).toBe(
      'The best "hope" by 31 December 2027 is 12; 10 is needed.',
    );
  });
});

test('what adds up says how much has, by when, of how much', () => {
  const condition: Condition = {
    is: 'adds up',
    kinds: ['earnings', 'bonus'],
    amount: fraction(1000),
    perWeek: false,
  };
  const value = (kind: string, day: Day, of: string) => happened(kind, day, { value: of });
  const facts = [value('earnings', '2027-06-01', '250.5'), value('bonus', '2027-07-01', '100')];
  expect(stands({ outcome: { condition }, facts })[0]).toBe(
    '"earnings" and "bonus" come to 350.5 by 31 December 2027, of 1000 needed.',
  );
  // £70 a week are £10 a day: ten days are £100.
  const weekly = { ...condition, kinds: ['wage'], perWeek: true };
  const wage = spell('wage', { from: '2027-06-01', to: '2027-06-10' }, { value: '70' });
  expect(stands({ outcome: { condition: weekly }, facts: [wage] })[0]).toBe(
    '"wage" come to 100 by 31 December 2027, of 1000 needed.',
  );
});

describe('days of which each counts', () => {
  const condition = { is: 'each day', kinds: ['housed', 'hostel'], less: [] } as const;
  const vouched = {
    ...condition,
    kinds: [],
    everyDay: true,
    less: ['in jail', 'in custody'],
    lessCompleteSource: 'police',
  } as const;
  const window = within('6 months');

  test('are none', () => {
    expect(stands({ outcome: { condition, window } })[0]).toBe(
      'No day counts as "housed" or "hostel" from 1 May 2027 to 31 October 2027.',
    );
  });

  test('count only as far as the record of what is excluded is complete', () => {
    const none =
      'The record of police is not complete for "in jail" and "in custody" so far: no day counts ' +
      'until it is.';
    expect(stands({ outcome: { condition: vouched, window } })[0]).toBe(none);
    const all = { from: '2027-05-01', to: '2027-06-30' } as const;
    const facts = [
      spell('in jail', { from: '2027-05-01', to: '2027-11-30' }),
      spell('complete', all, { about: 'in jail', source: 'police' }),
    ];
    expect(stands({ outcome: { condition: vouched, window }, facts })[0]).toBe(none);
    facts.push(spell('complete', all, { about: 'in custody', source: 'police' }));
    expect(stands({ outcome: { condition: vouched, window }, facts })[0]).toBe(
      'No day counts free of "in jail" or "in custody" from 1 May 2027 to 31 October 2027. The ' +
        'record of police is complete for "in jail" and "in custody" to 30 June 2027.',
    );
  });

  test('count only once a mark is reached', () => {
    const Job = anOutcome({ name: 'Job', condition: { is: 'happens', kinds: ['job'] } });
    const outcome = { condition: { ...condition, onceReached: 'Job' } };
    const facts = [spell('housed', { from: '2027-05-10', to: '2027-05-20' })];
    const missing = 'It counts only once Job is achieved, which it is not.';
    expect(stands({ outcome, besides: [Job], facts })[0]).toBe(missing);
    const reached = stands({ outcome, besides: [Job], facts: [happened('job', '2027-06-01')] });
    expect(reached[0]).toBe('No day counts as "housed" or "hostel" from 1 May 2027 on.');
  });
});

describe('what rests on other outcomes', () => {
  const kind = (name: string) => anOutcome({ name, condition: { is: 'happens', kinds: [name] } });
  const besides = [kind('Job'), kind('Home')];
  const both: Condition = { is: 'all of', outcomes: ['Job', 'Home'] };

  test('names those that are not achieved', () => {
    expect(stands({ outcome: { condition: both }, besides })[0]).toBe(
      'Job and Home have not been achieved.',
    );
    expect(
      stands({ outcome: { condition: both }, besides, facts: [happened('Job', '2027-06-01')] })[0],
    ).toBe('Home has not been achieved.');
    const any: Condition = { is: 'any of', outcomes: ['Job', 'Home'] };
    expect(stands({ outcome: { condition: any }, besides })[0]).toBe(
      'Job and Home have not been achieved.',
    );
  });

  test('says so where all were achieved, and not on days that count', () => {
    const facts = [happened('Job', '2027-06-01'), happened('Home', '2027-12-01')];
    const outcome = { condition: both, window: within('6 months') };
    expect(stands({ outcome, besides, facts })[0]).toBe(
      'What it is made of was achieved outside its window.',
    );
  });

  test('names what it comes only after, and is silent once that is achieved', () => {
    const outcome = { onlyAfter: ['Job', 'Home'] };
    expect(stands({ outcome, besides })).toEqual([
      'It counts only once Job is achieved, which it is not.',
      'It counts only once Home is achieved, which it is not.',
      'No verified "level 2" counts from 1 May 2027 on.',
      openEnd,
    ]);
    const facts = [happened('Job', '2027-06-01')];
    expect(stands({ outcome, besides, facts })[0]).toBe(
      'It counts only once Home is achieved, which it is not.',
    );
  });

  test('names what its window is counted from, which is not recorded or leaves no days', () => {
    const window = within('6 months', { anchor: { is: 'outcome', outcome: 'Job' } });
    expect(stands({ outcome: { window }, besides })).toEqual([
      'Its window is counted from Job, which is not recorded.',
    ]);
    const lastDay = dayNumber('2027-05-31');
    const facts = [happened('Job', '2027-06-01')];
    expect(stands({ outcome: { window: { ...window, lastDay } }, besides, facts })).toEqual([
      'Its window, counted from Job, has no days.',
    ]);
    const kindly = within('6 months', { anchor: { is: 'kind', kind: 'release' } });
    expect(stands({ outcome: { window: kindly } })).toEqual([
      'Its window is counted from release, which is not recorded.',
    ]);
  });
});

test('a window that opens later says its first day', () => {
  const window = within('12 months', { opensAfter: length('6 months') });
  expect(stands({ outcome: { window } })[0]).toBe(
    'No verified "level 2" counts from 1 November 2027 to 30 April 2028.',
  );
});
