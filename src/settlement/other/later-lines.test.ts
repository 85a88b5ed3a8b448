// Steps 9 and 11 of docs/settlement.md: advances and what works them off, deductions, adjustments.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  aGround,
  anOutcomeDue,
  aWholePlan,
  duesShown,
  ofProvider,
} from '../../../test/support/makers/ground.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  pounds,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import { compareFacts, type Fact, factsAsOwn } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import { owed } from '../owed.ts';
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

  test('is paid once joining is known, and says when it was paid', () => {
    const late = ofProvider('joined', '2027-04-10', { known: dayNumber('2027-05-20') });
    expect(otherLines(aGround(plan, '2027-05-19', { others: [late] })).dues).toEqual([]);
    const [due] = otherLines(aGround(plan, '2027-05-20', { others: [late] })).dues;
    expect(due).toMatchObject({
      line: 'Payment/advance|joining|Harbour|1',
      day: dayNumber('2027-04-10'),
      payableOn: dayNumber('2027-05-20'),
      order: 2001,
      basis: { factors: [], facts: [late.id] },
    });
    expect(due?.basis.is === 'other' && due.basis.explain()).toEqual([
      '£10,000 is advanced to Harbour on joining, 10 April 2027.',
      'That comes to £10,000.',
    ]);
  });

  test('is worked off by fees, and by lines of the day on which it was paid', () => {
    const fee = {
      clause: 'Payment/fee',
      name: 'fee',
      order: 2000,
      to: { is: 'each provider' },
      on: { is: 'joining', amount: pounds(4_000) },
    } as const;
    const both = aWholePlan({ advances: [advance], fees: [fee] });
    expect(duesShown(workedOff([anOutcomeDue('2027-04-10', 100)], both))).toEqual([
      'advance 2027-04 to Harbour on 2027-04-10: -£2,050',
    ]);
  });

  test('is worked off by an outcome that is called as a grant is', () => {
    expect(duesShown(workedOff([anOutcomeDue('2027-06-01', 100, { outcome: 'grant' })]))).toEqual([
      'advance 2027-06 to Harbour on 2027-06-01: -£50',
    ]);
  });

  test('a month that ends it says what was worked off before and that nothing is left', () => {
    const [june, july] = workedOff([
      anOutcomeDue('2027-06-02', 4_000),
      anOutcomeDue('2027-06-28', 1_000.5),
      anOutcomeDue('2027-07-01', 30_000),
    ]);
    const said = (due: Due | undefined) => due?.basis.is === 'other' && due.basis.explain();
    expect(said(june)).toEqual([
      'Lines of Harbour that became payable in June 2027 come to £5,000.50: ' +
        '50% of them works off its advance of £10,000.',
      '£0 of it had been worked off before, and £7,499.75 is left after this.',
      'That comes to -£2,500.25.',
    ]);
    expect(said(july)).toEqual([
      'Lines of Harbour that became payable in July 2027 come to £30,000: ' +
        '50% of them works off its advance of £10,000.',
      '£2,500.25 of it had been worked off before, and £0 is left after this.',
      'That comes to -£7,499.75.',
    ]);
    expect(june).toMatchObject({
      day: dayNumber('2027-06-28'),
      payableOn: dayNumber('2027-06-28'),
      order: 2001,
      price: pounds(-5_000.5),
      basis: { factors: [{ name: 'share', value: fraction(1, 2) }], facts: [others[0]?.id] },
    });
    expect(july?.basis).toMatchObject({ list: pounds(-7_499.75), factors: [] });
  });

  test('a share that comes to just what is left is that share, and ends it', () => {
    const [line, ...more] = workedOff([
      anOutcomeDue('2027-06-02', 20_000),
      anOutcomeDue('2027-07-02', 20_000),
    ]);
    expect(more).toEqual([]);
    expect(line?.gross).toBe(-1_000_000n);
    expect(line?.quantity).toEqual(fraction(1, 2));
  });

  test('is of the version in force on its day, and each of two is worked off by its own lines', () => {
    const version = (number: number, countsFrom: Day, on: Day, amount: number) => {
      const words = { ...advance, amount: pounds(amount) };
      const onDay = { ...words, on: { is: 'day', day: dayNumber(on) } } as const;
      const whole = aWhole({ advances: [onDay] });
      return aVersion([], { version: number, countsFrom: dayNumber(countsFrom), whole });
    };
    const changed = planFrom([
      version(1, '2027-04-01', '2027-05-01', 60),
      version(2, '2027-08-01', '2027-08-01', 40),
    ]);
    const given = otherLines(aGround(changed, '2028-03-31', { others })).dues;
    expect(given.map(({ line, gross, version: of }) => [line, gross, of.version])).toEqual([
      ['Payment/advance|2027-05-01|Harbour|1', 6_000n, 1],
      ['Payment/advance|2027-08-01|Harbour|1', 4_000n, 2],
    ]);
    const lines = workedOff([anOutcomeDue('2027-09-02', 100)], changed);
    expect(lines.map(({ line, gross, number }) => [line, gross, number])).toEqual([
      ['Payment/advance|2027-09|Harbour|worked off', -5_000n, 'worked off'],
      ['Payment/advance|2027-09|Harbour|worked off 2', -4_000n, 'worked off 2'],
    ]);
    const early = planFrom([
      version(1, '2027-04-01', '2027-08-01', 60),
      version(2, '2027-08-01', '2027-07-31', 40),
    ]);
    expect(otherLines(aGround(early, '2028-03-31', { others })).dues).toEqual([]);
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
    const before = aGround(onDay, '2027-04-30', { others: facts });
    expect(otherLines(before).dues).toEqual([]);
    const [due] = otherLines(aGround(onDay, '2027-05-01', { others: facts })).dues;
    expect(due?.basis.is === 'other' && due.basis.explain()).toEqual([
      '£10,000 is advanced to Harbour on 1 May 2027.',
      'That comes to £10,000.',
    ]);
  });

  test('on a day, it has fallen due by the day that is true by, and is known by the other', () => {
    const on = { is: 'day', day: dayNumber('2027-05-01') } as const;
    const onDay = aWholePlan({ advances: [{ ...advance, on }] });
    const late = ofProvider('joined', '2027-04-10', { known: dayNumber('2027-06-20') });
    const owedOn = (...days: readonly [Day, Day]) =>
      owed(onDay, [late], asAt(...days)).lines.map(({ payableOn }) => dayOf(payableOn ?? 0));
    expect(owedOn('2027-04-30', '2027-06-20')).toEqual([]);
    expect(owedOn('2027-05-01', '2027-06-19')).toEqual([]);
    expect(owedOn('2027-05-01', '2027-06-20')).toEqual(['2027-06-20']);
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

  test('it stands after all that the page says, as a line of the fact, and says so', () => {
    const about = { ...ofProvider('adjustment', '2027-06-30', words), about: 'Settled' };
    const [plain, concerning] = [ofProvider('adjustment', '2027-06-30', words), about].map(
      (fact) => {
        const ground = aGround(plan, '2027-07-05', { others: [fact] });
        return laterLines({ ...ground, limited: [] })[0];
      },
    );
    expect(plain).toMatchObject({
      line: 'Facts/adjustment|J1|Harbour|1',
      clause: 'Facts/adjustment',
      outcome: 'adjustment',
      period: 'J1',
      day: dayNumber('2027-06-30'),
      order: Number.MAX_SAFE_INTEGER,
      version: { version: 1 },
      basis: { factors: [], facts: ['J1'] },
    });
    const said = (due: Due | undefined) => (due?.basis.is === 'other' ? due.basis.explain() : []);
    expect(said(plain)).toEqual([
      'An adjustment of £120.50 is recorded for Harbour on 30 June 2027 (J1).',
      'That comes to £120.50.',
    ]);
    expect(said(concerning)[0]).toBe(
      'An adjustment of £120.50 that concerns "Settled" is recorded for Harbour on 30 June 2027 (J1).',
    );
  });

  test('half a penny is rounded away from nothing, as it says', () => {
    const fact = ofProvider('adjustment', '2027-06-30', { ...words, value: fraction(-5, 1000) });
    const ground = aGround(plan, '2027-07-05', { others: [fact] });
    const [due] = laterLines({ ...ground, limited: [] });
    expect(due?.gross).toBe(-1n);
    expect(due?.basis.is === 'other' && due.basis.explain().at(-1)).toBe(
      'That comes to -£0.005: -£0.01, rounded.',
    );
  });

  test('only a verified one that names a provider is paid; one without a value is of nothing', () => {
    const { value: _, ...nothing } = ofProvider('adjustment', '2027-06-30', words);
    const { provider: __, ...nobodys } = ofProvider('adjustment', '2027-06-30', words);
    const claimed = ofProvider('adjustment', '2027-06-30', { ...words, state: 'claimed' });
    expect(adjusted([nothing], '2027-07-05')).toEqual([
      'adjustment J1 to Harbour on 2027-07-05: £0',
    ]);
    expect(adjusted([nobodys as Fact], '2027-07-05')).toEqual([]);
    expect(adjusted([claimed], '2027-07-05')).toEqual([]);
  });

  test('one announced before its day is paid on its day', () => {
    const fact = ofProvider('adjustment', '2027-06-30', {
      ...words,
      known: dayNumber('2027-06-01'),
    });
    expect(adjusted([fact], '2027-06-29')).toEqual([]);
    expect(owed(plan, [fact], asAt('2027-07-31', '2027-06-29')).lines).toEqual([]);
    expect(owed(plan, [fact], asAt('2027-06-29', '2027-07-31')).lines).toEqual([]);
    expect(adjusted([fact], '2027-06-30')).toEqual([
      'adjustment J1 to Harbour on 2027-06-30: £120.50',
    ]);
  });

  test('a sum is in whole units of the currency, however many places it has', () => {
    const fact = ofProvider('adjustment', '2027-06-30', { ...words, value: fraction(241) });
    const inYen = { ...plan, currency: 'JPY' };
    const { lines } = owed(inYen, [fact], asAt('2027-12-31'));
    expect(lines.map(({ amount }) => amount)).toEqual([241n]);
  });

  test('it is of the version in force on its day', () => {
    const version = (number: number, countsFrom: Day) =>
      aVersion([], { version: number, countsFrom: dayNumber(countsFrom), whole: aWhole() });
    const changed = planFrom([version(1, '2027-04-01'), version(2, '2027-06-30')]);
    const others = [
      ofProvider('adjustment', '2027-06-29', { ...words, id: 'J0' }),
      ofProvider('adjustment', '2027-06-30', words),
    ];
    const ground = aGround(changed, '2027-12-31', { others });
    const lines = laterLines({ ...ground, limited: [] });
    expect(lines.map(({ period, version: of }) => [period, of.version])).toEqual([
      ['J0', 1],
      ['J1', 2],
    ]);
  });

  test('a correction that leaves it as it was keeps its place', () => {
    const fact = ofProvider('adjustment', '2027-06-30', words);
    const same = { ...fact, id: 'J2', replaces: 'J1', known: dayNumber('2027-08-01') };
    expect(adjusted([fact, same], '2027-12-31')).toEqual([
      'adjustment J1 to Harbour on 2027-07-05: £120.50',
    ]);
  });

  test('on the page of a subcontract only those to whom it attaches people are adjusted', () => {
    const attachedHere = [{ provider: 'Anchor', with: [], to: 'Harbour' }];
    const facts = [
      ofProvider('adjustment', '2027-06-30', words),
      ofProvider('adjustment', '2027-06-30', { ...words, id: 'J2', provider: 'Anchor' }),
    ];
    const ground = aGround(aWholePlan({ attachedHere }), '2027-12-31', { others: facts });
    expect(duesShown(laterLines({ ...ground, limited: [] }))).toEqual([
      'adjustment J1 to Harbour on 2027-07-05: £120.50',
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
    const own = factsAsOwn('Sam', [...facts].sort(compareFacts));
    const settled = settleParticipant({ work, price: pricer(work) }, own);
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
    expect(lines[0]).toMatchObject({
      line: 'Payment/deduction|M2|Bright Futures|1',
      outcome: 'deduction',
      order: 2001,
      basis: { factors: [], facts: ['M2'] },
    });
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

  test('on a day of a later version so much as that version says, and once', () => {
    const version = (number: number, countsFrom: Day, amount: number) => {
      const whole = aWhole({ deductions: [{ ...deduction, amount: pounds(amount) }] });
      return aVersion([anOutcome()], { version: number, countsFrom: dayNumber(countsFrom), whole });
    };
    const changed = planFrom([version(1, '2027-04-01', 50), version(2, '2027-07-01', 60)]);
    const facts = [
      attached('2027-05-01'),
      happened('missed visit', '2027-06-30', { id: 'M1' }),
      happened('missed visit', '2027-07-01', { id: 'M2' }),
    ];
    const lines = owed(changed, facts, asAt('2027-12-31')).lines;
    expect(lines.map(({ line, amount, version: of }) => [line, amount, of])).toEqual([
      ['Payment/deduction|M1|Bright Futures|1', -5_000n, 1],
      ['Payment/deduction|M2|Bright Futures|1', -6_000n, 2],
    ]);
  });

  test('from the day on which the terms of that day set its participant aside nothing is', () => {
    const version = (number: number, countsFrom: Day, setAsideBy: readonly string[]) => {
      const words = { countsFrom: dayNumber(countsFrom), setAsideBy };
      const whole = aWhole({ deductions: [deduction] });
      return aVersion([anOutcome()], { ...words, version: number, whole });
    };
    const changed = planFrom([version(1, '2027-04-01', []), version(2, '2027-07-01', ['died'])]);
    const facts = [
      attached('2027-05-01'),
      happened('died', '2027-06-20', { id: 'D1' }),
      happened('missed visit', '2027-06-30', { id: 'M1' }),
      happened('missed visit', '2027-07-01', { id: 'M2' }),
    ];
    const { lines } = owed(changed, facts, asAt('2027-12-31'));
    expect(lines.map(({ line }) => line)).toEqual(['Payment/deduction|M1|Bright Futures|1']);
  });

  test('one that was announced is deducted once its day is known to have come', () => {
    const facts = [
      attached('2027-05-01'),
      happened('missed visit', '2027-07-05', { id: 'M1', known: '2027-06-01' }),
    ];
    const linesOn = (...days: readonly [Day, Day]) => owed(plan, facts, asAt(...days)).lines;
    expect(linesOn('2027-07-31', '2027-07-04')).toEqual([]);
    expect(linesOn('2027-07-04', '2027-07-31')).toEqual([]);
    expect(linesOn('2027-07-05', '2027-07-05')).toHaveLength(1);
  });

  test('a claim that nobody decided in time is deducted as if it were verified, from then', () => {
    const timeliness = { deemed: { clause: 'Proof/undecided', length: length('1 month') } };
    const page = aPlan([anOutcome()], { whole: aWhole({ deductions: [deduction], timeliness }) });
    const facts = [
      attached('2027-05-01'),
      happened('missed visit', '2027-05-31', { id: 'M1', state: 'claimed' }),
    ];
    const linesOn = (day: Day) => owed(page, facts, asAt(day)).lines;
    // The month begins on 1 June and ends on 30 June.
    expect(linesOn('2027-06-30')).toEqual([]);
    expect(linesOn('2027-07-01').map(({ payableOn }) => dayOf(payableOn ?? 0))).toEqual([
      '2027-07-01',
    ]);
    expect(linesOn('2027-12-31')).toEqual(linesOn('2027-07-01'));
  });

  test('a verified spell that a claim replaces is no verified one', () => {
    const away = aPlan([anOutcome()], {
      whole: aWhole({ deductions: [{ ...deduction, kinds: ['away'] }] }),
    });
    const open = spell('away', { from: '2027-06-10', known: '2027-06-10' }, { id: 'S1' });
    const claimed = spell(
      'away',
      { from: '2027-06-10', to: '2027-06-20', known: '2027-08-01' },
      { id: 'S2', replaces: 'S1', state: 'claimed' },
    );
    const linesOn = (day: Day) =>
      owed(away, [attached('2027-05-01'), open, claimed], asAt(day)).lines;
    expect(linesOn('2027-07-31')).toHaveLength(1);
    expect(linesOn('2027-08-01')).toEqual([]);
  });

  test('one of another kind is not deducted, and one of two kinds by each clause that names it', () => {
    const late = { ...deduction, clause: 'Payment/late', order: 2002, amount: pounds(5) };
    const deductions = [deduction, { ...late, kinds: ['missed visit', 'late visit'] }];
    const both = aPlan([anOutcome()], { whole: aWhole({ deductions }) });
    const facts = [
      attached('2027-05-01'),
      happened('missed visit', '2027-05-02', { id: 'M1' }),
      happened('late visit', '2027-05-03', { id: 'M2' }),
      happened('kept visit', '2027-05-04', { id: 'M3' }),
    ];
    const lines = owed(both, facts, asAt('2027-12-31')).lines;
    expect(lines.map(({ line, amount }) => [line, amount])).toEqual([
      ['Payment/deduction|M1|Bright Futures|1', -5_000n],
      ['Payment/late|M1|Bright Futures|1', -500n],
      ['Payment/late|M2|Bright Futures|1', -500n],
    ]);
  });

  test('a claim is deducted once it is verified, from that day, whatever is corrected later', () => {
    const claimed = happened('missed visit', '2027-06-10', { id: 'M1', state: 'claimed' });
    const decided = happened('missed visit', '2027-06-10', {
      id: 'M2',
      replaces: 'M1',
      known: '2027-07-01',
    });
    const corrected = happened('missed visit', '2027-06-09', {
      id: 'M3',
      replaces: 'M2',
      known: '2027-08-01',
    });
    expect(deducted([...stays, claimed, decided, corrected], '2027-06-30')).toEqual([]);
    expect(duesShown(deducted([...stays, claimed, decided, corrected]))).toEqual([
      'deduction M1 to Harbour on 2027-07-01: -£50',
    ]);
  });

  test('a spell is deducted once, on its first day, from the one who was attached first', () => {
    const two = aPlan([anOutcome()], {
      whole: aWhole({ deductions: [{ ...deduction, kinds: ['away'] }] }),
    });
    const facts = [
      attached('2027-05-01'),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
      spell('away', { from: '2027-06-10', to: '2027-06-20' }, { id: 'S1' }),
    ];
    const lines = owed(two, facts, asAt('2027-12-31')).lines;
    expect(lines.map(({ line, day }) => [line, dayOf(day)])).toEqual([
      ['Payment/deduction|S1|Bright Futures|1', '2027-06-10'],
    ]);
  });

  test('two adjustments of participants are two lines, and limits leave them alone', () => {
    const provider = 'Bright Futures';
    const limit = { clause: 'Limits/all', most: pounds(0), per: { is: 'contract' } } as const;
    const limited = aPlan([anOutcome()], {
      whole: aWhole({ limits: [{ ...limit, eachYear: false }] }),
    });
    const facts = [
      attached('2027-05-01'),
      happened('adjustment', '2027-05-09', { id: 'J1', provider, value: '-20' }),
      happened('adjustment', '2027-05-09', { id: 'J2', provider, value: '30', about: 'Settled' }),
    ];
    const lines = owed(limited, facts, asAt('2027-12-31')).lines;
    expect(lines.map(({ line, outcome, amount }) => [line, outcome, amount])).toEqual([
      ['Facts/adjustment|J1|Bright Futures|1', 'adjustment', -2_000n],
      ['Facts/adjustment|J2|Bright Futures|1', 'Settled', 3_000n],
    ]);
  });
});
