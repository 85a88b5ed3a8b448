import { describe, expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aCohort,
  aMeasure,
  below,
  duesShown,
  firstYear,
  itPays,
  measuredBy,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatDecimal, fraction, parseDecimal } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { MeasurePays, MeasurePlan, MeasureRow } from '../plan/measure-plan.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';
import type { Measured } from './index.ts';

const later = asAt('2031-01-01');
const secondYear = aCohort('2028-04-01', '2029-03-31');

/** A page on which these measures are taken; Settled is "level 2", once per attachment. */
function measuring(measures: readonly MeasurePlan[], rest: Partial<WholePlan> = {}): Plan {
  return aPlan([anOutcome()], { whole: aWhole({ measures, ...rest }) });
}

function valuesShown({ values }: Measured): readonly string[] {
  return values.map(({ measure, cohort, provider = 'all', value, knownOn }) => {
    const number = value ? formatDecimal(value) : 'not known';
    const since = knownOn === undefined ? '' : ` since ${dayOf(knownOn)}`;
    return `${measure} ${cohort} ${provider}: ${number}${since}`;
  });
}

function numbersShown(measured: Measured): readonly string[] {
  return measured.values.map(({ value }) => (value ? formatDecimal(value) : 'not known'));
}

/** What one estimate of a measure pays, in pounds. */
function paidFor(value: string, pays: MeasurePays): number {
  const measure = aMeasure({ name: 'Saved', core: { is: 'estimated', bound: 'value' } });
  const plan = measuring([measure], { measurePayments: [itPays(pays, { measure: 'Saved' })] });
  const { dues } = measuredBy(plan, [joined, estimate(value)], later);
  return Number(dues[0]?.gross ?? -100n) / 100;
}

const joined = ofProvider('joined', '2027-04-01');

function estimate(value: string, words: Partial<Fact> = {}): Fact {
  const number = parseDecimal(value);
  assert(number, 'an estimate is a number');
  const fact = ofProvider('Saved', '2029-01-31', { value: number, ...words });
  const { provider: _, ...rest } = fact;
  return words.provider === undefined ? rest : fact;
}

function markOf(is: 'share' | 'number', text: string) {
  const value = parseDecimal(text);
  assert(value, 'a mark is a number');
  return { is, value };
}

function atLeast(least: string, amount: number): MeasurePays {
  return { is: 'rows', rows: [{ least: percent(least), amount: pounds(amount) }] };
}

describe('Two cohorts and a second test on all pooled', () => {
  const core = { is: 'per head', kinds: ['conviction'] } as const;
  const baseline = {
    how: 'fall below',
    value: { is: 'number', number: fraction(155, 100) },
    relative: true,
  } as const;
  const early = aMeasure({
    name: 'Early',
    core,
    against: baseline,
    cohorts: [firstYear, secondYear],
  });
  const pooled = aMeasure({
    name: 'Pooled',
    core,
    against: baseline,
    cohorts: [{ ...aCohort('2027-04-01', '2029-03-31'), name: 'both years' }],
  });
  const plan = measuring([early, pooled], {
    measurePayments: [
      itPays(atLeast('10%', 1000), { measure: 'Early' }),
      itPays(
        {
          is: 'each cohort unpaid',
          of: 'Early',
          least: percent('7.5%'),
          amount: pounds(800),
        },
        { measure: 'Pooled' },
      ),
    ],
  });

  /** 100 people in each year, with so many convictions among them. */
  function convicted(first: number, second: number): readonly Fact[] {
    return [
      ...people(100, '2027-05-01'),
      ...people(100, '2028-05-01', { prefix: 'Q' }),
      ...convictions(first, '2027-06-01', 'P'),
      ...convictions(second, '2028-06-01', 'Q'),
    ];
  }

  function convictions(count: number, day: Day, prefix: string): readonly Fact[] {
    return [
      ...toTheFirst(Math.min(count, 100), ['conviction', day], { prefix }),
      ...toTheFirst(Math.max(count - 100, 0), ['conviction', `${day.slice(0, 8)}15` as Day], {
        prefix,
      }),
    ];
  }

  test('142 v 155 is 8.39%: no early pay at 10%; 142 and 140 pooled is 9.03%: pays', () => {
    const measured = measuredBy(plan, convicted(142, 140), later);
    expect(numbersShown(measured)).toEqual(['13/155', '3/31', '14/155']);
    expect(duesShown(measured)).toEqual([
      'Early 2027-04-01 to Bright Futures, 2028-03-31: 0',
      'Early 2028-04-01 to Bright Futures, 2029-03-31: 0',
      'Pooled 2027-04-01 to Bright Futures, 2029-03-31: 800',
      'Pooled 2028-04-01 to Bright Futures, 2029-03-31: 800',
    ]);
  });

  test('a cohort paid early at 139 v 155, 10.32%, is not paid again by the pooled test', () => {
    expect(duesShown(measuredBy(plan, convicted(139, 147), later))).toEqual([
      'Early 2027-04-01 to Bright Futures, 2028-03-31: 1000',
      'Early 2028-04-01 to Bright Futures, 2029-03-31: 0',
      'Pooled 2028-04-01 to Bright Futures, 2029-03-31: 800',
    ]);
  });

  test('a pooled fall of 7.42% (287 v 310) pays nothing, and leaves no line', () => {
    expect(duesShown(measuredBy(plan, convicted(143, 144), later))).toEqual([
      'Early 2027-04-01 to Bright Futures, 2028-03-31: 0',
      'Early 2028-04-01 to Bright Futures, 2029-03-31: 0',
    ]);
  });

  test('before the second test is taken nothing is said of it', () => {
    const soon = measuredBy(plan, convicted(142, 140), asAt('2029-03-30'));
    expect(duesShown(soon)).toEqual(['Early 2027-04-01 to Bright Futures, 2028-03-31: 0']);
    expect(numbersShown(soon)).toEqual(['13/155', 'not known', 'not known']);
  });

  test('7.46% shown as 7.5% does not pay at 7.5%, and 7.5% does', () => {
    expect(paidFor('0.0746', atLeast('7.5%', 800))).toBe(0);
    expect(paidFor('0.07499999999999999999', atLeast('7.5%', 800))).toBe(0);
    expect(paidFor('0.075', atLeast('7.5%', 800))).toBe(800);
    expect(paidFor('0.09', atLeast('7.5%', 800))).toBe(800);
  });
});

describe('A schedule with a cliff, then steps, then a top', () => {
  const step = (amount: number, above: string): NonNullable<MeasureRow['each']> => {
    return { amount: pounds(amount), unit: percent('1%'), above: percent(above), whole: false };
  };
  const rows: readonly MeasureRow[] = [
    { under: percent('20%'), amount: pounds(0) },
    {
      least: percent('20%'),
      under: percent('30%'),
      amount: pounds(0),
      each: step(160_000, '0%'),
    },
    {
      least: percent('30%'),
      under: percent('65%'),
      amount: pounds(4_800_000),
      each: step(38_000, '30%'),
    },
    { least: percent('65%'), amount: pounds(6_130_000) },
  ];

  test.each([
    ['0.199', 0, 'under 20%'],
    ['0.2', 3_200_000, '20 x 160,000'],
    ['0.299', 4_784_000, '29.9 x 160,000'],
    ['0.3', 4_800_000, '4,800,000 + 0 x 38,000'],
    ['0.38', 5_104_000, '4,800,000 + 8 x 38,000'],
    ['0.65', 6_130_000, 'the top, as 4,800,000 + 35 x 38,000'],
    ['0.8', 6_130_000, 'the top'],
    ['-0.1', 0, 'a rise instead of a fall'],
  ])('%s pays %i: %s', (value, pays) => {
    expect(paidFor(value, { is: 'rows', rows })).toBe(pays);
  });

  test('whole points alone: 38.9 points above 30 are 8; in proportion they are 8.9', () => {
    const each = step(38_000, '30%');
    const paid = (whole: boolean) =>
      paidFor('0.389', { is: 'rows', rows: [{ amount: pounds(0), each: { ...each, whole } }] });
    expect(paid(true)).toBe(8 * 38_000);
    expect(paid(false)).toBe(338_200);
  });
});

describe('Per head and per one with any, side by side', () => {
  /** 100 people; the first so many reoffend, so often in all. */
  function reoffending(people100: string, reoffenders: number, times: number): readonly Fact[] {
    const prefix = people100 === 'before' ? 'B' : 'N';
    const day: Day = people100 === 'before' ? '2027-05-01' : '2028-05-01';
    const facts = [...people(100, day, { prefix })];
    for (let at = 0; at < times; at += 1) {
      const participant = `${prefix}${String((at % reoffenders) + 1).padStart(3, '0')}`;
      const id = `reoffence ${prefix}${at}`;
      facts.push(happened('reoffence', day, { id, participant }));
    }
    return facts;
  }

  const facts = [...reoffending('before', 50, 200), ...reoffending('now', 45, 190)];
  const kinds = ['reoffence'];
  const cohorts = [firstYear, secondYear];

  test('50 with 200, then 45 with 190: each reoffender worse (4.00, 4.22), each head better', () => {
    const perOne = aMeasure({
      name: 'Frequency',
      core: { is: 'per one with any', kinds },
      cohorts,
    });
    const perHead = aMeasure({ name: 'Per head', core: { is: 'per head', kinds }, cohorts });
    const share = aMeasure({ name: 'Binary', core: { is: 'share with', kinds }, cohorts });
    const measured = measuredBy(measuring([perOne, perHead, share]), facts, later);
    expect(numbersShown(measured)).toEqual(['4', '38/9', '2', '1.9', '0.5', '0.45']);
  });

  test('for each one below 47.6%, and fewer than 4.5 or 2 or more than 1.955 for each of them', () => {
    const shareWith = { is: 'share with', kinds } as const;
    const perOne = { is: 'per one with any', kinds } as const;
    const perHead = { is: 'per head', kinds } as const;
    const below = { is: 'each one beyond', side: 'below', whole: false } as const;
    const reoffenders = { ...below, amount: pounds(4000), mark: markOf('share', '0.476') };
    const reoffences = (mark: string) => {
      return { ...below, amount: pounds(1000), mark: markOf('number', mark) };
    };
    const above = { ...reoffences('1.955'), side: 'above', whole: true } as const;
    const paid = (core: MeasurePlan['core'], pays: MeasurePays) => {
      const plan = measuring([aMeasure({ core, cohorts })], { measurePayments: [itPays(pays)] });
      return measuredBy(plan, facts, later).dues.map(({ gross }) => Number(gross) / 100);
    };
    const because = (core: MeasurePlan['core'], pays: MeasurePays) => {
      const plan = measuring([aMeasure({ core, cohorts })], { measurePayments: [itPays(pays)] });
      const due = measuredBy(plan, facts, later).dues[1];
      return due?.basis.is === 'other' ? due.basis.explain().at(-2) : '';
    };
    expect(because(shareWith, reoffenders)).toBe(
      '47.6% of them is 47.6: 2.6 below it are paid £4,000 each.',
    );
    expect(because(perOne, reoffences('4.5'))).toBe(
      '4.5 for each of them is 202.5: 12.5 below it are paid £1,000 each.',
    );
    // 47.6 - 50 and 47.6 - 45 people.
    expect(paid(shareWith, reoffenders)).toEqual([0, 10_400]);
    expect(paid(shareWith, { ...reoffenders, whole: true })).toEqual([0, 8000]);
    // 4.5 x 50 - 200 and 4.5 x 45 - 190 reoffences.
    expect(paid(perOne, reoffences('4.5'))).toEqual([25_000, 12_500]);
    // 2 x 100 - 200 and 2 x 100 - 190; then 200 - 195.5 and 190 - 195.5.
    expect(paid(perHead, reoffences('2'))).toEqual([0, 10_000]);
    expect(paid(perHead, above)).toEqual([4000, 0]);
  });

  test('against the earlier cohort: 4.22 - 4.00 is 2/9 worse, 1.90 is a fall of 5%', () => {
    const value = { is: 'cohort', cohort: firstYear } as const;
    const rise = { how: 'rise above', value, relative: false } as const;
    const fall = { how: 'fall below', value, relative: true } as const;
    const share = { how: 'share of', value, relative: false } as const;
    const of = { cohorts: [secondYear] };
    const perHead = { is: 'per head', kinds } as const;
    const measured = measuredBy(
      measuring([
        aMeasure({ ...of, core: { is: 'per one with any', kinds }, against: rise }),
        aMeasure({ ...of, name: 'Per head', core: perHead, against: fall }),
        aMeasure({ ...of, name: 'Left', core: perHead, against: share }),
      ]),
      facts,
      later,
    );
    expect(numbersShown(measured)).toEqual(['2/9', '0.05', '0.95']);
  });

  test('a baseline of nobody, or of nothing where a share of it is asked, is not known', () => {
    const nobody = { is: 'cohort', cohort: aCohort('2029-04-01', '2030-03-31') } as const;
    const none = { is: 'number', number: fraction(0) } as const;
    const fall = (value: typeof nobody | typeof none) =>
      aMeasure({
        core: { is: 'per head', kinds },
        against: { how: 'fall below', value, relative: true },
      });
    expect(numbersShown(measuredBy(measuring([fall(nobody)]), facts, later))).toEqual([
      'not known',
    ]);
    expect(numbersShown(measuredBy(measuring([fall(none)]), facts, later))).toEqual(['not known']);
  });
});

describe('A rate of the year beside the share of the cohort', () => {
  // 100 referred in the first year and 50 in the second; 20 of the first achieve in the second.
  const facts = [
    ...people(100, '2027-05-01').map((fact) => ({ ...fact, kind: 'referred' })),
    ...people(100, '2027-05-02').map((fact) => ({ ...fact, id: `${fact.id} in` })),
    ...people(50, '2028-05-01', { prefix: 'Q' }).map((fact) => ({ ...fact, kind: 'referred' })),
    ...people(50, '2028-05-02', { prefix: 'Q' }).map((fact) => ({ ...fact, id: `${fact.id} in` })),
    ...toTheFirst(20, ['level 2', '2028-06-01']),
  ];
  const of = { of: 'referred', cohorts: [firstYear, secondYear] } as const;
  const outcomes = ['Settled'];
  const rate = aMeasure({ ...of, name: 'Rate', core: { is: 'rate', outcomes } });
  const share = aMeasure({
    ...of,
    name: 'Share',
    core: { is: 'share', outcomes },
    cohorts: [aCohort('2027-04-01', '2028-03-31', '2030-03-31')],
  });
  const bonus = (measure: string) =>
    itPays(
      {
        is: 'each one beyond',
        side: 'above',
        mark: markOf('share', '0.3'),
        amount: pounds(1000),
        whole: true,
      },
      { measure },
    );
  const plan = measuring([rate, share], { measurePayments: [bonus('Rate'), bonus('Share')] });

  test('with half the referrals the rate is 20 of 50, 40%, and of the cohort it is 20%', () => {
    const measured = measuredBy(plan, facts, later);
    expect(numbersShown(measured)).toEqual(['0', '0.4', '0.2']);
    expect(duesShown(measured)).toEqual([
      'Rate 2027-04-01 to Bright Futures, 2028-03-31: 0',
      'Rate 2028-04-01 to Bright Futures, 2029-03-31: 5000',
      'Share 2027-04-01 to Bright Futures, 2030-03-31: 0',
    ]);
  });
});

describe('A gate on who is enrolled', () => {
  const having = aMeasure({
    name: 'Enrolled',
    core: { is: 'share having', with: ['poor'] },
    cohorts: [firstYear, secondYear],
  });
  const other = aMeasure({ name: 'Number', core: { is: 'number', outcomes: ['Settled'] } });
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: ['Number'],
    measure: 'Enrolled',
    least: percent('65%'),
    strictly: false,
  };
  const pay = itPays({ is: 'rows', rows: [{ amount: pounds(50) }] }, { measure: 'Number' });
  const planWith = (strictly: boolean) =>
    measuring([having, other], { gates: [{ ...gate, strictly }], measurePayments: [pay] });

  const enrolled = (poor: number, all: number): readonly Fact[] => [
    ...people(poor, '2027-05-01', { with: ['poor'] }),
    ...people(all - poor, '2027-05-01', { prefix: 'R' }),
  ];

  function passedOn(plan: Plan, facts: readonly Fact[], at = later): string {
    const { gateOver } = measuredBy(plan, facts, at);
    const version = plan.versions[0];
    assert(version, 'a plan has a version');
    const day = dayNumber('2027-05-01');
    const attachment = {
      id: 'A P001',
      day,
      lastDay: Number.POSITIVE_INFINITY,
      provider: 'Bright Futures',
      group: 'leaving',
      with: [],
      referral: { id: 'A P001', day, with: [] },
    };
    const met = gateOver({ outcome: 'Settled', version, attachment });
    return met?.passedOn === undefined ? 'shut' : dayOf(met.passedOn);
  }

  test('649 of 1,000, 64.9%, do not pass 65%', () => {
    expect(passedOn(planWith(false), enrolled(649, 1000))).toBe('shut');
  });

  test('650 of 1,000 pass 65%, on the day it is taken', () => {
    expect(passedOn(planWith(false), enrolled(650, 1000))).toBe('2028-03-31');
  });

  test('13 of 20 pass 65%, and not where it must be more', () => {
    expect(passedOn(planWith(false), enrolled(13, 20))).toBe('2028-03-31');
    expect(passedOn(planWith(true), enrolled(13, 20))).toBe('shut');
  });

  test('before it is taken the gate is shut', () => {
    expect(passedOn(planWith(false), enrolled(13, 20), asAt('2028-03-30'))).toBe('shut');
  });

  test('it is passed on the day on which enough was known: 12 of 19, then 13 of 20', () => {
    const facts = enrolled(13, 20).map((fact) =>
      fact.participant === 'P013' ? { ...fact, known: dayNumber('2028-05-20') } : fact,
    );
    expect(passedOn(planWith(false), facts)).toBe('2028-05-20');
  });

  test('a line of a measure waits for its gate whole, or is payable from the day it passed', () => {
    const shut = measuredBy(planWith(false), enrolled(12, 20), later);
    expect(duesShown(shut)).toEqual(['Number 2027-04-01 to Bright Futures, waits: 0']);
    expect(shut.dues[0]?.unpaid).toEqual([
      { reason: 'gate', amount: 5000n, clause: 'Measures/gate' },
    ]);
    const open = measuredBy(planWith(false), enrolled(13, 20), later);
    expect(duesShown(open)).toEqual(['Number 2027-04-01 to Bright Futures, 2028-03-31: 50']);
  });

  test('an outcome of which no gate speaks has none; one outside every cohort waits', () => {
    const plan = planWith(false);
    const { gateOver } = measuredBy(plan, enrolled(13, 20), later);
    const [version] = plan.versions;
    assert(version, 'a plan has a version');
    const day = dayNumber('2030-05-01');
    const referral = { id: 'R1', day, with: [] };
    const stay = { id: 'A1', day, lastDay: day, provider: 'X', group: '', with: [], referral };
    expect(gateOver({ outcome: 'Other', version, attachment: stay })).toBeUndefined();
    const none = gateOver({ outcome: 'Settled', version, attachment: stay });
    expect(none?.passedOn).toBeUndefined();
    expect(none?.explain().join(' ')).toContain('No cohort of Enrolled is the one of this line.');
  });
});

describe('People of whom it is not known', () => {
  // Of 10, 4 achieve; 2 are claimed to, one of them only after the number is taken.
  const facts = [
    ...people(10, '2027-05-01'),
    ...toTheFirst(4, ['level 2', '2027-06-01']),
    happened('level 2', '2027-06-01', { id: 'C1', participant: 'P005', state: 'claimed' }),
    happened('level 2', '2028-06-01', { id: 'C2', participant: 'P006', state: 'claimed' }),
  ];

  test('left out, 4 of 9 achieve; counted as not, 4 of 10', () => {
    const shares = (unknown: 'left out' | 'not') =>
      numbersShown(measuredBy(measuring([aMeasure({ unknown })]), facts, later));
    expect(shares('left out')).toEqual(['4/9']);
    expect(shares('not')).toEqual(['0.4']);
  });

  test('where nobody is left of whom it is known, the share is not known', () => {
    const claims = [
      ...people(1, '2027-05-01'),
      happened('level 2', '2027-06-01', { id: 'C1', participant: 'P001', state: 'claimed' }),
    ];
    const plan = measuring([aMeasure({ unknown: 'left out' })], {
      measurePayments: [itPays({ is: 'rows', rows: [{ amount: pounds(1) }] })],
    });
    const measured = measuredBy(plan, claims, later);
    expect(numbersShown(measured)).toEqual(['not known']);
    expect(measured.dues).toEqual([]);
  });

  test('a change needs two scores: 2 up by 6 and 1 with one score is 6/2 or 6/3', () => {
    const score = (participant: string, day: Day, value: number) =>
      happened('score', day, { id: `${participant} ${day}`, participant, value: String(value) });
    const scored = [
      ...people(3, '2027-05-01'),
      score('P001', '2027-05-02', 10),
      score('P001', '2027-09-02', 14),
      score('P002', '2027-05-02', 10),
      score('P002', '2027-06-02', 8),
      score('P002', '2027-07-02', 12),
      score('P003', '2027-07-02', 30),
    ];
    const core = { is: 'mean change', kind: 'score', better: 'higher' } as const;
    const change = (words: Partial<MeasurePlan>) =>
      numbersShown(measuredBy(measuring([aMeasure({ core, ...words })]), scored, later));
    expect(change({ unknown: 'left out' })).toEqual(['3']);
    expect(change({ unknown: 'not' })).toEqual(['2']);
    expect(change({ unknown: 'not', core: { ...core, better: 'lower' } })).toEqual(['-2']);
  });
});

describe('Who counts, and when', () => {
  test('only what falls within so long of each one’s day, and by the day it is taken', () => {
    const facts = [
      ...people(4, '2027-05-01'),
      happened('level 2', '2027-05-31', { id: 'L1', participant: 'P001' }),
      happened('level 2', '2027-06-01', { id: 'L2', participant: 'P002' }),
      happened('level 2', '2028-04-01', { id: 'L3', participant: 'P003' }),
    ];
    const month = aMeasure({ within: { count: 1, unit: 'month' } });
    expect(numbersShown(measuredBy(measuring([month, aMeasure()]), facts, later))).toEqual([
      '0.25',
      '0.5',
    ]);
  });

  test('a participant attached twice counts once, from the first attachment in the cohort', () => {
    const again = happened('attached', '2027-09-01', {
      id: 'A again',
      participant: 'P001',
      provider: 'Bright Futures',
      group: 'leaving',
    });
    const facts = [...people(2, '2027-05-01'), again, ...toTheFirst(1, ['level 2', '2027-06-01'])];
    expect(numbersShown(measuredBy(measuring([aMeasure()]), facts, later))).toEqual(['0.5']);
  });

  test('whoever is set aside by the day it is taken is left out; later it is too late', () => {
    const facts = [...people(4, '2027-05-01'), ...toTheFirst(2, ['level 2', '2027-06-01'])];
    const died = (day: Day) => happened('died', day, { participant: 'P004' });
    const plan = aPlan([anOutcome()], {
      setAsideBy: ['died'],
      whole: aWhole({ measures: [aMeasure()] }),
    });
    expect(numbersShown(measuredBy(plan, [...facts, died('2028-03-31')], later))).toEqual(['2/3']);
    expect(numbersShown(measuredBy(plan, [...facts, died('2028-04-01')], later))).toEqual(['0.5']);
  });

  test('for each provider its own people and what is its own', () => {
    const facts = [
      ...people(4, '2027-05-01'),
      ...people(2, '2027-05-01', { prefix: 'Q', provider: 'Harbour' }),
      ...toTheFirst(1, ['level 2', '2027-06-01']),
      ...toTheFirst(1, ['level 2', '2027-06-01'], { prefix: 'Q' }),
    ];
    const plan = measuring([aMeasure({ per: 'provider' })], {
      measurePayments: [itPays(atLeast('50%', 10))],
    });
    const measured = measuredBy(plan, facts, later);
    expect(valuesShown(measured)).toEqual([
      'Settling 2027-04-01 Bright Futures: 0.25 since 2028-03-31',
      'Settling 2027-04-01 Harbour: 0.5 since 2028-03-31',
    ]);
    expect(duesShown(measured)).toEqual([
      'Settling 2027-04-01 to Bright Futures, 2028-03-31: 0',
      'Settling 2027-04-01 to Harbour, 2028-03-31: 10',
    ]);
  });

  test('a referral is its first attachment’s provider’s, and nobody’s where nobody followed', () => {
    const referred = (fact: Fact) => ({ ...fact, id: `R ${fact.participant}`, kind: 'referred' });
    const facts = [
      ...people(4, '2027-05-01').map(referred),
      ...people(2, '2027-05-02'),
      ...people(3, '2027-05-03', { provider: 'Harbour' }).slice(2),
      ...toTheFirst(1, ['level 2', '2027-06-01']),
    ];
    const plan = measuring([
      aMeasure({ of: 'referred', per: 'provider' }),
      aMeasure({ name: 'All', of: 'referred' }),
    ]);
    expect(valuesShown(measuredBy(plan, facts, later))).toEqual([
      'Settling 2027-04-01 Bright Futures: 0.5 since 2028-03-31',
      'Settling 2027-04-01 Harbour: 0 since 2028-03-31',
      'All 2027-04-01 all: 0.25 since 2028-03-31',
    ]);
  });

  test('the number and total of nobody are not known, and pay nothing', () => {
    const number = aMeasure({ core: { is: 'number', outcomes: ['Settled'] }, against: below(5) });
    const plan = measuring([number], {
      measurePayments: [itPays({ is: 'rows', rows: [{ amount: pounds(9) }] })],
    });
    expect(measuredBy(plan, [joined], later).dues).toEqual([]);
  });

  test('a number 3 and a total 1.5 + 2 of 4 people, a mean of 0.875', () => {
    const facts = [
      ...people(4, '2027-05-01'),
      ...toTheFirst(3, ['level 2', '2027-06-01']),
      happened('earned', '2027-06-01', { id: 'E1', participant: 'P001', value: '1.5' }),
      happened('earned', '2027-06-01', { id: 'E2', participant: 'P002', value: '2' }),
      happened('earned', '2027-06-01', {
        id: 'E3',
        participant: 'P003',
        value: '7',
        state: 'claimed',
      }),
    ];
    const kinds = ['earned'];
    const plan = measuring([
      aMeasure({ name: 'Number', core: { is: 'number', outcomes: ['Settled'] } }),
      aMeasure({ name: 'Total', core: { is: 'total', kinds } }),
      aMeasure({ name: 'Mean', core: { is: 'mean', kinds } }),
    ]);
    expect(numbersShown(measuredBy(plan, facts, later))).toEqual(['3', '3.5', '0.875']);
  });

  test('each cohort is taken by the version in force on its last day', () => {
    const version = (number: number, wording: string) =>
      aVersion([anOutcome()], {
        version: number,
        countsFrom: dayNumber(number === 1 ? '2027-04-01' : '2028-01-01'),
        whole: aWhole({ measures: [aMeasure({ wording, cohorts: [firstYear, secondYear] })] }),
      });
    const early = aCohort('2027-04-01', '2027-12-31');
    const first = aVersion([anOutcome()], {
      whole: aWhole({ measures: [aMeasure({ cohorts: [early, firstYear] })] }),
    });
    const plan = planFrom([first, version(2, 'as changed')]);
    const { values } = measuredBy(plan, people(1, '2027-05-01'), later);
    expect(values.map(({ version: number, takenOn }) => `${number} ${dayOf(takenOn)}`)).toEqual([
      '1 2027-12-31',
      '2 2028-03-31',
      '2 2029-03-31',
    ]);
  });
});

describe('The payable day of what a measure pays', () => {
  const plan = measuring([aMeasure()], { measurePayments: [itPays(atLeast('50%', 10))] });
  const facts = [...people(4, '2027-05-01'), ...toTheFirst(1, ['level 2', '2027-06-01'])];
  const late = (words: Partial<Fact> = {}) => ({
    ...happened('level 2', '2027-07-01', { id: 'L', participant: 'P002', known: '2028-06-01' }),
    ...words,
  });

  test('what became known after the day it was taken pays from then', () => {
    expect(duesShown(measuredBy(plan, [...facts, late()], later))).toEqual([
      'Settling 2027-04-01 to Bright Futures, 2028-06-01: 10',
    ]);
    expect(duesShown(measuredBy(plan, [...facts, late()], asAt('2028-05-31')))).toEqual([
      'Settling 2027-04-01 to Bright Futures, 2028-03-31: 0',
    ]);
  });

  test('what only confirms what had been enough changes no day', () => {
    const more = happened('level 2', '2027-07-01', {
      id: 'M',
      participant: 'P003',
      known: '2028-09-01',
    });
    expect(duesShown(measuredBy(plan, [...facts, late(), more], later))).toEqual([
      'Settling 2027-04-01 to Bright Futures, 2028-06-01: 10',
    ]);
  });

  test('somebody who becomes known late counts from then: 1 of 2, then 2 of 3, then 2 of 4', () => {
    const two = [...people(2, '2027-05-01'), ...toTheFirst(1, ['level 2', '2027-06-01'])];
    const lateComer = people(4, '2027-05-01')
      .slice(2)
      .map((fact) => ({ ...fact, known: dayNumber('2028-08-01') }));
    const measured = measuredBy(plan, [...two, ...lateComer, late()], later);
    expect(valuesShown(measured)).toEqual(['Settling 2027-04-01 all: 0.5 since 2028-03-31']);
  });

  test('a correction keeps the place of what had been as much, and not of what was less', () => {
    const total = aMeasure({ core: { is: 'total', kinds: ['saved'] } });
    const each = { amount: pounds(1), unit: fraction(1), above: fraction(0), whole: true };
    const pays = itPays({ is: 'rows', rows: [{ amount: pounds(0), each }] });
    const saved = (value: number, words: Partial<Fact> = {}) => ({
      ...happened('saved', '2027-06-01', { id: 'S1', participant: 'P001', value: String(value) }),
      ...words,
    });
    const corrected = (value: number) =>
      duesShown(
        measuredBy(
          measuring([total], { measurePayments: [pays] }),
          [
            ...people(1, '2027-05-01'),
            saved(20),
            saved(value, { id: 'S2', replaces: 'S1', known: dayNumber('2028-10-01') }),
          ],
          later,
        ),
      );
    expect(corrected(15)).toEqual(['Settling 2027-04-01 to Bright Futures, 2028-03-31: 15']);
    expect(corrected(25)).toEqual(['Settling 2027-04-01 to Bright Futures, 2028-10-01: 25']);
  });

  test('what was true by a day and is known after it is paid as far as it is known', () => {
    const at = { trueBy: dayNumber('2028-03-31'), knownBy: dayNumber('2028-07-01') };
    const measured = measuredBy(plan, [...facts, late()], at);
    expect(numbersShown(measured)).toEqual(['0.5']);
    expect(measured.dues).toHaveLength(1);
    const before = { ...at, knownBy: at.trueBy };
    expect(numbersShown(measuredBy(plan, [...facts, late()], before))).not.toEqual(['0.5']);
  });
});

describe('Estimates from outside', () => {
  const estimated = (bound: 'value' | 'low' | 'high', words: Partial<MeasurePlan> = {}) =>
    aMeasure({ name: 'Saved', core: { is: 'estimated', bound }, ...words });
  const pays = itPays(atLeast('0%', 10), { measure: 'Saved' });
  const signed = { low: fraction(1, 10), high: fraction(3, 10), signer: 'Dr Rao' };

  test('the value or the bound that the page names, exactly as signed', () => {
    const number = (bound: 'value' | 'low' | 'high') =>
      numbersShown(measuredBy(measuring([estimated(bound)]), [estimate('0.2', signed)], later));
    expect(number('value')).toEqual(['0.2']);
    expect(number('low')).toEqual(['0.1']);
    expect(number('high')).toEqual(['0.3']);
  });

  test('one that is missing, unverified, withdrawn or without the bound is not known', () => {
    const lines = (facts: readonly Fact[], bound: 'value' | 'low' = 'value') =>
      duesShown(
        measuredBy(
          measuring([estimated(bound)], { measurePayments: [pays] }),
          [joined, ...facts],
          later,
        ),
      );
    expect(lines([])).toEqual([]);
    expect(lines([estimate('0.2', { state: 'claimed' })])).toEqual([]);
    expect(lines([estimate('0.2')], 'low')).toEqual([]);
    const { value: _, ...gone } = estimate('0.2', { id: 'W', kind: 'withdrawn' });
    const withdrawn = { ...gone, replaces: estimate('0.2').id };
    expect(lines([estimate('0.2'), withdrawn])).toEqual([]);
    expect(lines([estimate('0.2')])).toEqual(['Saved 2027-04-01 to Harbour, 2029-01-31: 10']);
  });

  test('a line is of the last day of the cohort, and rests on the estimate', () => {
    const plan = measuring([estimated('value')], { measurePayments: [pays] });
    const [due] = measuredBy(plan, [joined, estimate('0.2')], later).dues;
    expect(due?.day).toBe(firstYear.last);
    expect(due?.basis.is === 'other' && due.basis.facts).toEqual([estimate('0.2').id]);
    expect(due?.basis.is === 'other' && due.basis.explain()).toEqual([
      'Saved: as the page says.',
      'It is taken on 31 March 2028 of those attached from 1 April 2027 to 31 March 2028.',
      'By Saved Harbour 2029-01-31, the estimate is 0.2.',
      'It comes to 0.2.',
      'It pays £10.',
    ]);
  });

  test('is said in percent where the page says its marks so, and a sum that never ends nearly', () => {
    const each = { amount: pounds(1000), unit: percent('1%'), above: percent('10%'), whole: false };
    const saved = (inPercent: boolean) => estimated('value', inPercent ? { inPercent } : {});
    const third = { ...each, amount: fraction(100_000n, 3n), whole: true };
    const said = (inPercent: boolean, step: typeof each) => {
      const steps = { is: 'rows', rows: [{ amount: pounds(0), each: step }] } as const;
      const measurePayments = [itPays(steps, { measure: 'Saved' })];
      const plan = measuring([saved(inPercent)], { measurePayments });
      const [due] = measuredBy(plan, [joined, estimate('0.2')], later).dues;
      return due?.basis.is === 'other' ? due.basis.explain().slice(2) : [];
    };
    expect(said(true, each)).toEqual([
      'By Saved Harbour 2029-01-31, the estimate is 20%.',
      'It comes to 20%.',
      'It is above 10% by 10 percentage points: £1,000 for each.',
      'It pays £10,000.',
    ]);
    expect(said(false, third).slice(2)).toEqual([
      'It is above 0.1 by 10 whole times 0.01: £1,000/3, about £333.33 for each.',
      'It pays £10,000/3, about £3,333.33.',
    ]);
  });

  test('for each provider and cohort its own; a cohort must be named where there are several', () => {
    const two = estimated('value', { per: 'provider', cohorts: [firstYear, secondYear] });
    const facts = [
      estimate('0.1', { id: 'E1', provider: 'Harbour', cohort: '2027-04-01' }),
      estimate('0.2', { id: 'E2', provider: 'Bright Futures', cohort: '2028-04-01' }),
      estimate('0.3', { id: 'E3', provider: 'Harbour' }),
    ];
    expect(valuesShown(measuredBy(measuring([two]), facts, later))).toEqual([
      'Saved 2027-04-01 Harbour: 0.1 since 2029-01-31',
      'Saved 2028-04-01 Bright Futures: 0.2 since 2029-03-31',
    ]);
  });

  test('a corrected estimate that pays no more keeps the day of the first', () => {
    const better = estimate('0.25', { id: 'B', replaces: estimate('0.2').id, known: 22_000 });
    const plan = measuring([estimated('value')], { measurePayments: [pays] });
    expect(duesShown(measuredBy(plan, [joined, estimate('0.2'), better], later))).toEqual([
      'Saved 2027-04-01 to Harbour, 2029-01-31: 10',
    ]);
  });

  test('weighted: 3/4 of 0.2 and 1/4 of 0.5 is 0.275, and not known while a part is not', () => {
    const parts = [
      { measure: 'Saved', weight: fraction(3, 4) },
      { measure: 'Settling', weight: fraction(1, 4) },
    ];
    const plan = measuring([
      estimated('value'),
      aMeasure(),
      aMeasure({ name: 'Together', core: { is: 'weighted', parts } }),
    ]);
    const half = [...people(2, '2027-05-01'), ...toTheFirst(1, ['level 2', '2027-06-01'])];
    expect(numbersShown(measuredBy(plan, [...half, estimate('0.2')], later)).at(-1)).toBe('0.275');
    expect(numbersShown(measuredBy(plan, half, later)).at(-1)).toBe('not known');
    expect(valuesShown(measuredBy(plan, [...half, estimate('0.2')], later)).at(-1)).toBe(
      'Together 2027-04-01 all: 0.275 since 2029-01-31',
    );
  });
});

describe('To whom a measure of the programme is paid', () => {
  const facts = [
    ...people(2, '2027-05-01', { provider: 'Anchor' }),
    ...people(1, '2027-05-01', { prefix: 'Q', provider: 'Bridge' }),
    ofProvider('joined', '2027-04-01', { provider: 'Cove' }),
    ...toTheFirst(1, ['level 2', '2027-06-01']),
  ];
  const plan = (to: Parameters<typeof itPays>[1]) =>
    measuring([aMeasure()], {
      measurePayments: [itPays({ is: 'rows', rows: [{ amount: pounds(100) }] }, to ?? {})],
    });
  const shown = (to: Parameters<typeof itPays>[1]) =>
    duesShown(measuredBy(plan(to), facts, later)).map((line) => line.slice(20));

  test('£100 among three is 33.34, 33.33 and 33.33: the odd penny to the earliest name', () => {
    expect(shown({ to: { is: 'equally' } })).toEqual([
      'to Anchor, 2028-03-31: 33.34',
      'to Bridge, 2028-03-31: 33.33',
      'to Cove, 2028-03-31: 33.33',
    ]);
  });

  test('£100 by attachments 2 and 1 is 66.67 and 33.33', () => {
    expect(shown({ to: { is: 'by attachments' } })).toEqual([
      'to Anchor, 2028-03-31: 66.67',
      'to Bridge, 2028-03-31: 33.33',
    ]);
  });

  test('named shares of 25% and 75%, also to one that has not joined', () => {
    const shares = [
      { provider: 'Dock', share: percent('75%') },
      { provider: 'Anchor', share: percent('25%') },
    ];
    expect(shown({ to: { is: 'shares', shares } })).toEqual([
      'to Anchor, 2028-03-31: 25',
      'to Dock, 2028-03-31: 75',
    ]);
  });

  test('to the nearest pound, £100 among three is shared after it is rounded', () => {
    const rounding = { unit: fraction(100), direction: 'nearest' } as const;
    const payment = itPays(
      { is: 'rows', rows: [{ amount: pounds(100.4) }] },
      {
        to: { is: 'equally' },
      },
    );
    const rounded = aPlan([anOutcome()], {
      rounding,
      whole: aWhole({ measures: [aMeasure()], measurePayments: [payment] }),
    });
    const { dues } = measuredBy(rounded, facts, later);
    expect(dues.map(({ gross }) => gross)).toEqual([3334n, 3333n, 3333n]);
  });
});
