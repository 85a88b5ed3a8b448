// Step 1 of docs/settlement.md, in time and undecided: what comes too late, and what nobody decides.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { daysOf } from '../../../test/support/makers/shown.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf, workingDaysOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { owed } from '../index.ts';
import type { TimelinessPlan } from '../plan/money-plan.ts';
import type { OutcomePlan } from '../plan/plan.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');
const rule = (text: string) => ({ clause: 'Payment/late', length: length(text) });

function saying(timeliness: TimelinessPlan, outcome: OutcomePlan = anOutcome({ times: 'any' })) {
  return aPlan([outcome], { whole: aWhole({ timeliness }) });
}

/** What is paid by these facts, in whole prices of £220. */
function paid(timeliness: TimelinessPlan, ...facts: readonly Fact[]): number {
  return Number(owed(saying(timeliness), [a1, ...facts], end).total) / 22_000;
}

/** Whether what happened on 1 June 2027 and became known on a day counts. */
function counts(timeliness: TimelinessPlan, known: Day, words: Partial<Fact> = {}): boolean {
  return paid(timeliness, { ...happened('level 2', '2027-06-01', { known }), ...words }) === 1;
}

describe('known too late', () => {
  test('within 4 weeks of its day: the day is the first day of them', () => {
    const within = rule('4 weeks');
    expect(counts({ within }, '2027-06-28')).toBe(true);
    expect(counts({ within }, '2027-06-29')).toBe(false);
  });

  test('within working days, of the place named', () => {
    const working = workingDaysOf('England');
    const said = { within: rule('3 working days'), ...(working ? { working } : {}) };
    // From Friday 4 June 2027 the third is Tuesday 8 June.
    const on = (known: Day) => paid(said, happened('level 2', '2027-06-04', { known }));
    expect([on('2027-06-08'), on('2027-06-09')]).toEqual([1, 0]);
  });

  test('by a date, that day included', () => {
    const by = { clause: 'Payment/by', day: dayNumber('2027-06-30') };
    expect(counts({ by }, '2027-06-30')).toBe(true);
    expect(counts({ by }, '2027-07-01')).toBe(false);
  });

  test('before its year closes, so long after the end of the year of its own day', () => {
    // The year ends on 31 March 2028; three months from 1 April end on 30 June.
    const yearCloses = rule('3 months');
    expect(counts({ yearCloses }, '2028-06-30')).toBe(true);
    expect(counts({ yearCloses }, '2028-07-01')).toBe(false);
    const next = happened('level 2', '2028-04-01', { known: '2028-07-01' });
    expect(paid({ yearCloses }, next)).toBe(1);
  });

  test('a day before the contract is in no year that closes', () => {
    const whole = aWhole({ timeliness: { yearCloses: rule('3 months') } });
    const plan = aPlan([anOutcome()], { whole, setAsideBy: ['died'] });
    const died = happened('died', '2027-03-20', { known: '2029-03-25' });
    expect(daysOf(plan, [a1, happened('level 2', '2027-06-01'), died], end)).toEqual([]);
  });

  test('of several rules any one is enough, and a line that is shown names one', () => {
    const within = { clause: 'Payment/within', length: length('4 weeks') };
    const by = { clause: 'Payment/by', day: dayNumber('2027-12-31') };
    const shown = (known: Day) => {
      const late = happened('level 2', '2027-06-01', { known });
      return owed(saying({ within, by }), [a1, late], end).notPaid.map(({ clause }) => clause);
    };
    expect(shown('2027-06-28')).toEqual([]);
    expect(shown('2027-06-29')).toEqual(['Payment/within']);
    const december = happened('level 2', '2027-12-30', { known: '2028-01-01' });
    const { notPaid } = owed(saying({ within, by }), [a1, december], end);
    expect(notPaid.map(({ clause }) => clause)).toEqual(['Payment/by']);
  });

  test('what is known by a method that is excepted is never too late', () => {
    const said = { within: rule('4 weeks'), except: ['fraud'] };
    expect(counts(said, '2028-06-29', { method: 'fraud' })).toBe(true);
    expect(counts(said, '2028-06-29', { method: 'visit' })).toBe(false);
    expect(counts(said, '2028-06-29')).toBe(false);
  });

  test('the day of a spell is its last, and of one without an end that on which it became known', () => {
    const outcome = anOutcome({ condition: settledFor('7 days'), times: 1 });
    const plan = saying({ within: rule('4 weeks') }, outcome);
    const isPaid = (days: Readonly<{ to?: Day; known: Day }>) =>
      owed(plan, [a1, spell('settled', { from: '2027-05-01', ...days })], end).total === 22_000n;
    expect(isPaid({ to: '2027-06-01', known: '2027-06-28' })).toBe(true);
    expect(isPaid({ to: '2027-06-01', known: '2027-06-29' })).toBe(false);
    expect(isPaid({ known: '2028-01-01' })).toBe(true);
  });

  test('who came and went is never too late', () => {
    const said = { within: rule('4 weeks') };
    const late = attached('2027-05-01', { known: '2028-05-01' });
    const referred = happened('referred', '2027-04-20', { known: '2028-05-01' });
    const left = happened('left', '2027-05-20', { known: '2028-05-01' });
    const window = within('60 days', { anchor: { is: 'referral' } });
    const outcome = anOutcome({ whileAttached: true, times: 'any', window });
    const facts = [
      referred,
      late,
      left,
      happened('level 2', '2027-05-20', { known: '2027-05-20' }),
      happened('level 2', '2027-05-21', { known: '2027-05-21' }),
    ];
    expect(daysOf(saying(said, outcome), facts, end)).toEqual(['2027-05-20']);
    // Sixty days from the referral end on 18 June; from the attachment they would on 29 June.
    const after = saying(said, anOutcome({ times: 'any', window }));
    const on = (day: Day) => daysOf(after, [referred, late, happened('level 2', day)], end).length;
    expect([on('2027-06-18'), on('2027-06-19')]).toEqual([1, 0]);
  });

  test('a correction that is too late leaves the fact before it standing', () => {
    const first = happened('level 2', '2027-06-01', { id: 'F1' });
    const moved = { ...first, id: 'F2', day: dayNumber('2027-06-02'), replaces: 'F1' };
    const plan = saying({ within: rule('4 weeks') });
    const on = (known: Day) =>
      owed(plan, [a1, first, { ...moved, known: dayNumber(known) }], end)
        .lines.filter(({ amount }) => amount > 0n)
        .map(({ day }) => dayOf(day));
    expect(on('2027-06-29')).toEqual(['2027-06-02']);
    expect(on('2027-06-30')).toEqual(['2027-06-01']);
  });

  test('a withdrawal has the day of what it withdraws', () => {
    const first = happened('level 2', '2027-06-01', { id: 'F1' });
    const gone = (day: Day) => happened('withdrawn', day, { id: 'F2', replaces: 'F1' });
    expect(paid({ within: rule('4 weeks') }, first, gone('2027-06-28'))).toBe(0);
    expect(paid({ within: rule('4 weeks') }, first, gone('2027-06-29'))).toBe(1);
  });

  test('a withdrawal of an attachment is never too late', () => {
    const gone = happened('withdrawn', '2028-05-01', { id: 'A2', replaces: 'A1' });
    expect(paid({ within: rule('4 weeks') }, happened('level 2', '2027-06-01'), gone)).toBe(0);
  });

  test('a fact about a provider is never too late', () => {
    const afterLeaving = { clause: 'Market/after', length: length('4 weeks') };
    const timeliness = { within: rule('4 weeks') };
    const plan = aPlan([anOutcome()], { whole: aWhole({ timeliness, ending: { afterLeaving } }) });
    const known = dayNumber('2028-06-01');
    const left = ofProvider('left', '2027-05-20', { provider: 'Bright Futures', known });
    const facts = [a1, happened('level 2', '2027-07-01')];
    expect(owed(plan, facts, end).total).toBe(22_000n);
    expect(owed(plan, [...facts, left], end).total).toBe(0n);
  });
});

describe('what only decides a claim is as timely as the claim', () => {
  const timeliness = { within: rule('4 weeks') };
  const claim = happened('level 2', '2027-06-01', { id: 'F1', state: 'claimed', value: '3' });
  const decision = { ...claim, id: 'F2', replaces: 'F1', known: dayNumber('2028-01-01') };

  test.each(['claimed', 'waiting', 'not selected'] as const)('a claim that is %s', (state) => {
    const verified = { ...decision, state: 'verified' } as const;
    expect(paid(timeliness, { ...claim, state }, verified)).toBe(1);
  });

  test('one that came late itself is late', () => {
    const late = { ...claim, known: dayNumber('2027-06-29') };
    expect(paid(timeliness, late, { ...decision, state: 'verified' })).toBe(0);
  });

  test('of one that waited on the way the first saying counts', () => {
    const waiting = { ...decision, state: 'waiting' } as const;
    const known = dayNumber('2028-02-01');
    const verified = { ...decision, id: 'F3', replaces: 'F2', known, state: 'verified' } as const;
    expect(paid(timeliness, claim, waiting, verified)).toBe(1);
  });

  test('what says something else is a fact of its own', () => {
    const { value: _, ...without } = decision;
    const others: readonly Fact[] = [
      { ...decision, day: dayNumber('2027-06-02') },
      { ...decision, value: { numerator: 4n, denominator: 1n } },
      { ...decision, provider: 'Harbour' },
      without,
    ];
    for (const other of others)
      expect(paid(timeliness, claim, { ...other, state: 'verified' })).toBe(0);
  });

  test('what takes back a verified fact, or a rejection, decides no claim', () => {
    const verified = { ...claim, state: 'verified' } as const;
    expect(paid(timeliness, verified, { ...decision, state: 'rejected' })).toBe(1);
    const rejected = { ...claim, state: 'rejected' } as const;
    expect(paid(timeliness, rejected, { ...decision, state: 'verified' })).toBe(0);
  });
});

describe('undecided', () => {
  const deemed = rule('10 days');
  const claim = happened('level 2', '2027-06-01', {
    id: 'F1',
    known: '2027-06-05',
    state: 'claimed',
  });
  const decided = (known: Day, state: Fact['state']): Fact => {
    return { ...claim, id: 'F2', replaces: 'F1', known: dayNumber(known), state };
  };

  test('a claim counts from the day after the length, counted from the day after it was known', () => {
    // Ten days from 6 June end on the 15th.
    const plan = saying({ deemed });
    expect(owed(plan, [a1, claim], asAt('2027-06-15')).total).toBe(0n);
    const { lines } = owed(plan, [a1, claim], asAt('2027-06-16'));
    expect(lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-06-16']);
  });

  test('so does one that waits, but not one that was not selected or is rejected', () => {
    const states = ['waiting', 'not selected', 'rejected'] as const;
    expect(states.map((state) => paid({ deemed }, { ...claim, state }))).toEqual([1, 0, 0]);
  });

  test('one that is decided on the last day has been decided, one decided after it counted first', () => {
    expect(paid({ deemed }, claim, decided('2027-06-15', 'rejected'))).toBe(0);
    const plan = saying({ deemed });
    const facts = [a1, claim, decided('2027-06-20', 'rejected')];
    expect(owed(plan, facts, asAt('2027-06-19')).total).toBe(22_000n);
    expect(owed(plan, facts, asAt('2027-06-20')).total).toBe(0n);
  });

  test('a claim that was verified later keeps the place it had when nobody had decided', () => {
    const facts = [a1, claim, decided('2027-06-20', 'verified')];
    const { lines } = owed(saying({ deemed }), facts, end);
    expect(lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-06-16']);
  });

  test('working days are those of the place named', () => {
    const working = workingDaysOf('England');
    const said = { deemed: rule('5 working days'), ...(working ? { working } : {}) };
    // From Sunday 6 June 2027 the fifth is Friday 11 June.
    const at = (day: Day) => owed(saying(said), [a1, claim], asAt(day)).total;
    expect([at('2027-06-11'), at('2027-06-12')]).toEqual([0n, 22_000n]);
  });

  test('a provider’s fact of leaving that nobody decided counts too', () => {
    const afterLeaving = { clause: 'Market/after', length: length('4 weeks') };
    const plan = (timeliness: TimelinessPlan) =>
      aPlan([anOutcome()], { whole: aWhole({ timeliness, ending: { afterLeaving } }) });
    const provider = 'Bright Futures';
    const left = ofProvider('left', '2027-05-20', { provider, state: 'claimed' });
    const facts = [a1, left, happened('level 2', '2027-07-01')];
    expect(owed(plan({}), facts, end).total).toBe(22_000n);
    expect(owed(plan({ deemed }), facts, end).total).toBe(0n);
  });
});

test('each fact is held to the rules of the version in force on its own day', () => {
  const outcomes = [anOutcome({ times: 'any' })];
  const words = { version: 2, hash: 'second', countsFrom: dayNumber('2028-01-01') };
  const strict = aWhole({ timeliness: { within: rule('4 weeks') } });
  const plan = planFrom([aVersion(outcomes), aVersion(outcomes, { ...words, whole: strict })]);
  const known = '2029-01-01';
  const facts = [
    a1,
    happened('level 2', '2027-12-31', { known }),
    happened('level 2', '2028-01-01', { known }),
  ];
  const { lines } = owed(plan, facts, end);
  expect(lines.map(({ day, amount }) => `${dayOf(day)} ${amount}`)).toEqual([
    '2027-12-31 22000',
    '2028-01-01 0',
  ]);
});

test('a claim is held to the rules of the version in force on its own day', () => {
  const outcomes = [anOutcome({ times: 'any' })];
  const whole = aWhole({ timeliness: { deemed: rule('10 days') } });
  const words = { version: 2, hash: 'second', countsFrom: dayNumber('2028-01-01'), whole };
  const plan = planFrom([aVersion(outcomes), aVersion(outcomes, words)]);
  const claim = (day: Day) => happened('level 2', day, { state: 'claimed' });
  const { total, lines } = owed(plan, [a1, claim('2027-12-31'), claim('2028-01-01')], end);
  expect(total).toBe(22_000n);
  expect(lines.map(({ day, amount }) => `${dayOf(day)} ${amount}`)).toEqual([
    '2028-01-01 22000',
    '2027-12-31 0',
  ]);
});
