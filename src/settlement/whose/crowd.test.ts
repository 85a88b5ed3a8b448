// Steps 4.1 and 5 of docs/settlement.md: who came, to whom, and since when that has been known.
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { aCohort, aMeasure, itPays } from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatDecimal, fraction } from '../../money/index.ts';
import { owed, type Plan } from '../index.ts';
import type { CountLimitPlan } from '../plan/money-plan.ts';
import type { WholePlan } from '../plan/plan.ts';

const end = asAt('2030-01-01');
const level2 = happened('level 2', '2027-05-01');

/** As many are paid for as have come. */
function asMany(of: CountLimitPlan['of'], per: CountLimitPlan['per'] = 'contract'): CountLimitPlan {
  return { clause: 'Limits/count', outcomes: ['Settled'], share: fraction(1), of, per };
}

/** From when on there was room for what was achieved on 1 May 2027; nothing where there is none. */
function roomFrom(plan: Plan, ...facts: readonly Fact[]): Day | undefined {
  const [line] = owed(plan, [...facts, level2], end).lines;
  return line?.payableOn === undefined ? undefined : dayOf(line.payableOn);
}

function saying(whole: Partial<WholePlan>, scope: 'attachment' | 'participant' = 'attachment') {
  return aPlan([anOutcome({ scope })], { whole: aWhole(whole) });
}

test('somebody has come since the day on which it was known, with the same provider', () => {
  const plan = saying({ counts: [asMany('attached')] });
  const first = attached('2027-04-10', { known: '2027-06-01' });
  const known = dayNumber('2027-07-01');
  const corrected = { ...first, id: 'A2', replaces: 'A1', known };
  expect(roomFrom(plan, first)).toBe('2027-06-01');
  expect(roomFrom(plan, first, { ...corrected, with: ['young'] })).toBe('2027-06-01');
  expect(roomFrom(plan, first, { ...corrected, provider: 'Harbour' })).toBe('2027-07-01');
  expect(roomFrom(plan, { ...first, state: 'claimed' }, corrected)).toBe('2027-07-01');
});

test('a referral that is recorded after its attachment has been known since then', () => {
  const plan = saying({ counts: [asMany('referred')] });
  const referred = happened('referred', '2027-04-05', { known: '2027-08-01' });
  expect(roomFrom(plan, referred, attached('2027-04-10', { known: '2027-06-01' }))).toBe(
    '2027-06-01',
  );
  const early = happened('referred', '2027-04-05', { known: '2027-05-15' });
  expect(roomFrom(plan, early, attached('2027-04-10', { known: '2027-06-01' }))).toBe('2027-06-01');
});

test('without a referral an attachment is one', () => {
  const plan = saying({ counts: [asMany('referred')] });
  expect(roomFrom(plan, attached('2027-04-10', { known: '2027-06-01' }))).toBe('2027-06-01');
});

test('a referral is of the provider of its first attachment', () => {
  const plan = saying({ counts: [asMany('referred', 'provider')] });
  const facts = [
    happened('referred', '2027-04-05', { provider: 'Harbour' }),
    attached('2027-04-10'),
    attached('2027-04-20', { id: 'A2', provider: 'Harbour' }),
  ];
  const { lines } = owed(plan, [...facts, level2], end);
  expect(lines.map(({ provider, amount }) => [provider, amount])).toEqual([
    ['Bright Futures', 22_000n],
    ['Harbour', 0n],
  ]);
});

test('each referral is of the provider of its own first attachment', () => {
  const plan = saying({ counts: [asMany('referred', 'provider')] });
  const facts = [
    happened('referred', '2027-04-05', { id: 'R1' }),
    attached('2027-04-10'),
    happened('left', '2027-04-12'),
    happened('referred', '2027-04-15', { id: 'R2' }),
    attached('2027-04-20', { id: 'A2', provider: 'Harbour' }),
  ];
  const { lines } = owed(plan, [...facts, level2], end);
  expect(lines.map(({ provider, amount }) => [provider, amount])).toEqual([['Harbour', 22_000n]]);
});

test('what a cohort is paid by attachments goes by those who were not set aside', () => {
  const core = { is: 'share having', with: [] } as const;
  const measure = aMeasure({ core, cohorts: [aCohort('2027-04-01', '2027-09-30')] });
  const pays = { is: 'rows', rows: [{ least: fraction(0), amount: pounds(90) }] } as const;
  const to = { is: 'by attachments' } as const;
  const whole = aWhole({ measures: [measure], measurePayments: [itPays(pays, { to })] });
  const plan = aPlan([], { whole, setAsideBy: ['died'] });
  const person = (participant: string, provider: string) =>
    attached('2027-04-10', { id: `A ${participant}`, participant, provider });
  const facts = [
    person('Sam', 'Bright Futures'),
    person('Mo', 'Bright Futures'),
    person('Kim', 'Harbour'),
  ];
  const paid = (...more: readonly Fact[]) =>
    owed(plan, [...facts, ...more], end).lines.map(({ payee, amount }) => `${payee} ${amount}`);
  expect(paid()).toEqual(['Bright Futures 6000', 'Harbour 3000']);
  expect(paid(happened('died', '2027-09-30', { participant: 'Mo' }))).toEqual([
    'Bright Futures 4500',
    'Harbour 4500',
  ]);
});

test('nobody is counted twice because a page has two versions, nor under one not in force', () => {
  const whole = aWhole({ counts: [asMany('attached')] });
  const outcomes = [anOutcome({ times: 'any' })];
  const second = { version: 2, hash: 'second', countsFrom: dayNumber('2027-05-01'), whole };
  const plan = planFrom([aVersion(outcomes, { whole }), aVersion(outcomes, second)]);
  const again = happened('level 2', '2027-05-02');
  for (const day of ['2027-04-10', '2027-05-01'] as const) {
    const { total } = owed(plan, [attached(day), level2, again], end);
    expect(total).toBe(22_000n);
  }
});

test('each comes under the terms of the version in force on its own day', () => {
  const whole = aWhole({ counts: [asMany('referred')] });
  const outcomes = [anOutcome({ times: 'any' })];
  const until = { referralsUntil: dayNumber('2027-04-30') };
  const second = { version: 2, hash: 'second', countsFrom: dayNumber('2027-06-01'), whole };
  const plan = planFrom([aVersion(outcomes, { whole, ...until }), aVersion(outcomes, second)]);
  const facts = (day: Day) => [
    attached('2027-04-10'),
    happened('referred', day),
    level2,
    happened('level 2', '2027-05-02'),
  ];
  expect(owed(plan, facts('2027-05-31'), end).total).toBe(22_000n);
  expect(owed(plan, facts('2027-06-01'), end).total).toBe(44_000n);
});

test('of a guarantee of referrals one made to a provider by name is its own', () => {
  const year = {
    name: '2027-04-01',
    first: dayNumber('2027-04-01'),
    last: dayNumber('2028-03-31'),
    closesOn: dayNumber('2028-03-31'),
  };
  const least = { is: 'referrals', count: 2, amountShort: pounds(100) } as const;
  const guarantees = [{ clause: 'Payment/least', order: 2001, years: [year], least }];
  const plan = saying({ guarantees });
  const short = (provider?: string) =>
    owed(
      plan,
      [happened('referred', '2027-04-05', provider ? { provider } : {}), attached('2027-04-10')],
      end,
    ).total;
  expect(short()).toBe(10_000n);
  expect(short('Bright Futures')).toBe(10_000n);
  expect(short('Harbour')).toBe(20_000n);
  // An attachment that stands for a referral is made to whom it is, and to nobody by name.
  expect(owed(plan, [attached('2027-04-10')], end).total).toBe(10_000n);
});

test('a share having characteristics looks at those of the attachment and of its referral', () => {
  const core = { is: 'share having', with: ['young', 'poor'] } as const;
  const value = (of: 'attached' | 'referred', ...facts: readonly Fact[]) => {
    const measure = aMeasure({ core, of, cohorts: [aCohort('2027-04-01', '2027-09-30')] });
    const [found] = owed(saying({ measures: [measure] }), facts, end).measures;
    return found?.value && formatDecimal(found.value);
  };
  const referred = happened('referred', '2027-04-05', { with: ['poor'] });
  for (const of of ['attached', 'referred'] as const) {
    expect(value(of, referred, attached('2027-04-10', { with: ['young'] }))).toBe('1');
    expect(value(of, referred, attached('2027-04-10'))).toBe('0');
  }
  const both = happened('referred', '2027-04-05', { with: ['poor', 'young'] });
  expect(value('referred', both)).toBe('1');
  expect(value('attached', both)).toBeUndefined();
});
