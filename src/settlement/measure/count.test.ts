// Step 4 of docs/settlement.md: who counts, what counts, and since when a number was what it is.
import { describe, expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aCohort,
  aMeasure,
  firstYear,
  itPays,
  measuredBy,
  people,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, aVersion, planFrom } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatDecimal, fraction } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { MeasureCore, MeasurePlan } from '../plan/measure-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import type { Measured } from './index.ts';

const later = asAt('2031-01-01');
const work = anOutcome({ name: 'Work', condition: { is: 'happens', kinds: ['job'] } });

function shownOf({ values }: Measured): readonly string[] {
  return values.map(({ provider = 'all', value, knownOn }) => {
    const number = value ? formatDecimal(value) : 'not known';
    return `${provider}: ${number}${knownOn === undefined ? '' : ` since ${dayOf(knownOn)}`}`;
  });
}

/** The value of each provider, or of all, and since when it was that. */
function shown(
  words: Partial<MeasurePlan>,
  facts: readonly Fact[],
  rest: Partial<VersionPlan> = {},
): readonly string[] {
  const whole = aWhole({ measures: [aMeasure(words)] });
  return shownOf(measuredBy(aPlan([anOutcome(), work], { whole, ...rest }), facts, later));
}

function known(fact: Fact, day: Day): Fact {
  return { ...fact, known: dayNumber(day) };
}

const scored = (day: Day, value: string) =>
  happened('score', day, { id: day, participant: 'P001', value });

describe('What became known after the day on which a number is taken', () => {
  const two = people(2, '2027-05-01');
  const late = toTheFirst(1, ['visit', '2027-06-01'], { value: fraction(6) }).map((fact) =>
    known(fact, '2028-09-01'),
  );
  const achievedLate = toTheFirst(1, ['level 2', '2027-06-01']).map((fact) =>
    known(fact, '2028-09-01'),
  );
  const kinds = ['visit'];
  const outcomes = ['Settled'];

  test.each<[MeasureCore['is'], MeasureCore, readonly Fact[], string]>([
    ['number', { is: 'number', outcomes }, achievedLate, '1'],
    ['share', { is: 'share', outcomes }, achievedLate, '0.5'],
    ['rate', { is: 'rate', outcomes }, achievedLate, '0.5'],
    ['share with', { is: 'share with', kinds }, late, '0.5'],
    ['per head', { is: 'per head', kinds }, late, '0.5'],
    ['per one with any', { is: 'per one with any', kinds }, late, '1'],
    ['total', { is: 'total', kinds }, late, '6'],
    ['mean', { is: 'mean', kinds }, late, '3'],
  ])('counts from then in a %s', (_, core, facts, value) => {
    expect(shown({ core }, [...two, ...facts])).toEqual([`all: ${value} since 2028-09-01`]);
  });

  test('counts from then in a mean change', () => {
    const core = { is: 'mean change', kind: 'score', better: 'higher' } as const;
    const scores = [scored('2027-06-01', '10'), known(scored('2027-07-01', '16'), '2028-09-01')];
    expect(shown({ core }, [...people(1, '2027-05-01'), ...scores])).toEqual([
      'all: 6 since 2028-09-01',
    ]);
  });

  test('counts among the people from then, also where only characteristics are counted', () => {
    const facts = [
      ...people(1, '2027-05-01', { with: ['poor'] }),
      ...people(1, '2027-05-01', { prefix: 'Q' }).map((fact) => known(fact, '2028-09-01')),
    ];
    const core = { is: 'share having', with: ['poor'] } as const;
    expect(shown({ core }, facts)).toEqual(['all: 0.5 since 2028-09-01']);
    const one = toTheFirst(1, ['level 2', '2027-06-01']);
    expect(shown({ core: { is: 'rate', outcomes } }, [...facts, ...one])).toEqual([
      'all: 0.5 since 2028-09-01',
    ]);
  });

  test('and on the day itself it counts that day', () => {
    const same = late.map((fact) => known(fact, '2028-03-31'));
    const core = { is: 'total', kinds } as const;
    expect(shown({ core }, [...two, ...same])).toEqual(['all: 6 since 2028-03-31']);
  });
});

describe('Who counts', () => {
  test('a share of those who have all of several characteristics leaves out who has one', () => {
    const facts = [
      ...people(1, '2027-05-01', { with: ['poor'] }),
      ...people(1, '2027-05-01', { prefix: 'Q', with: ['poor', 'young'] }),
    ];
    expect(shown({ core: { is: 'share having', with: ['poor', 'young'] } }, facts)).toEqual([
      'all: 0.5 since 2028-03-31',
    ]);
  });

  test('those of the first and of the last day of the cohort, and of no day beside', () => {
    const days: readonly Day[] = ['2028-03-31', '2028-04-01', '2029-03-31', '2029-04-01'];
    const facts = days.flatMap((day, at) => people(1, day, { prefix: `${at}`, with: ['poor'] }));
    const cohorts = [aCohort('2028-04-01', '2029-03-31')];
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    const measured = measuredBy(
      aPlan([anOutcome()], { whole: aWhole({ measures: [aMeasure({ core, cohorts })] }) }),
      facts,
      later,
    );
    expect(measured.values[0]).toMatchObject({ denominator: 2 });
  });

  test('who comes twice is known since either coming was, and counts as it came first', () => {
    const again = happened('attached', '2027-09-01', {
      id: 'again',
      participant: 'P001',
      provider: 'Anchor',
      group: 'leaving',
      with: ['poor'],
    });
    const first = people(1, '2027-05-01').map((fact) => known(fact, '2028-09-01'));
    const core = { is: 'share having', with: ['poor'] } as const;
    expect(shown({ core }, [...first, again])).toEqual(['all: 0 since 2028-03-31']);
  });

  test('set aside by the day on which it is taken, under the terms by which it is taken', () => {
    const gone = (day: Day) => happened('moved away', day, { participant: 'P001' });
    const setAside = { setAsideBy: ['moved away'] };
    const facts = [...people(2, '2027-05-01', { with: ['poor'] })];
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    const count = (rest: Partial<VersionPlan>, day: Day) => {
      const whole = aWhole({ measures: [aMeasure({ core })] });
      const plan = aPlan([anOutcome()], { whole, ...rest });
      return measuredBy(plan, [...facts, gone(day)], later).values[0]?.denominator;
    };
    expect(count({}, '2027-06-01')).toBe(2);
    expect(count(setAside, '2027-06-01')).toBe(1);
    expect(count(setAside, '2028-03-31')).toBe(1);
    expect(count(setAside, '2028-04-01')).toBe(2);
  });

  test('a version that sets nobody aside counts whom the next one does', () => {
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    const cohorts = [firstYear, aCohort('2028-04-01', '2029-03-31')];
    const whole = aWhole({ measures: [aMeasure({ core, cohorts })] });
    const first = aVersion([anOutcome()], { whole });
    const second = aVersion([anOutcome()], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2028-04-01'),
      setAsideBy: ['moved away'],
      whole,
    });
    const facts = [
      ...people(1, '2027-05-01'),
      ...people(2, '2028-05-01', { prefix: 'Q' }),
      happened('moved away', '2028-03-01', { id: 'M1', participant: 'P001' }),
      happened('moved away', '2028-06-01', { id: 'M2', participant: 'Q001' }),
    ];
    const { values } = measuredBy(planFrom([first, second]), facts, later);
    expect(values.map(({ denominator, version }) => [denominator, version])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });
});

describe('What counts', () => {
  test('a rate counts what is of its outcomes and in its period, of whoever came before', () => {
    // P came in the first year and achieves in the second; Q is the one of the second year.
    const cohorts = [aCohort('2028-04-01', '2029-03-31', '2029-06-30')];
    const rate = { core: { is: 'rate', outcomes: ['Settled'] }, cohorts } as const;
    const came = [...people(3, '2027-05-01'), ...people(1, '2028-05-01', { prefix: 'Q' })];
    const on = (day: Day) => shown(rate, [...came, ...toTheFirst(1, ['level 2', day])]);
    expect(on('2028-03-31')).toEqual(['all: 0 since 2029-06-30']);
    expect(on('2028-04-01')).toEqual(['all: 1 since 2029-06-30']);
    expect(on('2029-03-31')).toEqual(['all: 1 since 2029-06-30']);
    expect(on('2029-04-01')).toEqual(['all: 0 since 2029-06-30']);
    const jobs = toTheFirst(1, ['job', '2028-06-01']);
    expect(shown(rate, [...came, ...jobs])).toEqual(['all: 0 since 2029-06-30']);
  });

  test('a rate of each provider has its own achievements, also of people of another year', () => {
    const cohorts = [aCohort('2028-04-01', '2029-03-31')];
    const facts = [
      ...people(1, '2027-05-01', { provider: 'Anchor' }),
      ...people(1, '2028-05-01', { prefix: 'Q', provider: 'Bridge' }),
      ...people(2, '2028-05-01', { prefix: 'R', provider: 'Anchor' }),
      ...toTheFirst(1, ['level 2', '2028-06-01']),
    ];
    const core = { is: 'rate', outcomes: ['Settled'] } as const;
    expect(shown({ core, cohorts, per: 'provider' }, facts)).toEqual([
      'Anchor: 0.5 since 2029-03-31',
      'Bridge: 0 since 2029-03-31',
    ]);
  });

  test('a rate taken before its period ends counts what was by then', () => {
    const cohorts = [{ ...firstYear, takenOn: dayNumber('2027-12-31') }];
    const rate = { core: { is: 'rate', outcomes: ['Settled'] }, cohorts } as const;
    const on = (day: Day) =>
      shown(rate, [...people(1, '2027-05-01'), ...toTheFirst(1, ['level 2', day])]);
    expect(on('2027-12-31')).toEqual(['all: 1 since 2028-03-31']);
    expect(on('2028-01-01')).toEqual(['all: 0 since 2028-03-31']);
  });

  test('within so long of each one’s day, to its last day, and none after the number is taken', () => {
    const within = { count: 4, unit: 'week' } as const;
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    const on = (came: Day, day: Day) =>
      shown({ core, within }, [...people(1, came), ...toTheFirst(1, ['level 2', day])]);
    expect(on('2027-05-01', '2027-05-28')).toEqual(['all: 1 since 2028-03-31']);
    expect(on('2027-05-01', '2027-05-29')).toEqual(['all: 0 since 2028-03-31']);
    expect(on('2028-03-30', '2028-03-31')).toEqual(['all: 1 since 2028-03-31']);
    expect(on('2028-03-30', '2028-04-01')).toEqual(['all: 0 since 2028-03-31']);
  });

  test('what another route takes the place of was achieved all the same', () => {
    // Both routes are achieved: one pays, the other shows `route`, and both count.
    const routes = [
      { clause: 'Outcomes/route', sets: [['Settled'], ['Work']] },
    ] as unknown as VersionPlan['routes'];
    const facts = [
      ...people(1, '2027-05-01'),
      ...toTheFirst(1, ['level 2', '2027-06-01']),
      ...toTheFirst(1, ['job', '2027-07-01']),
    ];
    const core = { is: 'number', outcomes: ['Settled', 'Work'] } as const;
    expect(shown({ core }, facts, { routes })).toEqual(['all: 2 since 2028-03-31']);
  });

  test('scores without a value are no scores of a change', () => {
    const core = { is: 'mean change', kind: 'score', better: 'higher' } as const;
    const empty = happened('score', '2027-08-01', { id: 'empty', participant: 'P001' });
    const scores = [scored('2027-06-01', '10'), scored('2027-07-01', '16'), empty];
    expect(shown({ core }, [...people(1, '2027-05-01'), ...scores])).toEqual([
      'all: 6 since 2028-03-31',
    ]);
  });

  test('of two scores of one day and no other a change is not known', () => {
    const core = { is: 'mean change', kind: 'score', better: 'higher' } as const;
    const twice = [
      scored('2027-06-01', '10'),
      happened('score', '2027-06-01', { id: 'twice', participant: 'P001', value: '12' }),
    ];
    const facts = [...people(1, '2027-05-01'), ...twice];
    expect(shown({ core, unknown: 'left out' }, facts)).toEqual(['all: not known']);
  });
});

describe('People of whom it is not known', () => {
  const claim = (kind: string, day: Day) =>
    happened(kind, day, { id: `${kind} ${day}`, participant: 'P001', state: 'claimed' });
  const share = { core: { is: 'share', outcomes: ['Settled'] }, unknown: 'left out' } as const;
  const two = people(2, '2027-05-01');

  test('a claim of an outcome that it does not count leaves nobody out', () => {
    expect(shown(share, [...two, claim('job', '2027-06-01')])).toEqual(['all: 0 since 2028-03-31']);
    const both = { ...share, core: { is: 'share', outcomes: ['Work', 'Settled'] } } as const;
    expect(shown(both, [...people(1, '2027-05-01'), claim('job', '2027-06-01')])).toEqual([
      'all: not known',
    ]);
  });

  test('nor does one of a day that does not count, though another outcome is claimed in time', () => {
    const after = claim('level 2', '2028-06-01');
    expect(shown(share, [...people(1, '2027-05-01'), after, claim('job', '2027-06-01')])).toEqual([
      'all: 0 since 2028-03-31',
    ]);
    expect(shown(share, [...people(1, '2027-05-01'), claim('level 2', '2028-03-31')])).toEqual([
      'all: not known',
    ]);
  });

  test('of several claims one of a day that counts is enough; a row that could not be read, too', () => {
    const twice = anOutcome({ times: 2 });
    const plan = aPlan([twice], { whole: aWhole({ measures: [aMeasure(share)] }) });
    const came = people(1, '2027-05-01');
    const claims = [claim('level 2', '2027-06-01'), claim('level 2', '2028-06-01')];
    expect(shownOf(measuredBy(plan, [...came, ...claims], later))).toEqual(['all: not known']);
    const unread = [{ participant: 'P001', kind: 'level 2' }];
    expect(owed(plan, came, later).measures[0]?.value).toEqual(fraction(0));
    expect(owed(plan, came, { ...later, unread }).measures[0]?.value).toBeUndefined();
  });

  test('who has achieved one of the outcomes is known, whatever else is claimed', () => {
    const outcomes = ['Settled', 'Work'];
    const facts = [
      ...people(1, '2027-05-01'),
      ...toTheFirst(1, ['level 2', '2027-06-01']),
      claim('job', '2027-06-01'),
    ];
    expect(shown({ core: { is: 'share', outcomes }, unknown: 'left out' }, facts)).toEqual([
      'all: 1 since 2028-03-31',
    ]);
  });

  test('of each provider: a claim that falls to one leaves nobody of another out', () => {
    const facts = [
      ...people(1, '2027-05-01'),
      happened('left', '2027-08-31', { id: 'left', participant: 'P001' }),
      happened('attached', '2027-09-01', {
        id: 'again',
        participant: 'P001',
        provider: 'Anchor',
        group: 'leaving',
      }),
      claim('level 2', '2027-10-01'),
    ];
    expect(shown({ ...share, per: 'provider' }, facts)).toEqual([
      'Anchor: not known',
      'Bright Futures: 0 since 2028-03-31',
    ]);
  });
});

test('a measure of the programme pays by attachments: whoever is set aside by then is nobody’s', () => {
  const payment = {
    measure: 'Settling',
    clause: 'Measures/Settling',
    order: 1100,
    pays: { is: 'rows', rows: [{ amount: fraction(9000) }] },
    to: { is: 'by attachments' },
  } as const;
  const whole = aWhole({ measures: [aMeasure()], measurePayments: [payment] });
  const plan = aPlan([anOutcome()], { whole, setAsideBy: ['moved away'] });
  const facts = [
    ...people(1, '2027-05-01', { prefix: 'B', provider: 'Bridge' }),
    ...people(2, '2027-05-01', { provider: 'Anchor' }),
    ...people(1, '2028-04-01', { prefix: 'L', provider: 'Bridge' }),
    ofProvider('joined', '2027-04-01', { provider: 'Cove' }),
  ];
  const paid = (day?: Day) => {
    const gone = day ? [happened('moved away', day, { participant: 'P001' })] : [];
    const { dues } = measuredBy(plan, [...facts, ...gone], later);
    return dues.map(({ provider, gross }) => `${provider} ${gross}`);
  };
  expect(paid()).toEqual(['Anchor 6000', 'Bridge 3000']);
  expect(paid('2028-03-31')).toEqual(['Anchor 4500', 'Bridge 4500']);
  expect(paid('2028-04-01')).toEqual(['Anchor 6000', 'Bridge 3000']);
});

describe('In which order it became known', () => {
  const late = (kind: string, who: string, day: Day) =>
    known(happened(kind, '2027-06-01', { id: `${kind} ${who}`, participant: who }), day);

  test('what one person achieved and was known earlier counts earlier, whatever is named first', () => {
    const core = { is: 'number', outcomes: ['Settled', 'Work'] } as const;
    const facts = [
      ...people(1, '2027-05-01'),
      late('level 2', 'P001', '2028-09-01'),
      late('job', 'P001', '2028-06-01'),
    ];
    expect(shown({ core }, facts)).toEqual(['all: 2 since 2028-09-01']);
  });

  test('what is enough is payable from the earliest day, whoever comes first by name', () => {
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    const rows = [{ least: fraction(1), amount: fraction(100) }];
    const whole = aWhole({
      measures: [aMeasure({ core })],
      measurePayments: [itPays({ is: 'rows', rows })],
    });
    const facts = [
      ...people(2, '2027-05-01'),
      late('level 2', 'P001', '2028-09-01'),
      late('level 2', 'P002', '2028-06-01'),
    ];
    const { dues } = measuredBy(aPlan([anOutcome()], { whole }), facts, later);
    expect(dues.map(({ payableOn }) => dayOf(payableOn ?? 0))).toEqual(['2028-06-01']);
  });

  test('who had one score is not known, and is known once the second is', () => {
    const core = { is: 'mean change', kind: 'score', better: 'higher' } as const;
    const scores = [scored('2027-06-01', '10'), known(scored('2027-07-01', '16'), '2028-09-01')];
    const whole = aWhole({ measures: [aMeasure({ core, unknown: 'left out' })] });
    const plan = aPlan([anOutcome()], { whole });
    const said = (day: Day) =>
      measuredBy(plan, [...people(1, '2027-05-01'), ...scores], asAt(day))
        .values[0]?.explain()
        .slice(2);
    expect(said('2028-08-31')).toEqual([
      'It is not known of 1 person, who is left out.',
      'The changes in "score" add up to 0, of 0 people.',
      'So it is not known.',
    ]);
    expect(said('2028-09-01')).toEqual([
      'The changes in "score" add up to 6, of 1 person.',
      'It comes to 6.',
    ]);
  });
});

describe('What is refused', () => {
  test('what another attachment saw too counts once, for the provider to which it falls', () => {
    const second = happened('attached', '2027-05-02', {
      id: 'B',
      participant: 'P001',
      provider: 'Anchor',
      group: 'leaving',
    });
    const facts = [...people(1, '2027-05-01'), second, ...toTheFirst(1, ['level 2', '2027-06-01'])];
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    expect(shown({ core }, facts)).toEqual(['all: 1 since 2028-03-31']);
    expect(shown({ core, per: 'provider' }, facts)).toEqual([
      'Anchor: 0 since 2028-03-31',
      'Bright Futures: 1 since 2028-03-31',
    ]);
  });

  test('a line shared with a contributor is one achievement', () => {
    const shares = [{ payee: 'Cove', share: fraction(1, 4), clause: 'Outcomes/shares' }];
    const shared = anOutcome({ price: { shares } });
    const core = { is: 'number', outcomes: ['Settled'] } as const;
    const whole = aWhole({ measures: [aMeasure({ core })] });
    const facts = [...people(1, '2027-05-01'), ...toTheFirst(1, ['level 2', '2027-06-01'])];
    expect(shownOf(measuredBy(aPlan([shared], { whole }), facts, later))).toEqual([
      'all: 1 since 2028-03-31',
    ]);
  });
});

test('a rate of each provider has a number for those with anybody or anything counted, alone', () => {
  const cohorts = [aCohort('2028-04-01', '2029-03-31')];
  const facts = [
    ...people(1, '2027-05-01', { provider: 'Anchor' }),
    ...people(1, '2028-05-01', { prefix: 'Q', provider: 'Bridge' }),
    ...toTheFirst(1, ['job', '2028-06-01']),
    ...toTheFirst(1, ['level 2', '2028-03-31']),
  ];
  const core = { is: 'rate', outcomes: ['Settled'] } as const;
  expect(shown({ core, cohorts, per: 'provider' }, facts)).toEqual(['Bridge: 0 since 2029-03-31']);
});

test('a cohort is told of once it has begun; of each provider, once it is taken', () => {
  const cohorts = [firstYear, aCohort('2028-04-01', '2029-03-31')];
  const told = (per: 'programme' | 'provider', ...days: Parameters<typeof asAt>) => {
    const whole = aWhole({ measures: [aMeasure({ cohorts, per })] });
    const plan = aPlan([anOutcome()], { whole });
    return measuredBy(plan, people(2, '2027-05-01'), asAt(...days)).values.length;
  };
  expect(told('programme', '2027-03-31')).toBe(0);
  expect(told('programme', '2027-04-01')).toBe(1);
  expect(told('programme', '2028-04-01')).toBe(2);
  expect(told('programme', '2028-04-01', '2028-03-31')).toBe(1);
  expect(told('programme', '2028-03-31', '2028-04-01')).toBe(1);
  expect(told('provider', '2028-03-30')).toBe(0);
  expect(told('provider', '2028-03-31')).toBe(1);
});

test('two cohorts of one name under two versions are numbered on', () => {
  const rows = [{ amount: fraction(100) }];
  const named = (first: Day, last: Day) => ({ ...aCohort(first, last), name: 'the year' });
  const whole = (first: Day, last: Day) =>
    aWhole({
      measures: [aMeasure({ cohorts: [named(first, last)] })],
      measurePayments: [itPays({ is: 'rows', rows }), itPays({ is: 'rows', rows })],
    });
  const plan = planFrom([
    aVersion([anOutcome()], { whole: whole('2027-04-01', '2028-03-31') }),
    aVersion([anOutcome()], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2028-04-01'),
      whole: whole('2028-04-01', '2029-03-31'),
    }),
  ]);
  const facts = [...people(1, '2027-05-01'), ...people(1, '2028-05-01', { prefix: 'Q' })];
  const { dues } = measuredBy(plan, facts, later);
  expect(dues.map(({ line, number }) => [line, number])).toEqual(
    [1, 2, 3, 4].map((number) => [`Measures/Settling|the year|Bright Futures|${number}`, number]),
  );
});

describe('A number made of others', () => {
  test('of each provider is known from the day on which its own parts were', () => {
    const parts = [
      { measure: 'Settling', weight: fraction(1, 2) },
      { measure: 'Poor', weight: fraction(1, 2) },
    ];
    const per = 'provider';
    const measures = [
      aMeasure({ per }),
      aMeasure({ name: 'Poor', core: { is: 'share having', with: ['poor'] } }),
      aMeasure({ name: 'Together', core: { is: 'weighted', parts }, per }),
    ];
    const facts = [
      ...people(1, '2027-05-01', { provider: 'Bridge' }),
      ...people(1, '2027-05-01', { prefix: 'Q', provider: 'Anchor', with: ['poor'] }),
      ...toTheFirst(1, ['level 2', '2027-06-01']).map((fact) => known(fact, '2028-09-01')),
    ];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures }) });
    // 1/2 of 1 and of 1/2 is 0.75 for Bridge; 1/2 of 0 and of 1/2 is 0.25 for Anchor.
    expect(shownOf(measuredBy(plan, facts, later))).toEqual([
      'Anchor: 0 since 2028-03-31',
      'Bridge: 1 since 2028-09-01',
      'all: 0.5 since 2028-03-31',
      'Anchor: 0.25 since 2028-03-31',
      'Bridge: 0.75 since 2028-09-01',
    ]);
  });

  test('of each provider is known from the day on which what is of all was', () => {
    const parts = [
      { measure: 'Settling', weight: fraction(1, 2) },
      { measure: 'Poor', weight: fraction(1, 2) },
    ];
    const per = 'provider';
    const measures = [
      aMeasure({ per }),
      aMeasure({ name: 'Poor', core: { is: 'share having', with: ['poor'] } }),
      aMeasure({ name: 'Together', core: { is: 'weighted', parts }, per }),
    ];
    const late = people(1, '2027-05-01', { prefix: 'Q', provider: 'Bridge', with: ['poor'] });
    const facts = [
      ...people(1, '2027-05-01', { provider: 'Anchor' }),
      ...late.map((fact) => known(fact, '2028-09-01')),
    ];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures }) });
    expect(shownOf(measuredBy(plan, facts, later)).slice(-2)).toEqual([
      'Anchor: 0.25 since 2028-09-01',
      'Bridge: 0.25 since 2028-09-01',
    ]);
  });

  test('an estimate that was a claim counts from the day on which it was verified', () => {
    const saved = aMeasure({ name: 'Saved', core: { is: 'estimated', bound: 'value' } });
    const signed = (words: Partial<Fact>, day: Day) => {
      const { participant: _, ...fact } = happened('Saved', day, { id: day, value: '0.2' });
      return { ...fact, ...words };
    };
    const facts = [
      signed({ state: 'claimed' }, '2028-06-30'),
      signed({ replaces: '2028-06-30' }, '2028-09-30'),
    ];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures: [saved] }) });
    expect(shownOf(measuredBy(plan, facts, later))).toEqual(['all: 0.2 since 2028-09-30']);
  });

  test('a part that is taken later makes it known later; a part of no such cohort leaves it unknown', () => {
    const parts = [
      { measure: 'Settling', weight: fraction(1, 2) },
      { measure: 'Late', weight: fraction(1, 2) },
    ];
    const together = (late: MeasurePlan) => {
      const measures = [
        aMeasure(),
        late,
        aMeasure({ name: 'Together', core: { is: 'weighted', parts } }),
      ];
      const plan = aPlan([anOutcome()], { whole: aWhole({ measures }) });
      return shownOf(measuredBy(plan, people(2, '2027-05-01'), later)).at(-1);
    };
    const cohorts = [aCohort('2027-04-01', '2028-03-31', '2028-06-30')];
    expect(together(aMeasure({ name: 'Late', cohorts }))).toBe('all: 0 since 2028-06-30');
    const other = [aCohort('2028-04-01', '2029-03-31')];
    expect(together(aMeasure({ name: 'Late', cohorts: other }))).toBe('all: not known');
  });

  test('against an estimate of another cohort it is known once both are', () => {
    const second = aCohort('2028-04-01', '2029-03-31');
    const saved = aMeasure({
      name: 'Saved',
      core: { is: 'estimated', bound: 'value' },
      cohorts: [second, aCohort('2029-04-01', '2030-03-31')],
      against: {
        how: 'rise above',
        value: { is: 'cohort', cohort: firstYear },
        relative: false,
      },
    });
    const signed = (cohort: string, day: Day, value: string) => {
      const fact = happened('Saved', day, { id: cohort, cohort, value });
      const { participant: _, ...rest } = fact;
      return rest;
    };
    const facts = [
      signed('2028-04-01', '2029-06-30', '0.5'),
      signed('2027-04-01', '2029-09-30', '0.2'),
    ];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures: [saved] }) });
    expect(shownOf(measuredBy(plan, facts, later))).toEqual([
      'all: 0.3 since 2029-09-30',
      'all: not known',
    ]);
    const only = { ...saved, cohorts: [second] };
    const alone = aPlan([anOutcome()], { whole: aWhole({ measures: [only] }) });
    expect(shownOf(measuredBy(alone, facts, later))).toEqual(['all: 0.3 since 2029-09-30']);
  });
});
