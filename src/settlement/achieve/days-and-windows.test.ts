// Step 2 of docs/settlement.md: windows, what they are counted from, and lines of days.
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
import { daysOf, linesOf, notPaidOf, statusesOf } from '../../../test/support/makers/shown.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed } from '../index.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');
const a2 = (day: Day) => attached(day, { id: 'A2', provider: 'Harbour' });

describe('windows', () => {
  const once = (window: OutcomePlan['window'], words: Partial<OutcomePlan> = {}) =>
    aPlan([anOutcome({ ...words, ...(window ? { window } : {}) })]);
  const on = (plan: ReturnType<typeof once>, day: Day, ...facts: readonly Fact[]) =>
    daysOf(plan, [a1, ...facts, happened('level 2', day)], end).length === 1;

  test('a window of dates includes both, whatever the anchor', () => {
    const days = { firstDay: dayNumber('2027-06-01'), lastDay: dayNumber('2027-06-30') };
    const plan = once({ anchor: { is: 'contract' }, starts: 'on the day', ...days });
    const tried = ['2027-05-31', '2027-06-01', '2027-06-30', '2027-07-01'] as const;
    expect(tried.map((day) => on(plan, day))).toEqual([false, true, true, false]);
  });

  test('of a length and a last day the sooner ends the window', () => {
    const plan = (text: string) => once(within(text, { lastDay: dayNumber('2027-05-10') }));
    expect([on(plan('1 week'), '2027-05-07'), on(plan('1 week'), '2027-05-08')]).toEqual([
      true,
      false,
    ]);
    expect([on(plan('2 weeks'), '2027-05-10'), on(plan('2 weeks'), '2027-05-11')]).toEqual([
      true,
      false,
    ]);
  });

  test('a window of one day has that day', () => {
    expect([
      on(once(within('1 day')), '2027-05-01'),
      on(once(within('1 day')), '2027-05-02'),
    ]).toEqual([true, false]);
  });

  test('from attachment, whenever the referral was', () => {
    const referred = happened('referred', '2027-04-20');
    expect(on(once(within('10 days')), '2027-05-10', referred)).toBe(true);
    expect(on(once(within('10 days')), '2027-05-11', referred)).toBe(false);
  });

  test('a window from the start of the contract is counted from its day', () => {
    const plan = once(within('40 days', { anchor: { is: 'contract' } }));
    expect([on(plan, '2027-05-10'), on(plan, '2027-05-11')]).toEqual([true, false]);
  });

  test('a last day that is a date is not lengthened by paused days, a length is', () => {
    const away = spell('hospital', { from: '2027-05-03', to: '2027-05-04' });
    const pausedBy = ['hospital'];
    const dated = within('1 week', { lastDay: dayNumber('2027-05-07') });
    expect(on(once(dated, { pausedBy }), '2027-05-08', away)).toBe(false);
    expect(on(once(within('1 week'), { pausedBy }), '2027-05-09', away)).toBe(true);
    expect(on(once(within('1 week'), { pausedBy }), '2027-05-10', away)).toBe(false);
  });

  test('the length after which a window opens is lengthened by paused days too', () => {
    const away = spell('hospital', { from: '2027-05-03', to: '2027-05-04' });
    const window = within('3 weeks', { opensAfter: length('1 week') });
    const plan = once(window, { pausedBy: ['hospital'] });
    expect([on(plan, '2027-05-09', away), on(plan, '2027-05-10', away)]).toEqual([false, true]);
  });

  test('a window that opens after its last day is none, and nothing is to come of it', () => {
    const window = within('60 days', {
      opensAfter: length('30 days'),
      lastDay: dayNumber('2027-05-20'),
    });
    expect(on(once(window), '2027-05-15')).toBe(false);
    expect(statusesOf(owed(once(window), [a1], asAt('2027-05-10')))).toEqual({ notAchieved: 1 });
  });

  test('from a kind of fact: the first on or after the first day that can count', () => {
    const plan = once(within('1 week', { anchor: { is: 'kind', kind: 'release' } }));
    const out = (...days: readonly Day[]) => days.map((day) => happened('release', day));
    expect(on(plan, '2027-06-07', ...out('2027-06-01', '2027-07-01'))).toBe(true);
    expect(on(plan, '2027-06-08', ...out('2027-06-01', '2027-07-01'))).toBe(false);
    expect(on(plan, '2027-07-02', ...out('2027-06-01', '2027-07-01'))).toBe(false);
    expect(on(plan, '2027-05-07', ...out('2027-05-01'))).toBe(true);
    expect(on(plan, '2027-05-03', ...out('2027-04-30'))).toBe(false);
    expect(on(plan, '2027-06-07')).toBe(false);
  });

  test('an anchor that is not verified is none, but what it might open is not known', () => {
    const plan = once(within('1 week', { anchor: { is: 'kind', kind: 'release' } }));
    const facts = [
      a1,
      happened('release', '2027-06-01', { state: 'claimed' }),
      happened('level 2', '2027-06-02'),
    ];
    const settled = owed(plan, facts, end);
    expect(settled.total).toBe(0n);
    expect(notPaidOf(settled)).toEqual(['Outcomes/Settled|A1|Bright Futures|1: not_verified £220']);
    expect(statusesOf(settled)).toEqual({ notKnown: 1 });
    const sure = happened('release', '2027-07-01', { id: 'sure' });
    expect(notPaidOf(owed(plan, [...facts, sure], end))).toEqual([]);
  });

  test('from another outcome: from the day on which it was first achieved', () => {
    const first = anOutcome({
      name: 'First',
      condition: { is: 'happens', kinds: ['first'] },
      times: 'any',
    });
    const window = within('1 week', { anchor: { is: 'outcome', outcome: 'First' } });
    const plan = aPlan([anOutcome({ window }), first]);
    const own = (...days: readonly Day[]) =>
      daysOf(
        plan,
        [a1, happened('level 2', '2027-06-07'), ...days.map((day) => happened('first', day))],
        end,
      ).includes('2027-06-07');
    expect([own('2027-06-01'), own('2027-05-31'), own('2027-05-31', '2027-06-01'), own()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('per person nothing counts before the first attachment, or referral where it is the anchor', () => {
    const facts = [happened('referred', '2027-04-20'), a1, happened('level 2', '2027-04-25')];
    const per = (anchor: 'referral' | 'attachment') =>
      daysOf(
        once(within('30 days', { anchor: { is: anchor } }), { scope: 'participant' }),
        facts,
        end,
      );
    expect(per('referral')).toEqual(['2027-04-25']);
    expect(per('attachment')).toEqual([]);
  });

  test('per referral from its day to the day before the next', () => {
    const outcome = anOutcome({ scope: 'referral', times: 1 });
    const facts = (day: Day) => [
      happened('referred', '2027-04-20', { id: 'R1' }),
      a1,
      happened('referred', '2027-06-20', { id: 'R2' }),
      happened('level 2', '2027-04-20', { id: 'L1' }),
      happened('level 2', day, { id: 'L2' }),
    ];
    const found = (day: Day) => daysOf(aPlan([outcome]), facts(day), end);
    // A referral of which nobody was attached, before anybody was, comes to nothing.
    const [r1, ...rest] = facts('2027-06-20');
    const before = happened('referred', '2027-04-10', { id: 'R0' });
    const early = happened('level 2', '2027-04-15', { id: 'L0' });
    expect(daysOf(aPlan([outcome]), [before, early, r1 as Fact, ...rest], end)).toEqual([
      '2027-04-20',
      '2027-06-20',
    ]);
    expect(found('2027-06-19')).toEqual(['2027-04-20']);
    expect(found('2027-06-20')).toEqual(['2027-04-20', '2027-06-20']);
  });
});

describe('each day', () => {
  const daily = (words: Partial<OutcomePlan> = {}, more: object = {}) =>
    anOutcome({
      condition: { is: 'each day', kinds: ['settled'], less: [], ...more },
      times: 'any',
      ...words,
      price: { perUnit: true, rows: [{ with: [], price: pounds(1) }] },
    });
  const stay = (from: Day, to: Day, id = `S ${from}`) => spell('settled', { from, to }, { id });
  const lines = (outcome: OutcomePlan, ...facts: readonly Fact[]) =>
    linesOf(owed(aPlan([outcome]), [a1, ...facts], end));

  test('one line for each calendar month, on the last day that counts in it', () => {
    expect(
      lines(daily(), stay('2027-05-30', '2027-07-02'), stay('2027-07-10', '2027-07-11')),
    ).toEqual([
      'Settled 2027-05 on 2027-05-31: £2',
      'Settled 2027-06 on 2027-06-30: £30',
      'Settled 2027-07 on 2027-07-11: £4',
    ]);
  });

  test('so many days at most, the first of them', () => {
    const facts = [stay('2027-05-30', '2027-06-03'), stay('2027-06-10', '2027-06-20')];
    expect(lines(daily({ times: 5 }), ...facts)).toEqual([
      'Settled 2027-05 on 2027-05-31: £2',
      'Settled 2027-06 on 2027-06-03: £3',
    ]);
    expect(lines(daily({ times: 8 }), ...facts).at(-1)).toBe('Settled 2027-06 on 2027-06-12: £6');
    expect(lines(daily({ times: 1 }), ...facts)).toEqual(['Settled 2027-05 on 2027-05-30: £1']);
  });

  test('the days at most are of each attachment, whoever sees the days of another', () => {
    // Both are there from 10 May: the days are the first’s until 14 May, then the second’s.
    const facts = [
      happened('left', '2027-05-14', { provider: 'Bright Futures' }),
      a2('2027-05-10'),
    ];
    const settled = owed(
      aPlan([daily({ times: 6 })]),
      [a1, ...facts, stay('2027-05-08', '2027-05-31')],
      end,
    );
    expect(
      settled.lines.map(({ provider, day, amount }) => [provider, dayOf(day), amount]),
    ).toEqual([
      ['Bright Futures', '2027-05-13', 600n],
      ['Harbour', '2027-05-20', 600n],
    ]);
  });

  test('days seen that were another’s are a line of their month only where there are no own days', () => {
    const facts = [
      a2('2027-05-10'),
      happened('left', '2027-06-10', { provider: 'Bright Futures' }),
    ];
    const settled = owed(aPlan([daily()]), [a1, ...facts, stay('2027-05-25', '2027-06-20')], end);
    expect(
      settled.lines.map(({ line, gross, amount }) => `${line} ${gross} ${amount}`).sort(),
    ).toEqual([
      'Outcomes/Settled|A1|Bright Futures|2027-05 700 700',
      'Outcomes/Settled|A1|Bright Futures|2027-06 1000 1000',
      'Outcomes/Settled|A2|Harbour|2027-05 700 0',
      'Outcomes/Settled|A2|Harbour|2027-06 1000 1000',
    ]);
  });

  test('where the last provider owns them an earlier one keeps its own days of the month', () => {
    const facts = [a1, a2('2027-05-10'), stay('2027-05-05', '2027-05-20')];
    const settled = owed(aPlan([daily()], { whose: 'last' }), facts, end);
    expect(settled.lines.map(({ line, amount }) => `${line} ${amount}`)).toEqual([
      'Outcomes/Settled|A1|Bright Futures|2027-05 500',
      'Outcomes/Settled|A2|Harbour|2027-05 1100',
    ]);
  });

  test('per person days fall to whoever owns them, and the most is of all together', () => {
    const facts = [
      happened('left', '2027-05-14', { provider: 'Bright Futures' }),
      a2('2027-05-15'),
      stay('2027-05-10', '2027-05-31'),
    ];
    const settled = owed(aPlan([daily({ scope: 'participant', times: 9 })]), [a1, ...facts], end);
    expect(
      settled.lines.map(({ provider, day, amount }) => [provider, dayOf(day), amount]),
    ).toEqual([
      ['Bright Futures', '2027-05-14', 500n],
      ['Harbour', '2027-05-18', 400n],
    ]);
  });

  test('once a mark is reached, and then the days before it too; each at the day of the mark', () => {
    const mark = anOutcome({ name: 'Mark', condition: settledFor('40 days'), times: 1 });
    const plan = aPlan([daily({}, { onceReached: 'Mark' }), mark]);
    const whole = owed(plan, [a1, stay('2027-05-01', '2027-06-09')], end);
    expect([...linesOf(whole)].sort()).toEqual([
      'Mark 1 on 2027-06-09: £220',
      'Settled 2027-05 on 2027-05-31: £31',
      'Settled 2027-06 on 2027-06-09: £9',
    ]);
    expect(whole.lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(
      Array(3).fill('2027-06-09'),
    );
    expect(owed(plan, [a1, stay('2027-05-01', '2027-06-08')], end).lines).toEqual([]);
  });

  test('a day after the mark is owed on its own day', () => {
    const mark = anOutcome({ name: 'Mark', condition: { is: 'happens', kinds: ['mark'] } });
    const plan = aPlan([daily({}, { onceReached: 'Mark' }), mark]);
    const facts = [a1, stay('2027-05-01', '2027-06-09'), happened('mark', '2027-05-20')];
    const { lines: found } = owed(plan, facts, end);
    const own = found.filter(({ outcome }) => outcome === 'Settled');
    expect(own.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2027-06-09', '2027-06-09']);
  });

  test('every day of the window but for those excluded, as far as days have passed', () => {
    const outcome = daily(
      { window: within('20 days') },
      { kinds: [], everyDay: true, less: ['in care'] },
    );
    const plan = aPlan([outcome]);
    const care = spell('in care', { from: '2027-05-03', to: '2027-05-05' });
    const at = (day: Day) => linesOf(owed(plan, [a1, care], asAt(day)));
    expect(at('2027-05-01')).toEqual(['Settled 2027-05 on 2027-05-01: £1']);
    expect(at('2027-05-02')).toEqual(['Settled 2027-05 on 2027-05-02: £2']);
    expect(at('2027-05-10')).toEqual(['Settled 2027-05 on 2027-05-10: £7']);
    expect(at('2027-06-10')).toEqual(['Settled 2027-05 on 2027-05-20: £17']);
    expect(
      owed(plan, [attached('2027-05-01', { known: '2027-04-20' })], asAt('2027-04-30')).lines,
    ).toEqual([]);
  });

  describe('what follows from days that pass without a fact', () => {
    const quiet = { is: 'absent', kinds: ['offence'], presumed: true } as const;
    const mark = anOutcome({ name: 'Mark', condition: quiet, window: within('40 days') });
    const passing = (more = {}) => daily({ name: 'Days' }, { kinds: [], everyDay: true, ...more });
    const followers: readonly (readonly [string, Partial<OutcomePlan>])[] = [
      ['only after them', { onlyAfter: ['Days'] }],
      [
        'counted from them',
        { window: within('60 days', { anchor: { is: 'outcome', outcome: 'Days' } }) },
      ],
      ['one of them all', { condition: { is: 'all of', outcomes: ['Days', 'Other'] } }],
    ];
    const payable = (words: Partial<OutcomePlan>, ...others: readonly OutcomePlan[]) => {
      const plan = aPlan([anOutcome(words), anOutcome({ name: 'Other' }), ...others]);
      const { lines: found } = owed(plan, [a1, happened('level 2', '2027-05-12')], end);
      const own = found.filter(({ outcome }) => outcome === 'Settled');
      return own.map(({ payableOn = 0 }) => dayOf(payableOn));
    };

    test.each(followers)('%s: payable once the first of them had passed', (_, words) => {
      expect(payable(words, passing())).toEqual(['2027-05-12']);
    });

    test.each(followers)('%s: with a mark, once that was reached', (_, words) => {
      // Forty days from 1 May without an offence end on 9 June.
      expect(payable(words, passing({ onceReached: 'Mark' }), mark)).toEqual(['2027-06-09']);
    });

    test('any of them: on the first day, and with a mark, once that was reached', () => {
      const words = { condition: { is: 'any of', outcomes: ['Days', 'Other'] } } as const;
      expect(payable(words, passing())).toEqual(['2027-05-01']);
      expect(payable(words, passing({ onceReached: 'Mark' }), mark)).toEqual(['2027-06-09']);
    });

    test('the days themselves are payable with the mark, and those after it as they pass', () => {
      const plan = aPlan([passing({ onceReached: 'Mark' }), mark]);
      const { lines: found } = owed(plan, [a1], asAt('2027-06-20'));
      const own = found.filter(({ outcome }) => outcome === 'Days');
      expect(own.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual([
        '2027-06-09',
        '2027-06-20',
      ]);
    });
  });

  test('only after X: the days from X on', () => {
    const first = anOutcome({ name: 'First', condition: { is: 'happens', kinds: ['first'] } });
    const plan = aPlan([daily({ onlyAfter: ['First'] }), first]);
    const facts = [a1, stay('2027-05-10', '2027-05-20'), happened('first', '2027-05-15')];
    expect(linesOf(owed(plan, facts, end))).toEqual([
      'First 1 on 2027-05-15: £220',
      'Settled 2027-05 on 2027-05-20: £6',
    ]);
    expect(owed(plan, facts.slice(0, 2), end).lines).toEqual([]);
  });

  test('an outcome that comes after days comes after the first of them', () => {
    const after = anOutcome({ name: 'After', onlyAfter: ['Settled'] });
    const plan = aPlan([daily(), after]);
    const facts = (day: Day) => [a1, stay('2027-05-10', '2027-05-20'), happened('level 2', day)];
    const found = (day: Day) => linesOf(owed(plan, facts(day), end)).length;
    expect([found('2027-05-10'), found('2027-05-09')]).toEqual([2, 1]);
  });

  test('where two referrals fall to one attachment their days of a month are one line', () => {
    const facts = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      happened('referred', '2027-05-20', { id: 'R2' }),
      stay('2027-05-10', '2027-05-31'),
    ];
    expect(lines(daily({ scope: 'referral' }), ...facts)).toEqual([
      'Settled 2027-05 on 2027-05-31: £22',
    ]);
  });

  test('of such a line of days that pass each day was enough when as many had passed', () => {
    // Nine days of the first referral and ten of the second, until 20 May, from which he was in
    // care, as was known in July: on 19 May nineteen days had passed.
    const facts = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      happened('referred', '2027-05-10', { id: 'R2' }),
      spell('in care', { from: '2027-05-20', to: '2027-06-30', known: '2027-07-01' }),
    ];
    const everyDay = { kinds: [], everyDay: true, less: ['in care'] };
    const window = within('41 days', { anchor: { is: 'referral' } });
    const outcome = daily({ scope: 'referral', window }, everyDay);
    const { lines: found } = owed(aPlan([outcome]), [a1, ...facts], end);
    const shown = found.map(
      ({ number, day, gross, payableOn = 0 }) =>
        `${number} ${dayOf(day)} ${gross} ${dayOf(payableOn)}`,
    );
    expect(shown).toContain('2027-05 2027-05-19 1900 2027-05-19');
  });

  test('where the most of each of them is reached, the line has both', () => {
    const facts = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      happened('referred', '2027-05-20', { id: 'R2' }),
      stay('2027-05-10', '2027-05-31'),
    ];
    expect(lines(daily({ scope: 'referral', times: 3 }), ...facts)).toEqual([
      'Settled 2027-05 on 2027-05-22: £6',
    ]);
  });
});

describe('only after', () => {
  const first = anOutcome({ name: 'First', condition: { is: 'happens', kinds: ['first'] } });

  test('all that are named must have come before', () => {
    const second = anOutcome({ name: 'Second', condition: { is: 'happens', kinds: ['second'] } });
    const plan = aPlan([anOutcome({ onlyAfter: ['First', 'Second'] }), first, second]);
    const facts = [a1, happened('level 2', '2027-05-12'), happened('first', '2027-05-10')];
    const own = (...more: readonly Fact[]) =>
      linesOf(owed(plan, [...facts, ...more], end)).filter((line) => line.startsWith('Settled'));
    expect(own()).toEqual([]);
    expect(own(happened('second', '2027-05-13'))).toEqual([]);
    expect(own(happened('second', '2027-05-12'))).toEqual(['Settled 1 on 2027-05-12: £220']);
  });

  test('a repeat before X does not stand, and the next that does is looked for', () => {
    const lasting = anOutcome({
      condition: settledFor('1 week'),
      times: 2,
      onlyAfter: ['First'],
    });
    const facts = [
      a1,
      spell('settled', { from: '2027-05-01', to: '2027-05-28' }),
      happened('first', '2027-05-10'),
    ];
    expect(daysOf(aPlan([lasting, first]), facts, end)).toEqual([
      '2027-05-10',
      '2027-05-14',
      '2027-05-21',
    ]);
  });

  test('what a score improves on is the first of all; an improvement before X uses nothing up', () => {
    const outcome = anOutcome({
      condition: { is: 'improves', kind: 'goals', by: fraction(5), better: 'higher' },
      onlyAfter: ['First'],
    });
    const facts = [
      a1,
      happened('goals', '2027-05-02', { value: '10' }),
      happened('goals', '2027-05-05', { value: '16' }),
      happened('first', '2027-05-10'),
      happened('goals', '2027-05-12', { value: '15' }),
    ];
    expect(daysOf(aPlan([outcome, first]), facts, end)).toEqual(['2027-05-10', '2027-05-12']);
    const sameDay = [...facts.slice(0, 4), happened('goals', '2027-05-10', { value: '15' })];
    expect(daysOf(aPlan([outcome, first]), sameDay, end)).toEqual(['2027-05-10', '2027-05-10']);
  });

  test('an outcome in another scope counts where one concerns the other', () => {
    const perPerson = { ...first, scope: 'participant' } as const;
    const plan = aPlan([anOutcome({ onlyAfter: ['First'] }), perPerson]);
    const facts = [
      a1,
      happened('left', '2027-05-15'),
      a2('2027-06-01'),
      happened('first', '2027-05-10'),
      happened('level 2', '2027-06-10'),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-05-10', '2027-06-10']);
    // Per attachment the second has no first of its own.
    expect(daysOf(aPlan([anOutcome({ onlyAfter: ['First'] }), first]), facts, end)).toEqual([
      '2027-05-10',
    ]);
  });

  test('X is first achieved by whoever achieved it first, paid or not', () => {
    // From 10 with the first provider, who sees 15 on the 20th; from 2 with the second, 8 on the 10th.
    const better = anOutcome({
      name: 'First',
      condition: { is: 'improves', kind: 'goals', by: fraction(5), better: 'higher' },
    });
    const plan = aPlan([anOutcome({ scope: 'participant', onlyAfter: ['First'] }), better]);
    const score = (day: Day, value: string) => happened('goals', day, { value });
    const facts = [
      a1,
      a2('2027-05-05'),
      score('2027-05-02', '10'),
      score('2027-05-05', '2'),
      score('2027-05-10', '8'),
      score('2027-05-20', '15'),
    ];
    const own = (day: Day) =>
      linesOf(owed(plan, [...facts, happened('level 2', day)], end)).filter((line) =>
        line.startsWith('Settled'),
      );
    expect(own('2027-05-10')).toEqual(['Settled 1 on 2027-05-10: £220']);
    expect(own('2027-05-09')).toEqual([]);
  });

  test('of a referral and its attachment the one comes after the other', () => {
    const perReferral = { ...first, scope: 'referral' } as const;
    const plan = aPlan([anOutcome({ onlyAfter: ['First'] }), perReferral]);
    const facts = [
      happened('referred', '2027-04-20', { id: 'R1' }),
      a1,
      happened('first', '2027-05-10'),
      happened('level 2', '2027-05-12'),
      happened('left', '2027-05-15'),
      happened('referred', '2027-06-01', { id: 'R2' }),
      a2('2027-06-02'),
      happened('level 2', '2027-06-10'),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-05-10', '2027-05-12']);
  });
});
