// "Difference" of docs/settlement.md, cause `facts`: those by which the number of a measure goes.
import { describe, expect, test } from 'vitest';
import { causesIn } from '../../../test/support/makers/causes.ts';
import { happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { aCohort, aMeasure, itPays } from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { MeasureCore, MeasurePlan } from '../plan/measure-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';

function comes(name: string, day: Day, words: Partial<Fact> = {}): Fact {
  const whose = { id: `${name}0`, participant: name, provider: 'Harbour', group: 'leaving' };
  return { ...happened('attached', day, whose), ...words };
}

function reaches(name: string, day: Day, kind = 'level 2'): Fact {
  return happened(kind, day, { id: `${name}1`, participant: name });
}

function takenBack(name: string, day: Day): Fact {
  return happened('withdrawn', day, { id: `not ${name}`, participant: name, replaces: `${name}1` });
}

const late = { known: dayNumber('2028-02-10') };
const lineOf = (name: string) => `Outcomes/Settled|${name}0|Harbour|1`;
const byDay = 'day: nothing';

describe('An estimate', () => {
  const cohorts = [aCohort('2027-04-01', '2027-12-31')];
  const mark = fraction(1, 10);
  const rows = [
    { under: mark, amount: pounds(100) },
    { least: mark, amount: pounds(300) },
  ];
  const estimated = (name: string, per: 'provider' | 'programme') =>
    aMeasure({ name, core: { is: 'estimated', bound: 'value' }, cohorts, per });
  const paying = (per: 'provider' | 'programme') => {
    const names = ['Saved', 'Gained'];
    const measures = names.map((name) => estimated(name, per));
    const measurePayments = names.map((measure) => itPays({ is: 'rows', rows }, { measure }));
    return aPlan([anOutcome()], { whole: aWhole({ measures, measurePayments }) });
  };
  const signed = (kind: string, value: number, words: Partial<Fact>): Fact => {
    const { provider: _, ...fact } = ofProvider(kind, '2027-12-31', {
      value: fraction(value, 100),
    });
    return { ...fact, cohort: '2027-04-01', ...words } as Fact;
  };
  const joined = ofProvider('joined', '2027-04-01');

  test.each(['programme', 'provider'] as const)(
    'of the %s that is corrected is the cause of what it then pays, and no other estimate is',
    (per) => {
      const whose = per === 'provider' ? { provider: 'Harbour' } : {};
      const facts = [
        joined,
        signed('Saved', 5, { id: 's1', ...whose }),
        signed('Gained', 5, { id: 'g1', ...whose }),
        signed('Saved', 10, { id: 's2', replaces: 's1', ...whose, ...late }),
        signed('Gained', 6, { id: 'g2', replaces: 'g1', ...whose, ...late }),
      ];
      expect(causesIn(paying(per), facts)).toEqual({
        'Measures/Saved|2027-04-01|Harbour|1': 'facts: s2',
      });
    },
  );
});

describe('The number of a measure that pays', () => {
  const cohorts = [aCohort('2027-04-01', '2027-12-31')];
  const mark = fraction(6, 10);
  const rows = [
    { under: mark, amount: pounds(100) },
    { least: mark, amount: pounds(300) },
  ];
  const paying = (words: Partial<MeasurePlan>, version: Partial<VersionPlan> = {}) => {
    const measures = [aMeasure({ cohorts, ...words })];
    const measurePayments = [itPays({ is: 'rows', rows })];
    const whole = aWhole({ measures, measurePayments });
    return aPlan([anOutcome()], { whole, ...version });
  };
  const paid = (provider = 'Harbour') => `Measures/Settling|2027-04-01|${provider}|1`;
  const offence = (name: string, day: Day, words: Partial<Fact> = {}): Fact => {
    return { ...reaches(name, day, 'offence'), id: `${name} offends`, ...words };
  };
  const joined = ofProvider('joined', '2027-04-01', { id: 'j' });
  const offending = { is: 'share with', kinds: ['offence'] } as const;
  const three = ['A', 'B', 'C'].map((name) => comes(name, '2027-05-01'));
  const elsewhere = { id: 'late', participant: 'Z', provider: 'Harbour', group: 'leaving' };

  test('taken for all moves by whoever came, to whichever provider', () => {
    const measures = [aMeasure({ cohorts, core: { is: 'share', outcomes: ['Settled'] } })];
    const to = { is: 'equally' } as const;
    const measurePayments = [itPays({ is: 'rows', rows }, { to })];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures, measurePayments }) });
    const facts = [
      joined,
      ofProvider('joined', '2027-04-01', { provider: 'Anchor' }),
      comes('A', '2027-05-01'),
      reaches('A', '2027-06-01'),
      comes('B', '2027-05-01', { provider: 'Anchor', ...late }),
      // Another stay, after the days of the cohort.
      happened('attached', '2028-01-05', { ...elsewhere, participant: 'B', id: 'B5' }),
    ];
    expect(causesIn(plan, facts)).toEqual({
      [paid('Anchor')]: 'facts: B0',
      [paid()]: 'facts: B0',
    });
  });

  test('moves in its own cohort alone', () => {
    const both = [...cohorts, aCohort('2028-01-01', '2028-01-31')];
    const facts = [
      joined,
      ...three,
      offence('A', '2027-06-01'),
      offence('B', '2027-06-01', late),
      comes('D', '2028-01-02'),
      comes('E', '2028-01-02'),
      offence('D', '2028-01-02', late),
      offence('E', '2028-01-03', late),
    ];
    expect(causesIn(paying({ core: offending, cohorts: both }), facts)).toEqual({
      [paid()]: 'facts: B offends',
      'Measures/Settling|2028-01-01|Harbour|1': 'facts: D offends and E offends',
    });
  });

  test('that stays as it was does not move: a limit that has room again is another line', () => {
    const limit = { clause: 'Limits/all', most: pounds(250), per: { is: 'contract' } } as const;
    const [version] = paying({ core: { is: 'share having', with: ['poor'] } }).versions;
    const limits = [{ ...limit, eachYear: false }];
    const plan = aPlan([anOutcome()], { whole: aWhole({ ...version?.whole, limits }) });
    const facts = [
      joined,
      comes('A', '2027-05-01', { with: ['poor'] }),
      reaches('A', '2027-06-01'),
      takenBack('A', '2028-02-10'),
      comes('B', '2027-05-01', { with: ['poor'], ...late }),
    ];
    expect(causesIn(plan, facts)).toEqual({
      [lineOf('A')]: 'facts: not A',
      [paid()]: `${lineOf('A')} by not A`,
    });
  });

  const earns = (id: string, day: Day, words: Partial<Fact> = {}): Fact => {
    return { ...happened('earns', day, { id, participant: 'A', value: '1' }), ...words };
  };
  const outcomes = ['Settled'];
  const came = comes('B', '2027-05-01', late);
  const again = offence('A', '2027-07-01', { id: 'again', ...late });
  const earned = earns('e2', '2027-07-01', late);
  // Of A alone each number is one; by what is late it comes to a half, or to two.
  const moved: readonly (readonly [string, Fact, MeasureCore])[] = [
    ['rate', came, { is: 'rate', outcomes }],
    ['share having', came, { is: 'share having', with: ['poor'] }],
    ['per head', again, { is: 'per head', kinds: ['offence'] }],
    ['per one with any', again, { is: 'per one with any', kinds: ['offence'] }],
    ['total', earned, { is: 'total', kinds: ['earns'] }],
    ['mean', earned, { is: 'mean', kinds: ['earns'] }],
  ];
  test.each(moved)('of %s moves by what is late', (_, rest, core) => {
    const mark = fraction(rest === came ? 6 : 15, 10);
    const marked = [
      { under: mark, amount: pounds(100) },
      { least: mark, amount: pounds(300) },
    ];
    const measures = [aMeasure({ cohorts, core })];
    const measurePayments = [itPays({ is: 'rows', rows: marked })];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures, measurePayments }) });
    const facts = [
      joined,
      comes('A', '2027-05-01', { with: ['poor'] }),
      reaches('A', '2027-06-01'),
      offence('A', '2027-06-05'),
      earns('e1', '2027-06-06'),
    ];
    expect(causesIn(plan, [...facts, rest])[paid()]).toBe(`facts: ${rest.id}`);
  });

  test('of achievements moves by whom they are of, who was not known', () => {
    const two = fraction(2);
    const numbered = [
      { under: two, amount: pounds(100) },
      { least: two, amount: pounds(300) },
    ];
    const measures = [aMeasure({ cohorts, core: { is: 'number', outcomes } })];
    const measurePayments = [itPays({ is: 'rows', rows: numbered })];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures, measurePayments }) });
    const facts = [joined, comes('A', '2027-05-01'), reaches('A', '2027-06-01')];
    expect(causesIn(plan, [...facts, came, reaches('B', '2027-06-01')])).toEqual({
      [lineOf('B')]: 'facts: B0',
      [paid()]: 'facts: B0',
    });
  });

  test('of those referred moves by a referral', () => {
    const referred = (name: string, words: Partial<Fact> = {}): Fact => ({
      ...happened('referred', '2027-05-01', { id: `${name}r`, participant: name }),
      ...words,
    });
    const facts = [
      joined,
      referred('A'),
      comes('A', '2027-05-02'),
      reaches('A', '2027-06-01'),
      referred('B', late),
    ];
    const plan = paying({ core: { is: 'share', outcomes }, of: 'referred' });
    expect(causesIn(plan, facts)).toEqual({ [paid()]: 'facts: Br' });
  });

  test('moves by who came in its cohort and was not known, and by nobody else', () => {
    const share = paying({ core: { is: 'share', outcomes: ['Settled'] } });
    const others = [
      { ...happened('attached', '2028-01-01', elsewhere), ...late },
      ofProvider('discount', '2027-05-01', { id: 'd', ...late }),
      happened('visit', '2027-06-01', { id: 'v', participant: 'A', known: '2028-02-10' }),
    ];
    const facts = [joined, comes('A', '2027-05-01'), reaches('A', '2027-06-01'), ...others];
    for (const day of ['2027-04-01', '2027-12-31'] as const) {
      expect(causesIn(share, [...facts, comes('B', day, late)])).toEqual({
        [paid()]: 'facts: B0',
      });
    }
  });

  test('moves by the facts that it counts of them, till the day on which it was taken', () => {
    const others = [
      happened('visit', '2027-06-01', { id: 'v', participant: 'A', known: '2028-02-10' }),
      offence('C', '2028-01-01', late),
      { ...happened('attached', '2028-01-01', elsewhere), ...late },
      { ...happened('offence', '2027-12-01', { id: 'z', participant: 'Z' }), ...late },
      { ...happened('offence', '2027-12-01', { id: 'y', participant: 'Y' }), ...late },
    ];
    const facts = [joined, ...three, offence('A', '2027-06-01'), offence('B', '2027-12-31', late)];
    expect(causesIn(paying({ core: offending }), [...facts, ...others])).toEqual({
      [paid()]: 'facts: B offends',
    });
  });

  test('of each provider by those of its own', () => {
    const others = [
      comes('D', '2027-05-02', { provider: 'Anchor' }),
      comes('E', '2027-05-02', { provider: 'Anchor' }),
      offence('D', '2027-06-02', late),
    ];
    const facts = [...three, offence('A', '2027-06-01'), offence('B', '2027-06-02', late)];
    // Of three of Harbour two offended and not one; of two of Anchor one, below six in ten.
    const plan = paying({ core: offending, per: 'provider' });
    expect(causesIn(plan, [...facts, ...others])).toEqual({ [paid()]: 'facts: B offends' });
  });

  test('by what sets people aside', () => {
    const facts = [joined, ...three, offence('A', '2027-06-01'), offence('B', '2027-06-01')];
    const died = happened('died', '2027-07-01', { id: 'x', participant: 'B' });
    // Two of three, and with B set aside one of two.
    const plan = paying({ core: offending }, { setAsideBy: ['died'] });
    expect(causesIn(plan, [...facts, { ...died, ...late }])).toEqual({ [paid()]: 'facts: x' });
  });

  test('by a record that completes what it rests on: then it was not known before', () => {
    const core = { ...offending, completeSource: 'police' };
    const record = (id: string, about: string): Fact => {
      const { provider: _, day, ...rest } = ofProvider('complete', '2027-04-01', { id, about });
      const to = dayNumber('2027-12-31');
      return { ...rest, source: 'police', from: day, to, ...late } as Fact;
    };
    const facts = [joined, ...three, record('r', 'offence'), record('other', 'arrest')];
    expect(causesIn(paying({ core }), facts)).toEqual({ [paid()]: 'facts: r' });
    // Taken back, what was paid by it is taken back as well.
    const { provider: __, ...gone } = ofProvider('withdrawn', '2027-04-01', { id: 'w' });
    const known = facts.map((fact) => ({ ...fact, known: dayNumber('2028-01-31') }));
    const withdrawn = { ...gone, replaces: 'r', ...late } as Fact;
    expect(causesIn(paying({ core }), [...known, withdrawn])).toEqual({ [paid()]: 'facts: w' });
  });

  test('by those of the cohort against which it is held', () => {
    const before = {
      name: 'before',
      first: dayNumber('2026-01-01'),
      last: dayNumber('2026-12-31'),
    };
    const against = {
      how: 'share of',
      value: { is: 'cohort', cohort: before },
      relative: false,
    } as const;
    const plan = planFrom(
      paying({ core: { is: 'per head', kinds: ['offence'] }, against }).versions,
      {
        startsOn: '2026-01-01',
        endsOn: '2032-03-31',
      },
    );
    const facts = [
      joined,
      comes('A', '2027-05-01'),
      offence('A', '2027-06-01'),
      comes('B', '2026-05-01'),
      offence('B', '2026-06-01'),
      { ...happened('offence', '2026-06-02', { id: 'again', participant: 'B' }), ...late },
      // Between the two.
      comes('C', '2027-02-01'),
      offence('C', '2027-06-01', late),
    ];
    // One against one, and then one against two.
    expect(causesIn(plan, facts)).toEqual({ [paid()]: 'facts: again' });
  });

  test('of a weighted sum by the facts of its parts', () => {
    const part = aMeasure({ name: 'Offending', core: offending, cohorts });
    const parts = [{ measure: 'Offending', weight: fraction(1) }];
    const [version] = paying({ core: { is: 'weighted', parts } }).versions;
    const whole = version?.whole;
    const plan = aPlan([anOutcome()], {
      ...(whole && { whole: { ...whole, measures: [part, ...whole.measures] } }),
    });
    const facts = [joined, ...three, offence('A', '2027-06-01'), offence('B', '2027-06-01', late)];
    expect(causesIn(plan, facts)).toEqual({ [paid()]: 'facts: B offends' });
  });

  test('of a mean change by the scores that it compares', () => {
    const core = { is: 'mean change', kind: 'goals', better: 'higher' } as const;
    const score = (id: string, day: Day, value: string) =>
      happened('goals', day, { id, participant: 'A', value });
    const facts = [
      joined,
      comes('A', '2027-05-01'),
      score('s1', '2027-06-01', '1'),
      score('s2', '2027-07-01', '1'),
      { ...score('s3', '2027-08-01', '2'), ...late },
    ];
    expect(causesIn(paying({ core }), facts)).toEqual({ [paid()]: 'facts: s3' });
  });

  test('that was taken since moved by no fact', () => {
    const taken = [aCohort('2027-04-01', '2027-12-31', '2028-02-15')];
    const facts = [joined, comes('A', '2027-05-01'), comes('B', '2027-05-01', late)];
    expect(causesIn(paying({ cohorts: taken }), facts)).toEqual({ [paid()]: byDay });
  });
});
