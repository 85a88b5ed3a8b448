// Steps 1.5, 1.8 and 3.1 of docs/settlement.md: who took part, with whom, and whose an outcome is.
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
import { daysOf, linesOf } from '../../../test/support/makers/shown.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { type OutcomePlan, owed, type Plan, type VersionPlan } from '../index.ts';

const end = asAt('2032-03-31');
const a1 = attached('2027-05-01');
const a2 = (day: Day, words = {}) => attached(day, { id: 'A2', provider: 'Harbour', ...words });
const a3 = (day: Day) => attached(day, { id: 'A3', provider: 'Lantern' });
const level2 = (day: Day) => happened('level 2', day);

/** To whom what happened on each of these days is paid, per person. */
function ownersOn(
  days: readonly Day[],
  facts: readonly Fact[],
  words: Partial<VersionPlan> = {},
): readonly string[] {
  const plan = aPlan([anOutcome({ scope: 'participant', times: 'any' })], words);
  const { lines } = owed(plan, [...facts, ...days.map(level2)], end);
  return [...lines].sort((a, b) => a.day - b.day).map(({ provider }) => provider);
}

describe('whose', () => {
  const overlapping = [
    a1,
    happened('left', '2027-06-30', { provider: 'Bright Futures', id: 'L1' }),
    a2('2027-06-01'),
    happened('left', '2027-06-15', { provider: 'Harbour', id: 'L2' }),
  ];

  test('an outcome falls to the attachment that covers its day; of two, to the one attached first', () => {
    const days = ['2027-05-31', '2027-06-10', '2027-06-30'] as const;
    expect(ownersOn(days, overlapping)).toEqual(Array(3).fill('Bright Futures'));
  });

  test('if none does, to the last that ended before it, not the last that was attached', () => {
    expect(ownersOn(['2027-07-01'], overlapping)).toEqual(['Bright Futures']);
    const other = overlapping.map((fact) =>
      fact.id === 'L2' ? { ...fact, day: dayNumber('2027-07-10') } : fact,
    );
    expect(ownersOn(['2027-07-01', '2027-07-11'], other)).toEqual(['Harbour', 'Harbour']);
  });

  test('of two that ended on one day the first attached', () => {
    const facts = [
      a1,
      a2('2027-06-01'),
      happened('left', '2027-06-30', { provider: 'Bright Futures', id: 'L1' }),
      happened('left', '2027-06-30', { provider: 'Harbour', id: 'L2' }),
    ];
    expect(ownersOn(['2027-07-10'], facts)).toEqual(['Bright Futures']);
  });

  test('between two attachments it is the first’s, from the second’s day the second’s', () => {
    const facts = [a1, happened('left', '2027-05-20'), a2('2027-06-01')];
    expect(ownersOn(['2027-05-20', '2027-05-21', '2027-05-31', '2027-06-01'], facts)).toEqual([
      'Bright Futures',
      'Bright Futures',
      'Bright Futures',
      'Harbour',
    ]);
  });

  test('on the last day of one, on which another comes, it is still the first’s', () => {
    const facts = [a1, happened('left', '2027-05-20'), a2('2027-05-20')];
    expect(ownersOn(['2027-05-20', '2027-05-21'], facts)).toEqual(['Bright Futures', 'Harbour']);
  });

  test('“the first provider” is so whoever came later; “the last” is the last attached by the day', () => {
    const facts = [a1, happened('left', '2027-05-20'), a2('2027-06-01'), a3('2027-07-01')];
    const days = ['2027-05-10', '2027-06-10', '2027-07-01'] as const;
    expect(ownersOn(days, facts, { whose: 'first' })).toEqual(Array(3).fill('Bright Futures'));
    expect(ownersOn(days, facts, { whose: 'last' })).toEqual([
      'Bright Futures',
      'Harbour',
      'Lantern',
    ]);
    expect(ownersOn(['2027-06-20'], overlapping, { whose: 'last' })).toEqual(['Harbour']);
  });

  test('an attachment that covers a day of another shows the line, and none after it has ended', () => {
    const plan = aPlan([anOutcome({ times: 'any' })]);
    const shown = (day: Day) =>
      owed(plan, [...overlapping, level2(day)], end).lines.map(
        ({ provider, amount }) => `${provider} ${amount}`,
      );
    expect(shown('2027-06-15')).toEqual(['Bright Futures 22000', 'Harbour 0']);
    expect(shown('2027-06-16')).toEqual(['Bright Futures 22000']);
    expect(shown('2027-05-31')).toEqual(['Bright Futures 22000']);
  });

  test('an attachment owns days after its end until the next owner’s, and sees none of those', () => {
    const plan = aPlan([anOutcome({ times: 'any', condition: settledFor('10 days') })]);
    const facts = [
      a1,
      happened('left', '2027-05-20'),
      a2('2027-06-01'),
      spell('settled', { from: '2027-05-23', to: '2027-06-09' }),
    ];
    // Ten days from 23 May end on 1 June, which is the second’s: it has nine days of its own.
    expect(owed(plan, facts, end).lines).toEqual([]);
    const begun = facts.map((fact) =>
      fact.kind === 'settled' ? { ...fact, from: dayNumber('2027-05-22') } : fact,
    );
    expect(linesOf(owed(plan, begun, end))).toEqual(['Settled 1 on 2027-05-31: £220']);
  });

  test('what can count before anybody is attached falls to the first attachment, of the referral', () => {
    const window = within('60 days', { anchor: { is: 'referral' } });
    const per = (scope: OutcomePlan['scope']) =>
      aPlan([anOutcome({ scope, times: 'any', window })]);
    const facts = [
      happened('referred', '2027-04-10', { id: 'R1' }),
      level2('2027-04-15'),
      a1,
      a2('2027-05-03'),
    ];
    const paid = (scope: OutcomePlan['scope']) =>
      owed(per(scope), facts, end).lines.map(({ provider }) => provider);
    expect(paid('participant')).toEqual(['Bright Futures']);
    expect(paid('referral')).toEqual(['Bright Futures']);
    expect(paid('attachment')).toEqual([]);
  });

  test('a referral of which nobody was attached comes to nothing where nobody owns its days', () => {
    const plan = aPlan([anOutcome({ scope: 'referral' })]);
    const facts = [happened('referred', '2027-04-10', { id: 'R1' }), level2('2027-04-15')];
    expect(owed(plan, facts, end).lines).toEqual([]);
  });
});

describe('attachments', () => {
  const attachedOn = (plan: Plan, facts: readonly Fact[], days: readonly Day[]) =>
    daysOf(plan, [...facts, ...days.map(level2)], end);
  const while_ = (words: Partial<VersionPlan> = {}) =>
    aPlan([anOutcome({ whileAttached: true, times: 'any', scope: 'participant' })], words);

  test('one runs to the day on which it was left, or the length that the page gives it', () => {
    const days = ['2027-05-01', '2027-05-10', '2027-05-11'] as const;
    const left = happened('left', '2027-05-10');
    expect(attachedOn(while_(), [a1, left], days)).toEqual(days.slice(0, 2));
    const partEnds = length('10 days');
    expect(attachedOn(while_({ partEnds }), [a1], days)).toEqual(days.slice(0, 2));
    const early = happened('left', '2027-05-05');
    expect(attachedOn(while_({ partEnds }), [a1, early], days)).toEqual(days.slice(0, 1));
    const late = happened('left', '2027-05-11');
    expect(attachedOn(while_({ partEnds }), [a1, late], days)).toEqual(days.slice(0, 2));
  });

  test('leaving ends the attachment that covers its day: of several the one attached first', () => {
    const facts = [a1, a2('2027-05-05'), happened('left', '2027-05-20')];
    expect(ownersOn(['2027-05-20', '2027-05-21'], facts)).toEqual(['Bright Futures', 'Harbour']);
    const before = [a1, a2('2027-05-25'), happened('left', '2027-05-20')];
    expect(ownersOn(['2027-05-30'], before)).toEqual(['Harbour']);
    const own = [a1, happened('left', '2027-05-01'), a2('2027-05-02')];
    expect(ownersOn(['2027-05-01', '2027-05-02'], own)).toEqual(['Bright Futures', 'Harbour']);
  });

  test('leaving a provider that is named ends the attachment to it', () => {
    const facts = [
      a1,
      a2('2027-05-05'),
      happened('left', '2027-05-20', { provider: 'Harbour' }),
      happened('left', '2027-05-25', { id: 'again' }),
    ];
    const plan = while_();
    expect(attachedOn(plan, facts, ['2027-05-20', '2027-05-25', '2027-05-26'])).toEqual([
      '2027-05-20',
      '2027-05-25',
    ]);
    const other = [a1, happened('left', '2027-05-20', { provider: 'Harbour' })];
    expect(attachedOn(plan, other, ['2027-05-26'])).toEqual(['2027-05-26']);
  });

  test('each leaving ends one attachment, and one that has been left is not left again', () => {
    const facts = [
      a1,
      a2('2027-05-05'),
      happened('left', '2027-05-20', { id: 'L1' }),
      happened('left', '2027-05-20', { id: 'L2' }),
    ];
    expect(attachedOn(while_(), facts, ['2027-05-20', '2027-05-21'])).toEqual(['2027-05-20']);
  });

  test('leaving before an attachment does not end it', () => {
    const facts = [a2('2027-05-25'), happened('left', '2027-05-20', { provider: 'Harbour' })];
    expect(attachedOn(while_(), facts, ['2027-05-26'])).toEqual(['2027-05-26']);
  });

  test('leaving on the last day that the page gives ends that attachment, and no other', () => {
    const partEnds = length('10 days');
    const facts = [a1, a2('2027-05-05'), happened('left', '2027-05-10')];
    const days = ['2027-05-10', '2027-05-14', '2027-05-15'] as const;
    expect(attachedOn(while_({ partEnds }), facts, days)).toEqual(days.slice(0, 2));
  });

  test('one that is only claimed is none, also for what waits for verification', () => {
    const claimed = attached('2027-05-01', { state: 'claimed' });
    const { lines, statuses } = owed(aPlan([anOutcome()]), [claimed, level2('2027-06-01')], end);
    expect(lines).toEqual([]);
    expect(statuses.notKnown).toBe(0);
  });

  test('on a page without groups one has none', () => {
    const [version] = aPlan([]).versions;
    const groups = new Map([['', { group: '', outcomes: [anOutcome()], limits: [] }]]);
    const plan = { ...aPlan([]), versions: [{ ...(version as VersionPlan), groups }] };
    const { group: _, ...grouped } = a1;
    expect(daysOf(plan, [grouped, level2('2027-06-01')], end)).toEqual(['2027-06-01']);
  });

  test('those outside the programme’s days are none', () => {
    const on = (day: Day) => owed(aPlan([anOutcome()]), [attached(day)], end).statuses;
    const none = { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 };
    expect(on('2027-03-31')).toEqual(none);
    expect(on('2027-04-01')).toEqual({ ...none, notAchieved: 1 });
    expect(on('2032-03-31')).toEqual({ ...none, notAchieved: 1 });
    expect(
      owed(aPlan([anOutcome()]), [attached('2032-04-01')], asAt('2033-01-01')).statuses,
    ).toEqual(none);
  });

  test('an attachment has the characteristics recorded with it and with its referral', () => {
    const rows = [
      { with: ['area=Leeds', 'young'], price: pounds(500) },
      { with: [], price: pounds(100) },
    ];
    const plan = aPlan([anOutcome({ price: { rows } })]);
    const paid = (referred: readonly string[], own: readonly string[]) =>
      owed(
        plan,
        [
          happened('referred', '2027-04-20', { with: referred }),
          attached('2027-05-01', { with: own }),
          level2('2027-06-01'),
        ],
        end,
      ).total;
    expect(paid(['area=Leeds'], ['young'])).toBe(50_000n);
    expect(paid(['area=Leeds', 'young'], [])).toBe(50_000n);
    expect(paid([], ['young'])).toBe(10_000n);
  });
});

describe('referrals', () => {
  const per = (words: Partial<VersionPlan> = {}) =>
    aPlan(
      [
        anOutcome({
          scope: 'referral',
          times: 'any',
          window: within('10 days', { anchor: { is: 'referral' } }),
        }),
      ],
      words,
    );
  const referred = (day: Day, id: string) => happened('referred', day, { id });

  test('an attachment belongs to the last referral on or before its day', () => {
    const window = within('10 days', { anchor: { is: 'referral' } });
    const plan = aPlan([anOutcome({ window, times: 'any' })]);
    const at = (referral: Day) =>
      daysOf(
        plan,
        [referred('2027-04-10', 'R1'), referred(referral, 'R2'), a1, level2('2027-05-05')],
        end,
      );
    expect(at('2027-05-01')).toEqual(['2027-05-05']);
    expect(at('2027-04-26')).toEqual(['2027-05-05']);
    expect(at('2027-04-25')).toEqual([]);
    expect(at('2027-05-02')).toEqual([]);
  });

  test('without one it stands for a referral itself', () => {
    expect(daysOf(per(), [a1, level2('2027-05-10')], end)).toEqual(['2027-05-10']);
    expect(daysOf(per(), [a1, level2('2027-05-11')], end)).toEqual([]);
    const facts = [a1, happened('left', '2027-05-20'), a2('2027-06-01'), level2('2027-06-05')];
    expect(daysOf(per(), facts, end)).toEqual(['2027-06-05']);
  });

  test('those outside the programme’s days, or after the last day of referrals, are not admitted', () => {
    const at = (day: Day, words: Partial<VersionPlan> = {}) =>
      daysOf(per(words), [referred(day, 'R1'), a1, level2('2027-05-09')], end);
    // Not admitted, the attachment stands for one, and its ten days are from 1 May.
    expect(at('2027-03-31')).toEqual(['2027-05-09']);
    expect(at('2027-04-01')).toEqual([]);
    const referralsUntil = dayNumber('2027-04-20');
    expect(at('2027-04-20', { referralsUntil })).toEqual([]);
    expect(at('2027-04-21', { referralsUntil })).toEqual(['2027-05-09']);
  });

  test('a referral after an attachment that stands for one ends its days', () => {
    const plan = aPlan([anOutcome({ scope: 'referral', times: 1 })]);
    const facts = [a1, referred('2027-06-01', 'R1'), a2('2027-06-02')];
    const days = ['2027-05-10', '2027-05-20', '2027-06-01', '2027-06-10'] as const;
    expect(daysOf(plan, [...facts, ...days.map(level2)], end)).toEqual([
      '2027-05-10',
      '2027-06-01',
    ]);
  });

  test('a referral of one day has that day', () => {
    const plan = aPlan([anOutcome({ scope: 'referral', times: 1 })]);
    const facts = [a1, referred('2027-06-01', 'R1'), referred('2027-06-02', 'R2')];
    const days = ['2027-06-01', '2027-06-02'] as const;
    expect(daysOf(plan, [...facts, ...days.map(level2)], end)).toEqual(days);
  });

  test('what is paid for referrals is paid once for those of one day', () => {
    const condition = { is: 'happens', kinds: ['referred'] } as const;
    const plan = aPlan([anOutcome({ scope: 'referral', times: 'any', condition })]);
    const facts = [referred('2027-04-20', 'R1'), referred('2027-04-20', 'R2'), a1];
    expect(daysOf(plan, facts, end)).toEqual(['2027-04-20']);
  });

  test('of two referrals on one day the first has no day of its own', () => {
    const facts = [referred('2027-04-20', 'R1'), referred('2027-04-20', 'R2'), a1];
    const plan = aPlan([anOutcome({ scope: 'referral', times: 'any' })]);
    const { lines } = owed(plan, [...facts, level2('2027-04-20'), level2('2027-05-05')], end);
    expect(lines.map(({ number, day }) => `${number} ${dayOf(day)}`)).toEqual([
      '1 2027-04-20',
      '2 2027-05-05',
    ]);
  });
});

describe('what comes after another outcome', () => {
  type Scope = OutcomePlan['scope'];
  /** Whether Settled is achieved after First, each per attachment, referral or person. */
  const follows = (scopes: readonly [first: Scope, then: Scope], ...facts: readonly Fact[]) => {
    const [scope, then] = scopes;
    const happens = { is: 'happens', kinds: ['first'] } as const;
    const plan = aPlan([
      anOutcome({ name: 'First', condition: happens, scope }),
      anOutcome({ scope: then, onlyAfter: ['First'] }),
    ]);
    return owed(plan, facts, end).lines.some(({ outcome }) => outcome === 'Settled');
  };
  const referred = (day: Day) => happened('referred', day, { id: `R ${day}` });
  const second = [
    referred('2027-04-20'),
    a1,
    referred('2027-06-01'),
    happened('first', '2027-06-10'),
    level2('2027-06-12'),
  ];

  test('comes after it in the same referral, also where nobody is attached in it', () => {
    expect(follows(['referral', 'referral'], ...second)).toBe(true);
    const [before, attachment, again, first, then] = second as [Fact, Fact, Fact, Fact, Fact];
    const early = { ...first, day: dayNumber('2027-05-10') };
    expect(follows(['referral', 'referral'], before, attachment, again, early, then)).toBe(false);
    expect(follows(['referral', 'participant'], before, attachment, again, early, then)).toBe(true);
  });

  test('what is per person goes with every referral and attachment', () => {
    expect(follows(['participant', 'referral'], ...second)).toBe(true);
    expect(follows(['referral', 'participant'], ...second)).toBe(true);
    expect(follows(['participant', 'attachment'], ...second)).toBe(true);
    expect(follows(['attachment', 'participant'], ...second)).toBe(true);
  });

  test('what is per attachment goes with its own referral, whoever else is attached in it', () => {
    const facts = [
      referred('2027-04-20'),
      a1,
      happened('first', '2027-05-05'),
      happened('left', '2027-05-20'),
      a2('2027-05-25'),
      level2('2027-05-26'),
    ];
    expect(follows(['attachment', 'referral'], ...facts)).toBe(true);
    expect(follows(['referral', 'attachment'], ...facts)).toBe(true);
    expect(follows(['attachment', 'attachment'], ...facts)).toBe(false);
    const again = [...facts.slice(0, 4), referred('2027-05-22'), ...facts.slice(4)];
    expect(follows(['attachment', 'referral'], ...again)).toBe(false);
    expect(follows(['referral', 'attachment'], ...again)).toBe(false);
  });
});

describe('subcontracts', () => {
  const here = [
    { provider: 'Prime', with: ['team=north'], to: 'North' },
    { provider: 'Prime', with: [], to: 'South' },
  ];
  const plan = aPlan([anOutcome()], { whole: aWhole({ attachedHere: here }) });
  const paid = (words: Parameters<typeof attached>[1]) =>
    owed(plan, [attached('2027-05-01', words), level2('2027-06-01')], end).lines.map(
      ({ line }) => line,
    );

  test('only attachments to the provider above, with the marks named, count, the first that fits', () => {
    const named = (to: string) => [`Outcomes/Settled|A1|${to}|1`];
    expect(paid({ provider: 'Prime', with: ['young', 'team=north'] })).toEqual(named('North'));
    expect(paid({ provider: 'Prime', with: ['team=east'] })).toEqual(named('South'));
    expect(paid({ provider: 'Prime' })).toEqual(named('South'));
    expect(paid({ provider: 'Another', with: ['team=north'] })).toEqual([]);
  });

  test('leaving names the provider recorded on the facts, that of the first page', () => {
    const daily = anOutcome({ whileAttached: true, times: 'any' });
    const whole = aWhole({ attachedHere: here });
    const facts = (provider: string) => [
      attached('2027-05-01', { provider: 'Prime' }),
      happened('left', '2027-05-20', { provider }),
      level2('2027-05-21'),
    ];
    expect(daysOf(aPlan([daily], { whole }), facts('Prime'), end)).toEqual([]);
    expect(daysOf(aPlan([daily], { whole }), facts('South'), end)).toEqual(['2027-05-21']);
  });
});
