// Steps 9 and 11 of docs/settlement.md: advances and what works them off, deductions, adjustments.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import {
  aGround,
  anOutcomeDue,
  aWholePlan,
  duesShown,
  ofProvider,
} from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { compareFacts, type Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import { pricer } from '../pay/price.ts';
import type { AdvancePlan, DeductionPlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { settleParticipant } from '../settle-participant.ts';
import { workOn } from '../work.ts';
import { deductibleOf, laterLines, otherLines } from './index.ts';

describe('An advance of £10,000 on joining, worked off by 50%', () => {
  const advance: AdvancePlan = {
    clause: 'Payment/advance',
    order: 2001,
    amount: pounds(10_000),
    on: { is: 'joining' },
    share: fraction(1, 2),
  };
  const plan = aWholePlan({ advances: [advance] });
  const others = [ofProvider('joined', '2027-04-10')];

  function workedOff(dues: readonly Due[], of: Plan = plan): readonly Due[] {
    const ground = aGround(of, '2028-03-31', { others, dues });
    return laterLines({ ...ground, limited: [...otherLines(ground).dues, ...dues] });
  }

  test('is paid on the day each joined', () => {
    expect(duesShown(otherLines(aGround(plan, '2027-04-10', { others })).dues)).toEqual([
      'advance joining to Harbour on 2027-04-10: £10,000',
    ]);
  });

  test('£12,345.67 of lines in June take £6,172.84 off, £8,000 in August the last £3,827.16', () => {
    const dues = [
      anOutcomeDue('2027-06-02', 12_000),
      anOutcomeDue('2027-06-28', 345.67),
      anOutcomeDue('2027-08-05', 8_000),
      anOutcomeDue('2027-08-09', 100),
      anOutcomeDue('2027-09-01', 5_000),
    ];
    const lines = workedOff(dues);
    expect(duesShown(lines)).toEqual([
      'advance 2027-06 to Harbour on 2027-06-28: -£6,172.84',
      'advance 2027-08 to Harbour on 2027-08-05: -£3,827.16',
    ]);
    expect(lines.map(({ line }) => line)).toEqual([
      'Payment/advance|2027-06|Harbour|worked off',
      'Payment/advance|2027-08|Harbour|worked off',
    ]);
    // Half of £12,345.67; the last takes what is left.
    expect(lines.map(({ quantity }) => quantity)).toEqual([fraction(1, 2), fraction(1)]);
    expect(lines[1]?.basis.is === 'other' && lines[1].basis.explain()).toEqual([
      'Lines of Harbour that became payable in August 2027 come to £8,000: ' +
        '50% of them works off its advance of £10,000.',
      '£6,172.84 of it had been worked off before, and £0 is left after this.',
      'That comes to -£3,827.16.',
    ]);
  });

  test('the running sum is rounded: three times £0.01 is £0.01, £0.01 and £0.02 off', () => {
    const pennies = (['2027-06-01', '2027-07-01', '2027-08-01'] as const).map((day) =>
      anOutcomeDue(day, 0.01),
    );
    expect(duesShown(workedOff(pennies))).toEqual([
      'advance 2027-06 to Harbour on 2027-06-01: -£0.01',
      'advance 2027-07 to Harbour on 2027-07-01: £0',
      'advance 2027-08 to Harbour on 2027-08-01: -£0.01',
    ]);
  });

  test('grants, advances, what others are paid and what came before it do not work it off', () => {
    const grant = {
      clause: 'Payment/grant',
      name: 'grant',
      order: 2000,
      to: { is: 'each provider' },
      on: { is: 'joining', amount: pounds(4_000) },
    } as const;
    const dues = [
      anOutcomeDue('2027-04-09', 500),
      anOutcomeDue('2027-06-01', 500, { provider: 'Anchor' }),
      anOutcomeDue('2027-06-02', 500, { payee: 'College' }),
      anOutcomeDue('2027-06-03', -500),
      anOutcomeDue('2027-06-04', 500, { isRefused: true }),
    ];
    expect(workedOff(dues, aWholePlan({ advances: [advance], fees: [grant] }))).toEqual([]);
  });

  test('only what was paid of it after limits is worked off', () => {
    const dues = [anOutcomeDue('2027-06-01', 9_000)];
    const ground = aGround(plan, '2028-03-31', { others, dues });
    const unpaid = [{ reason: 'limit', amount: 900_000n, clause: 'Limits/all' }] as const;
    const limited = [...otherLines(ground).dues.map((due) => ({ ...due, unpaid })), ...dues];
    expect(duesShown(laterLines({ ...ground, limited }))).toEqual([
      'advance 2027-06 to Harbour on 2027-06-01: -£1,000',
    ]);
  });

  test('on a day, it goes to those who take part then', () => {
    const on = { is: 'day', day: dayNumber('2027-05-01') } as const;
    const onDay = aWholePlan({ advances: [{ ...advance, on }] });
    const facts = [
      ...others,
      ofProvider('joined', '2027-05-02', { provider: 'Lantern' }),
      ofProvider('joined', '2027-04-01', { provider: 'Anchor' }),
      ofProvider('left', '2027-04-30', { provider: 'Anchor' }),
    ];
    expect(duesShown(otherLines(aGround(onDay, '2027-12-31', { others: facts })).dues)).toEqual([
      'advance 2027-05-01 to Harbour on 2027-05-01: £10,000',
    ]);
  });
});

describe('Adjustments', () => {
  const plan = aWholePlan({});
  const adjusted = (others: readonly Fact[], day: Day) => {
    const ground = aGround(plan, day, { others });
    return duesShown(laterLines({ ...ground, limited: [] }));
  };
  const words = { id: 'J1', value: fraction(241, 2), known: dayNumber('2027-07-05') };

  test('£120.50 for a provider is paid from the day it is known', () => {
    const fact = ofProvider('adjustment', '2027-06-30', words);
    expect(adjusted([fact], '2027-07-04')).toEqual([]);
    expect(adjusted([fact], '2027-07-05')).toEqual([
      'adjustment J1 to Harbour on 2027-07-05: £120.50',
    ]);
    expect(adjusted([{ ...fact, about: 'Settled' }], '2027-07-05')).toEqual([
      'Settled J1 to Harbour on 2027-07-05: £120.50',
    ]);
  });

  test('a correction to less keeps its place, one to more takes its own', () => {
    const fact = ofProvider('adjustment', '2027-06-30', words);
    const corrected = (value: number) =>
      ofProvider('adjustment', '2027-06-30', {
        id: 'J2',
        replaces: 'J1',
        value: fraction(value),
        known: dayNumber('2027-08-01'),
      });
    expect(adjusted([fact, corrected(-50)], '2027-12-31')).toEqual([
      'adjustment J1 to Harbour on 2027-07-05: -£50',
    ]);
    expect(adjusted([fact, corrected(200)], '2027-12-31')).toEqual([
      'adjustment J1 to Harbour on 2027-08-01: £200',
    ]);
  });
});

describe('£50 is deducted for each missed visit', () => {
  const deduction: DeductionPlan = {
    clause: 'Payment/deduction',
    order: 2001,
    kinds: ['missed visit'],
    amount: pounds(50),
  };
  const plan = aPlan([anOutcome()], { whole: aWhole({ deductions: [deduction] }) });

  function deducted(facts: readonly Fact[], day: Day = '2027-12-31'): readonly Due[] {
    const work = workOn(plan, asAt(day), { others: [], unread: [] });
    const own = { participant: 'Sam', facts: [...facts].sort(compareFacts) };
    const settled = settleParticipant(work, pricer(work), own);
    const ground = aGround(plan, day, { deductible: deductibleOf(work, settled) });
    return laterLines({ ...ground, limited: [] });
  }

  const stays = [
    attached('2027-05-01'),
    happened('left', '2027-05-20'),
    attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
  ];

  test('from the provider attached on its day, or the last before it', () => {
    const facts = [
      ...stays,
      happened('missed visit', '2027-04-30', { id: 'M1' }),
      happened('missed visit', '2027-05-31', { id: 'M2', known: '2027-06-05' }),
      happened('missed visit', '2027-06-01', { id: 'M3' }),
      happened('missed visit', '2027-06-02', { id: 'M4', state: 'claimed' }),
    ];
    const lines = deducted(facts);
    expect(duesShown(lines)).toEqual([
      'deduction M2 to Bright Futures on 2027-06-05: -£50',
      'deduction M3 to Harbour on 2027-06-01: -£50',
    ]);
    expect(lines[0]?.line).toBe('Payment/deduction|M2|Bright Futures|1');
    expect(lines[0]?.basis.is === 'other' && lines[0].basis.explain()).toEqual([
      '£50 is deducted for each "missed visit": one is recorded on 31 May 2027 (M2), for which ' +
        'Bright Futures answers.',
      'That comes to -£50.',
    ]);
  });

  test('one that is withdrawn is given back', () => {
    const missed = happened('missed visit', '2027-06-01', { id: 'M1' });
    const gone = happened('withdrawn', '2027-07-01', { id: 'W1', replaces: 'M1' });
    expect(deducted([...stays, missed, gone], '2027-06-30')).toHaveLength(1);
    expect(deducted([...stays, missed, gone])).toEqual([]);
  });

  test('an adjustment that names a participant is one like any other', () => {
    const provider = 'Bright Futures';
    const fact = happened('adjustment', '2027-05-09', { id: 'J1', provider, value: '-20' });
    expect(duesShown(deducted([...stays, fact]))).toEqual([
      'adjustment J1 to Bright Futures on 2027-05-09: -£20',
    ]);
  });
});
