// Step 5 of docs/settlement.md: what was there by a day is payable by it, whatever took it away since.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { owed } from '../index.ts';
import type { OutcomePlan, Plan } from '../plan/plan.ts';
import { broughtForward } from './brought-forward.ts';
import { orderOfWork } from './order-of-work.ts';

function payableIn(plan: Plan, facts: readonly Fact[]): readonly string[] {
  return owed(plan, facts, asAt('2028-12-31')).lines.map(({ outcome, day, payableOn }) => {
    return `${outcome} of ${dayOf(day)} on ${payableOn === undefined ? 'no day' : dayOf(payableOn)}`;
  });
}

describe('a line that another number of days had earned before is payable from then', () => {
  test('though a leaving that is known late takes the days away that had', () => {
    const stays = { scope: 'participant', whileAttached: true } as const;
    const plan = aPlan([anOutcome({ ...stays, condition: settledFor('14 days') })], {
      whose: 'first',
    });
    const facts = [
      attached('2027-05-01'),
      attached('2027-06-10', { id: 'A2' }),
      spell('settled', { from: '2027-05-01', to: '2027-05-20' }),
      happened('left', '2027-05-10', { known: '2027-07-10' }),
      spell('settled', { from: '2027-06-15', to: '2027-06-30', known: '2027-08-10' }, { id: 'S2' }),
    ];
    expect(payableIn(plan, facts)).toEqual(['Settled of 2027-06-28 on 2027-06-28']);
  });

  test('though a month that is counted over gaps begins earlier, and is longer', () => {
    const condition = settledFor('1 month', { gapMax: length('1 month') });
    const facts = [
      attached('2027-12-01'),
      spell('settled', { from: '2028-02-01', to: '2028-02-29' }, { id: 'S1' }),
      spell('settled', { from: '2028-03-01', to: '2028-03-02', known: '2028-04-10' }, { id: 'S2' }),
      spell('settled', { from: '2028-01-10', to: '2028-01-10', known: '2028-05-01' }, { id: 'S3' }),
    ];
    expect(payableIn(aPlan([anOutcome({ condition })]), facts)).toEqual([
      'Settled of 2028-03-01 on 2028-03-01',
    ]);
  });

  test('though days before what it comes after shift the repeats', () => {
    const plan = aPlan([
      anOutcome({ name: 'Qualified' }),
      anOutcome({ condition: settledFor('7 days'), onlyAfter: ['Qualified'] }),
    ]);
    const facts = [
      attached('2027-05-01'),
      happened('level 2', '2027-05-08'),
      spell('settled', { from: '2027-05-03', to: '2027-05-09' }, { id: 'S1' }),
      spell('settled', { from: '2027-05-10', to: '2027-05-14', known: '2027-07-10' }, { id: 'S2' }),
      spell('settled', { from: '2027-05-01', to: '2027-05-02', known: '2027-08-01' }, { id: 'S3' }),
    ];
    expect(payableIn(plan, facts)).toEqual([
      'Qualified of 2027-05-08 on 2027-05-08',
      'Settled of 2027-05-14 on 2027-05-14',
    ]);
  });

  test('though another attachment that is known late takes what happened before it', () => {
    const outcome = anOutcome({ scope: 'participant', times: 'any' });
    const groups = new Map([
      ['leaving', { group: 'leaving', outcomes: [outcome], limits: [] }],
      ['other', { group: 'other', outcomes: [], limits: [] }],
    ]);
    const facts = [
      attached('2027-05-20'),
      attached('2027-05-01', { id: 'A0', group: 'other', known: '2027-09-01' }),
      happened('left', '2027-05-30', { known: '2027-09-01', provider: 'Bright Futures' }),
      happened('level 2', '2027-05-25', { id: 'L1' }),
      happened('level 2', '2027-06-10', { id: 'L2', known: '2027-08-01' }),
    ];
    expect(payableIn(planFrom([aVersion([outcome], { groups })]), facts)).toEqual([
      'Settled of 2027-06-10 on 2027-06-10',
    ]);
  });
});

describe('more evidence can only bring forward', () => {
  const after = anOutcome({
    name: 'Further',
    condition: settledFor('7 days'),
    window: { anchor: { is: 'outcome', outcome: 'Settled' }, starts: 'the next day' },
  });
  const namesOf = (outcomes: readonly OutcomePlan[], words = {}) => {
    const plan = aPlan(outcomes, words);
    return [...broughtForward(plan, orderOfWork(plan))];
  };
  const days = (words: Partial<OutcomePlan> = {}) =>
    anOutcome({ condition: settledFor('14 days'), ...words });

  test('what happens, days in a state, and what follows from them', () => {
    expect(namesOf([anOutcome()])).toEqual(['Settled']);
    expect(namesOf([days(), after])).toEqual(['Settled', 'Further']);
    expect(namesOf([days({ condition: settledFor('2 months') })])).toEqual(['Settled']);
  });

  test.each<[string, Partial<OutcomePlan>]>([
    ['days less others', { condition: settledFor('14 days', { less: ['custody'] }) }],
    ['what pauses', { pausedBy: ['custody'] }],
    ['days that come only after something', { onlyAfter: ['Other'] }],
    ['days of an attachment alone', { whileAttached: true }],
    ['what is paid in part', { partialFrom: length('7 days') }],
    [
      'what is counted from a fact',
      { window: within('9 weeks', { anchor: { is: 'kind', kind: 'x' } }) },
    ],
    [
      'what is counted from a referral',
      { window: within('9 weeks', { anchor: { is: 'referral' } }) },
    ],
    ['what is numbered for each referral', { scope: 'referral' }],
    ['months over gaps', { condition: settledFor('1 month', { gapMax: length('3 days') }) }],
    [
      'an absence',
      {
        condition: { is: 'absent', kinds: ['offence'], presumed: true },
        window: within('9 weeks'),
      },
    ],
  ])('but not %s, nor what follows from it', (_, words) => {
    expect(namesOf([anOutcome({ name: 'Other' }), days(words), after])).toEqual(['Other']);
  });

  test('nor anything where versions differ, sources are ranked, or people are set aside', () => {
    const ranks = new Map([['settled', ['council']]]);
    expect(namesOf([days()], { ranks })).toEqual([]);
    expect(namesOf([days()], { setAsideBy: ['died'] })).toEqual([]);
    const plan = planFrom([aVersion([days()]), aVersion([days()], { version: 2, hash: 'second' })]);
    expect([...broughtForward(plan, orderOfWork(plan))]).toEqual([]);
  });
});
