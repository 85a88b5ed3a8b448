// Steps 5, 6 and 10 of docs/settlement.md: payable day, place in line, limits, corrections.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { aLimit, anOutcome, aPlan, length, pounds } from '../../../test/support/makers/plan.ts';
import { linesOf, notPaidOf, statusesOf } from '../../../test/support/makers/shown.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { owed, type Plan } from '../index.ts';

const end = asAt('2030-01-01');
const a1 = attached('2027-05-01');

function payableDays(plan: Plan, facts: readonly Fact[]): readonly (Day | undefined)[] {
  return owed(plan, facts, end).lines.map(({ payableOn }) =>
    payableOn === undefined ? undefined : dayOf(payableOn),
  );
}

describe('5 payable day', () => {
  const twice = aPlan([anOutcome({ times: 2 })]);

  test('the first day by which enough was known and verified', () => {
    const known = happened('level 2', '2027-06-01', { known: '2027-06-20' });
    expect(payableDays(twice, [a1, known])).toEqual(['2027-06-20']);
    const claim = happened('level 2', '2027-06-01', { state: 'claimed', id: 'F1' });
    const found = happened('level 2', '2027-06-01', {
      id: 'F2',
      replaces: 'F1',
      known: '2027-07-05',
    });
    expect(payableDays(twice, [a1, claim, found])).toEqual(['2027-07-05']);
  });

  test('a corrected fact keeps the place of a line that it had already earned', () => {
    const first = happened('level 2', '2027-06-01', { id: 'F1', known: '2027-06-03' });
    const second = happened('level 2', '2027-06-02', {
      id: 'F2',
      replaces: 'F1',
      known: '2027-09-01',
    });
    expect(payableDays(twice, [a1, first, second])).toEqual(['2027-06-03']);
  });

  test('a fact that was of another kind had not earned the line, unless either kind earns it', () => {
    const wrong = happened('training', '2027-06-01', { id: 'F1', known: '2027-06-03' });
    const right = happened('level 2', '2027-06-01', {
      id: 'F2',
      replaces: 'F1',
      known: '2027-09-01',
    });
    const facts = [a1, wrong, right];
    expect(payableDays(twice, facts)).toEqual(['2027-09-01']);
    const kinds = ['level 2', 'training'];
    const either = aPlan([anOutcome({ condition: { is: 'happens', kinds } })]);
    expect(payableDays(either, facts)).toEqual(['2027-06-03']);
  });

  test('any other line takes its place from the replacing fact', () => {
    const plan = aPlan([
      anOutcome({
        condition: { is: 'scores', kind: 'goals', least: fraction(10), better: 'higher' },
      }),
    ]);
    const low = happened('goals', '2027-06-01', { id: 'F1', value: '9' });
    const high = happened('goals', '2027-06-01', {
      id: 'F2',
      value: '10',
      replaces: 'F1',
      known: '2027-09-01',
    });
    expect(payableDays(plan, [a1, low, high])).toEqual(['2027-09-01']);
  });

  test('a withdrawn outcome gives up its place, its room and its number', () => {
    const one = happened('level 2', '2027-06-01', { id: 'F1' });
    const two = happened('level 2', '2027-06-05', { id: 'F2' });
    const gone = happened('withdrawn', '2027-08-01', { id: 'F3', replaces: 'F1' });
    const plan = aPlan([anOutcome({ times: 2 })], { limits: [aLimit(220)] });
    expect(linesOf(owed(plan, [a1, one, two], end))).toEqual([
      'Settled 1 on 2027-06-01: £220',
      'Settled 2 on 2027-06-05: £0',
    ]);
    expect(linesOf(owed(plan, [a1, one, two, gone], end))).toEqual([
      'Settled 1 on 2027-06-05: £220',
    ]);
  });

  test('a late fact of an earlier day moves no line that was earned', () => {
    const early = happened('level 2', '2027-06-01', { known: '2027-10-01' });
    const late = happened('level 2', '2027-06-05');
    expect(payableDays(twice, [a1, early, late])).toEqual(['2027-06-05', '2027-10-01']);
  });

  test('what is known later than the page allows comes too late, and uses no room', () => {
    const plan = aPlan([anOutcome({ times: 2, knownWithin: length('4 weeks') })], {
      limits: [aLimit(220)],
    });
    const late = happened('level 2', '2027-06-01', { known: '2027-06-29' });
    const inTime = happened('level 2', '2027-07-01', { known: '2027-07-28' });
    const settled = owed(plan, [a1, late, inTime], end);
    expect(notPaidOf(settled)).toEqual(['Outcomes/Settled|A1|Bright Futures|1: too_late £220']);
    expect(settled.total).toBe(22000n);
    const justInTime = happened('level 2', '2027-06-01', { known: '2027-06-28' });
    expect(notPaidOf(owed(plan, [a1, justInTime], end))).toEqual([]);
  });

  test('a month that grew stands in line in parts, and only the late part is too late', () => {
    const daily = anOutcome({
      name: 'Days',
      condition: { is: 'each day', kinds: ['settled'], less: [] },
      times: 'any',
      price: { rows: [{ with: [], price: pounds(10) }], perUnit: true },
    });
    const stays = [
      spell('settled', { from: '2027-05-12', to: '2027-05-31' }, { id: 'S1' }),
      spell('settled', { from: '2027-05-01', to: '2027-05-11', known: '2027-07-09' }, { id: 'S2' }),
    ];
    const other = happened('level 2', '2027-06-15');
    const plan = aPlan([daily, anOutcome()], { limits: [aLimit(300)] });
    expect(linesOf(owed(plan, [a1, ...stays, other], end))).toEqual([
      'Settled 1 on 2027-06-15: £100',
      'Days 2027-05 on 2027-05-31: £200',
    ]);
    const within = aPlan([anOutcome({ ...daily, knownWithin: length('2 weeks') })]);
    const settled = owed(within, [a1, ...stays], end);
    expect(settled.total).toBe(20000n);
    expect(notPaidOf(settled)).toEqual(['Outcomes/Days|A1|Bright Futures|2027-05: too_late £110']);
  });
});

describe('6 place in line', () => {
  test('payable day, outcome day, participant, order on the page, number', () => {
    const plan = aPlan([
      anOutcome({ times: 2 }),
      anOutcome({ name: 'First', condition: { is: 'happens', kinds: ['first'] } }),
    ]);
    const ali = { participant: 'Ali', id: 'A2' };
    const facts = [
      a1,
      attached('2027-05-01', ali),
      happened('first', '2027-06-01'),
      happened('level 2', '2027-06-01'),
      happened('level 2', '2027-06-01', { id: 'L2' }),
      happened('level 2', '2027-06-01', { participant: 'Ali', id: 'L3' }),
      happened('level 2', '2027-05-20', { participant: 'Ali', id: 'L4', known: '2027-06-01' }),
    ];
    expect(owed(plan, facts, end).lines.map(({ line }) => line)).toEqual([
      'Outcomes/Settled|A2|Bright Futures|1',
      'Outcomes/Settled|A2|Bright Futures|2',
      'Outcomes/Settled|A1|Bright Futures|1',
      'Outcomes/Settled|A1|Bright Futures|2',
      'Outcomes/First|A1|Bright Futures|1',
    ]);
  });
});

describe('10 limits', () => {
  const many = (['2027-06-01', '2028-03-31', '2028-04-01'] as const).map((day) =>
    happened('level 2', day),
  );
  const outcome = anOutcome({ times: 3 });

  test('each line is paid what is left; what is cut stays on the line with its clause', () => {
    const settled = owed(aPlan([outcome], { limits: [aLimit(500)] }), [a1, ...many], end);
    expect(settled.lines.map(({ gross, amount }) => [gross, amount])).toEqual([
      [22000n, 22000n],
      [22000n, 22000n],
      [22000n, 6000n],
    ]);
    expect(settled.notPaid).toEqual([
      {
        line: 'Outcomes/Settled|A1|Bright Futures|3',
        reason: 'limit',
        amount: 16000n,
        clause: 'Limits/Person',
      },
    ]);
  });

  test('a limit in each year starts afresh on each anniversary', () => {
    const yearly = aLimit(300, { eachYear: true });
    expect(owed(aPlan([outcome], { limits: [yearly] }), [a1, ...many], end).total).toBe(52000n);
  });

  test('the least that any limit has left is paid, and used of each', () => {
    const limits = [aLimit(500), aLimit(300, { clause: 'Limits/Settled', outcomes: ['Settled'] })];
    const settled = owed(aPlan([outcome], { limits }), [a1, ...many], end);
    expect(settled.total).toBe(30000n);
    expect(new Set(settled.notPaid.map(({ clause }) => clause))).toEqual(
      new Set(['Limits/Settled']),
    );
  });

  test('a limit per attachment or per referral starts afresh with each', () => {
    const facts = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      a1,
      happened('left', '2027-12-31'),
      attached('2028-01-10', { id: 'A2', provider: 'Harbour' }),
      ...many,
    ];
    const total = (per: 'attachment' | 'referral' | 'participant') =>
      owed(aPlan([outcome], { limits: [aLimit(220, { per })] }), facts, end).total;
    expect(total('participant')).toBe(22000n);
    expect(total('referral')).toBe(22000n);
    expect(total('attachment')).toBe(44000n);
  });

  test('lines of nothing are kept', () => {
    const settled = owed(aPlan([outcome], { limits: [aLimit(0)] }), [a1, ...many], end);
    expect(settled.lines).toHaveLength(3);
    expect(settled.total).toBe(0n);
  });
});

describe('3 versions', () => {
  test('an outcome keeps the version of its day, or of its attachment where a change is for new ones', () => {
    const price = (amount: number) =>
      anOutcome({ times: 2, price: { rows: [{ with: [], price: pounds(amount) }] } });
    const facts = [a1, happened('level 2', '2027-06-01'), happened('level 2', '2028-06-01')];
    const plan = (countsFor: 'outcomes' | 'attachments'): Plan => {
      const [first] = aPlan([price(100)]).versions;
      const [second] = aPlan([price(200)]).versions;
      if (!first || !second) throw new Error('two versions');
      const countsFrom = dayNumber('2028-01-01');
      return {
        ...aPlan([]),
        versions: [first, { ...second, version: 2, hash: 'second', countsFrom, countsFor }],
      };
    };
    const paid = (countsFor: 'outcomes' | 'attachments') =>
      owed(plan(countsFor), facts, end).lines.map((line) => [
        line.number,
        line.version,
        line.amount,
      ]);
    expect(paid('outcomes')).toEqual([
      [1, 1, 10000n],
      [2, 2, 20000n],
    ]);
    expect(paid('attachments')).toEqual([
      [1, 1, 10000n],
      [2, 1, 10000n],
    ]);
  });
});

describe('Statuses', () => {
  const plan = aPlan(
    [
      anOutcome({
        times: 2,
        window: { anchor: { is: 'attachment' }, starts: 'on the day', length: length('1 year') },
      }),
    ],
    {
      setAsideBy: ['died'],
    },
  );

  test('one for each attachment and outcome, and one for each further repeat achieved', () => {
    const facts = [a1, happened('level 2', '2027-06-01'), happened('level 2', '2027-07-01')];
    expect(statusesOf(owed(plan, facts, end))).toEqual({ achieved: 2 });
  });

  test('set aside: what was achieved before stays, nothing after counts', () => {
    const died = happened('died', '2027-06-15');
    expect(statusesOf(owed(plan, [a1, died], end))).toEqual({ setAside: 1 });
    expect(statusesOf(owed(plan, [a1, died], asAt('2027-06-14')))).toEqual({ notYetDue: 1 });
    const facts = [a1, died, happened('level 2', '2027-06-01'), happened('level 2', '2027-06-15')];
    expect(linesOf(owed(plan, facts, end))).toEqual(['Settled 1 on 2027-06-01: £220']);
    expect(statusesOf(owed(plan, facts, end))).toEqual({ achieved: 1 });
  });

  test('zero, unknown and not yet due are never confused', () => {
    expect(statusesOf(owed(plan, [a1], asAt('2028-04-29')))).toEqual({ notYetDue: 1 });
    expect(statusesOf(owed(plan, [a1], asAt('2028-04-30')))).toEqual({ notAchieved: 1 });
    const unread = [{ participant: 'Sam', kind: 'level 2' }];
    expect(statusesOf(owed(plan, [a1], { ...end, unread }))).toEqual({ notKnown: 1 });
    const another = [{ participant: 'Ali', kind: 'level 2' }];
    expect(statusesOf(owed(plan, [a1], { ...end, unread: another }))).toEqual({ notAchieved: 1 });
    const rejected = happened('level 2', '2027-06-01', { state: 'rejected' });
    expect(statusesOf(owed(plan, [a1, rejected], end))).toEqual({ notAchieved: 1 });
    const waiting = happened('level 2', '2027-06-01', { state: 'waiting' });
    expect(statusesOf(owed(plan, [a1, waiting], end))).toEqual({ notKnown: 1 });
  });

  test('what is not yet known or has not yet happened counts for nothing', () => {
    const fact = happened('level 2', '2027-06-01', { known: '2027-06-20' });
    expect(statusesOf(owed(plan, [a1, fact], asAt('2027-06-30', '2027-06-19')))).toEqual({
      notYetDue: 1,
    });
    expect(statusesOf(owed(plan, [a1, fact], asAt('2027-05-31', '2027-06-30')))).toEqual({
      notYetDue: 1,
    });
    expect(owed(plan, [a1, fact], asAt('2027-06-30')).total).toBe(22000n);
  });
});
