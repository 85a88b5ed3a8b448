// Step 3 of docs/settlement.md: repeats, and which version and group keep them.
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
import { linesOf } from '../../../test/support/makers/shown.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed, type VersionPlan } from '../index.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');
const priced = (amount: number) => ({ rows: [{ with: [], price: pounds(amount) }] });

/** A second version that counts from 1 June 2027. */
function changed(
  first: OutcomePlan,
  second: OutcomePlan,
  countsFor: VersionPlan['countsFor'] = 'outcomes',
) {
  const countsFrom = dayNumber('2027-06-01');
  const words = { version: 2, hash: 'second', countsFrom, countsFor };
  return planFrom([aVersion([first]), aVersion([second], words)]);
}

describe('versions', () => {
  test('a day that served a repeat under one version serves none under the next', () => {
    const first = anOutcome({ condition: settledFor('7 days'), times: 'any' });
    const second = anOutcome({
      condition: settledFor('10 days'),
      times: 'any',
      price: priced(300),
    });
    const stay = spell('settled', { from: '2027-05-25', to: '2027-06-30' });
    // The seven days to 31 May under the first; ten, ten and ten of June under the second.
    expect(linesOf(owed(changed(first, second), [a1, stay], end))).toEqual([
      'Settled 1 on 2027-05-31: £220',
      'Settled 2 on 2027-06-10: £300',
      'Settled 3 on 2027-06-20: £300',
      'Settled 4 on 2027-06-30: £300',
    ]);
  });

  test('what was begun under one version and ends under the next is the next one’s', () => {
    const first = anOutcome({ condition: settledFor('7 days'), times: 'any' });
    const second = anOutcome({ condition: settledFor('7 days'), times: 'any', price: priced(300) });
    const stay = spell('settled', { from: '2027-05-22', to: '2027-06-11' });
    expect(linesOf(owed(changed(first, second), [a1, stay], end))).toEqual([
      'Settled 1 on 2027-05-28: £220',
      'Settled 2 on 2027-06-04: £300',
      'Settled 3 on 2027-06-11: £300',
    ]);
  });

  test('a sum that served a repeat under one version serves none under the next', () => {
    const sum = (amount: number, price: number) =>
      anOutcome({
        condition: { is: 'adds up', kinds: ['pay'], amount: fraction(amount), perWeek: false },
        times: 'any',
        price: priced(price),
      });
    const pay = (day: Day) => happened('pay', day, { value: '60' });
    const facts = [a1, pay('2027-05-10'), pay('2027-05-20'), pay('2027-06-05')];
    // 120 reach 100 under the first; 180 reach 150, and not 200, under the second.
    expect(linesOf(owed(changed(sum(100, 220), sum(50, 300)), facts, end))).toEqual([
      'Settled 1 on 2027-05-20: £220',
      'Settled 2 on 2027-06-05: £300',
    ]);
  });

  test('of a sum of which a part served before, what is left serves on', () => {
    const sum = (amount: number) =>
      anOutcome({
        condition: { is: 'adds up', kinds: ['pay'], amount: fraction(amount), perWeek: false },
        times: 'any',
      });
    const pay = (day: Day, value: string) => happened('pay', day, { value });
    const facts = [a1, pay('2027-05-10', '60'), pay('2027-05-20', '60'), pay('2027-06-05', '20')];
    const found = (...more: readonly Fact[]) =>
      owed(changed(sum(100), sum(65)), [...facts, ...more], end).lines.map(({ day }) => dayOf(day));
    // 100 are used; the next 65 make 165, of which 140 have come by 5 June.
    expect(found()).toEqual(['2027-05-20']);
    expect(found(pay('2027-06-10', '25'))).toEqual(['2027-05-20', '2027-06-10']);
  });

  test('a part is not paid where the whole was reached under another version', () => {
    const words = { window: within('60 days'), partialFrom: length('4 days') };
    const first = anOutcome({ condition: settledFor('7 days') });
    const second = anOutcome({ ...words, condition: settledFor('10 days'), times: 2 });
    const stay = (from: Day) => spell('settled', { from, to: '2027-06-05' });
    const found = (from: Day) => linesOf(owed(changed(first, second), [a1, stay(from)], end));
    expect(found('2027-05-25')).toEqual(['Settled 1 on 2027-05-31: £220']);
    expect(found('2027-05-31')).toEqual(['Settled 1 on 2027-06-05: £132']);
  });

  test('each repeat is one of as many as the terms that keep it allow', () => {
    const facts = [
      a1,
      ...(['2027-05-10', '2027-05-12', '2027-06-05', '2027-06-06', '2027-06-07'] as const).map(
        (day) => happened('level 2', day),
      ),
    ];
    const found = (first: number, second: number) =>
      owed(
        changed(anOutcome({ times: first }), anOutcome({ times: second })),
        facts,
        end,
      ).lines.map(({ day }) => dayOf(day));
    expect(found(1, 3)).toEqual(['2027-05-10', '2027-06-05', '2027-06-06']);
    expect(found(3, 1)).toEqual(['2027-05-10', '2027-05-12']);
    expect(found(2, 3)).toEqual(['2027-05-10', '2027-05-12', '2027-06-05']);
  });

  test('a change for new attachments is kept by the day of the attachment', () => {
    const plan = changed(
      anOutcome({ times: 'any' }),
      anOutcome({ times: 'any', price: priced(300) }),
      'attachments',
    );
    const facts = [
      a1,
      happened('left', '2027-06-09'),
      attached('2027-06-10', { id: 'A2', provider: 'Harbour' }),
      happened('level 2', '2027-06-05'),
      happened('level 2', '2027-06-15'),
    ];
    const paid = owed(plan, facts, end).lines.filter(({ amount }) => amount > 0n);
    expect(paid.map(({ provider, amount }) => [provider, amount])).toEqual([
      ['Bright Futures', 22_000n],
      ['Harbour', 30_000n],
    ]);
  });

  test('an outcome that only a later version has is achieved from its day on', () => {
    const other = anOutcome({ name: 'Other', condition: { is: 'happens', kinds: ['other'] } });
    const plan = changed(other, anOutcome({ times: 'any' }));
    const facts = [a1, happened('level 2', '2027-05-31'), happened('level 2', '2027-06-01')];
    expect(linesOf(owed(plan, facts, end))).toEqual(['Settled 1 on 2027-06-01: £220']);
  });
});

describe('groups', () => {
  const grouped = (first: OutcomePlan, second: OutcomePlan) => {
    const [version] = aPlan([]).versions;
    const groups = new Map([
      ['leaving', { group: 'leaving', outcomes: [first], limits: [] }],
      ['older', { group: 'older', outcomes: [second], limits: [] }],
    ]);
    return planFrom([{ ...(version as VersionPlan), groups }]);
  };
  const facts = [
    a1,
    happened('left', '2027-05-31'),
    attached('2027-06-01', { id: 'A2', provider: 'Harbour', group: 'older' }),
    spell('settled', { from: '2027-05-22', to: '2027-06-20' }),
  ];

  test('what is counted per person is kept by the group of whoever owns its day', () => {
    const lasting = (price: number, text = '7 days') =>
      anOutcome({
        condition: settledFor(text),
        times: 'any',
        scope: 'participant',
        price: priced(price),
      });
    expect(linesOf(owed(grouped(lasting(220), lasting(300)), facts, end))).toEqual([
      'Settled 1 on 2027-05-28: £220',
      'Settled 2 on 2027-06-04: £300',
      'Settled 3 on 2027-06-11: £300',
      'Settled 4 on 2027-06-18: £300',
    ]);
  });

  describe('a group that is left and joined again', () => {
    const again = [
      a1,
      happened('left', '2027-05-31', { id: 'L1' }),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour', group: 'older' }),
      happened('left', '2027-06-30', { id: 'L2' }),
      attached('2027-07-01', { id: 'A3', provider: 'Lantern' }),
    ];
    const found = (words: Partial<OutcomePlan>, ...more: readonly Fact[]) => {
      const outcome = anOutcome({ scope: 'participant', times: 'any', ...words });
      const dear = { ...outcome, price: { ...outcome.price, ...priced(300) } };
      return linesOf(owed(grouped(outcome, dear), [...again, ...more], end));
    };
    const expected = [
      'Settled 1 on 2027-05-31: £220',
      'Settled 2 on 2027-06-16: £300',
      'Settled 3 on 2027-07-16: £220',
    ];

    test('days between are the other group’s, each repeat after the one before', () => {
      const stay = (from: Day, to: Day) => spell('settled', { from, to });
      const stays = [
        stay('2027-05-25', '2027-05-31'),
        stay('2027-06-10', '2027-06-16'),
        stay('2027-07-10', '2027-07-16'),
      ];
      expect(found({ condition: settledFor('7 days') }, ...stays)).toEqual(expected);
    });

    test('the numbers go by days, whatever the group', () => {
      const days = ['2027-05-31', '2027-06-16', '2027-07-16'] as const;
      expect(found({}, ...days.map((day) => happened('level 2', day)))).toEqual(expected);
    });
  });

  test('each attachment’s own instance has the terms of its own group alone', () => {
    const first = anOutcome({ times: 'any' });
    const second = anOutcome({ times: 'any', price: priced(300) });
    const found = owed(
      grouped(first, second),
      [...facts, happened('level 2', '2027-05-20'), happened('level 2', '2027-06-05')],
      end,
    );
    expect(found.lines.map(({ line, amount }) => `${line} ${amount}`)).toEqual([
      'Outcomes/Settled|A1|Bright Futures|1 22000',
      'Outcomes/Settled|A2|Harbour|1 30000',
    ]);
  });
});

describe('numbers', () => {
  test('repeats are numbered by their days, in each attachment for itself', () => {
    const facts = [
      a1,
      happened('level 2', '2027-05-12', { id: 'later' }),
      happened('level 2', '2027-05-10', { id: 'zeal' }),
      happened('left', '2027-05-31'),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
      happened('level 2', '2027-06-05'),
    ];
    const { lines } = owed(aPlan([anOutcome({ times: 'any' })]), facts, end);
    expect(lines.map(({ line, day }) => `${line} ${dayOf(day)}`)).toEqual([
      'Outcomes/Settled|A1|Bright Futures|1 2027-05-10',
      'Outcomes/Settled|A1|Bright Futures|2 2027-05-12',
      'Outcomes/Settled|A2|Harbour|1 2027-06-05',
    ]);
  });

  test('what one attachment used up is not used up for another', () => {
    const facts = [
      a1,
      spell('settled', { from: '2027-05-01', to: '2027-05-07' }),
      happened('left', '2027-05-10'),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
      spell('settled', { from: '2027-06-01', to: '2027-06-07' }),
    ];
    const plan = aPlan([anOutcome({ condition: settledFor('7 days') })]);
    expect(owed(plan, facts, end).lines.map(({ line }) => line)).toEqual([
      'Outcomes/Settled|A1|Bright Futures|1',
      'Outcomes/Settled|A2|Harbour|1',
    ]);
  });

  test('where two referrals fall to one attachment the numbers go on, each as often as allowed', () => {
    const facts: readonly Fact[] = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      a1,
      happened('referred', '2027-06-01', { id: 'R2' }),
      ...(['2027-05-10', '2027-05-11', '2027-05-12', '2027-06-10', '2027-06-11'] as const).map(
        (day) => happened('level 2', day),
      ),
    ];
    const { lines } = owed(aPlan([anOutcome({ scope: 'referral', times: 2 })]), facts, end);
    expect(lines.map(({ number, day }) => `${number} ${dayOf(day)}`)).toEqual([
      '1 2027-05-10',
      '2 2027-05-11',
      '3 2027-06-10',
      '4 2027-06-11',
    ]);
  });

  test('a third repeat takes the place of one that is withdrawn, and gives it back to no other', () => {
    const three = (['2027-05-10', '2027-05-11', '2027-05-12'] as const).map((day) =>
      happened('level 2', day, { id: day }),
    );
    const plan = aPlan([anOutcome({ times: 2 })]);
    const gone = happened('withdrawn', '2027-07-01', { replaces: '2027-05-10', id: 'gone' });
    expect(linesOf(owed(plan, [a1, ...three], end))).toHaveLength(2);
    expect(linesOf(owed(plan, [a1, ...three, gone], end))).toEqual([
      'Settled 1 on 2027-05-11: £220',
      'Settled 2 on 2027-05-12: £220',
    ]);
  });
});
