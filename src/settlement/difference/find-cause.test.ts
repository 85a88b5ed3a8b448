// "Difference" of docs/settlement.md: each change names its cause, the first that fits.
import { describe, expect, test } from 'vitest';
import { causesIn, settledOn } from '../../../test/support/makers/causes.ts';
import { happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { aCohort, aMeasure, percent } from '../../../test/support/makers/measures.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { SettlementResult } from '../result.ts';
import type { Cause } from './change.ts';
import { difference } from './difference.ts';

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

describe('What this engine comes to now for the days of the settlement before', () => {
  const plan = aPlan([anOutcome()]);
  const line = aResultLine({ line: 'a' });
  const previous = aResult([line]);

  /** What is said of one line that was, came out anew and is now of these sums. */
  function causeOf(
    sums: Readonly<{ was?: string; anew?: string; now?: string }>,
    words: Partial<SettlementResult> = {},
  ): Cause | undefined {
    const [was, anew, now] = [sums.was, sums.anew, sums.now].map((amount) =>
      aResult(amount === undefined ? [] : [{ ...line, amount }]),
    );
    if (!was || !anew || !now) return undefined;
    const [change] = difference({
      now: { ...now, ...words },
      previous: was,
      anew,
      plan,
      facts: [],
    });
    return change?.cause;
  }

  test.each([
    ['another sum', { was: '220.00', anew: '90.00', now: '90.00' }, 'facts given'],
    ['the same sum', { was: '220.00', anew: '220.00', now: '90.00' }, 'day'],
    ['nothing, where there was a line', { was: '220.00', now: '90.00' }, 'facts given'],
    ['a line, where there was none', { anew: '20.00', now: '90.00' }, 'facts given'],
    ['a line of nothing, where there was none', { anew: '0.00', now: '90.00' }, 'day'],
    ['nothing, where there was a line of nothing', { was: '0.00', now: '90.00' }, 'day'],
    ['nothing, where there was nothing', { now: '90.00' }, 'day'],
    [
      'a sum, where there was a line of nothing',
      { was: '0.00', anew: '9.00', now: '9.00' },
      'facts given',
    ],
  ] as const)('%s: the cause is "%s"', (_, sums, is) => {
    expect(causeOf(sums)?.is).toBe(is);
  });

  const sums = { was: '220.00', anew: '90.00', now: '90.00' };

  test('is the doing of the terms where they are others, and says so of the engine besides', () => {
    const terms = { from: previous.contract, to: 'second' };
    expect(causeOf(sums, { contract: 'second' })).toEqual({ is: 'version', ...terms });
    expect(causeOf(sums, { contract: 'second', engine: '2' })).toEqual({
      is: 'version',
      ...terms,
      engine: { from: '1', to: '2' },
    });
    expect(causeOf(sums, { engine: '2' })).toEqual({ is: 'engine', from: '1', to: '2' });
  });

  test('of other terms and another engine nothing is said where it comes to the same', () => {
    const same = { was: '220.00', anew: '220.00', now: '90.00' };
    expect(causeOf(same, { contract: 'second', engine: '2' })?.is).toBe('day');
  });
});

describe('Its achievement stands as it stood', () => {
  const rows = [
    { with: ['young'], price: pounds(300) },
    { with: [], price: pounds(220) },
  ];
  const priced = aPlan([anOutcome({ price: { rows } })]);
  const limits = [
    { clause: 'Limits/all', most: pounds(9_000), per: { is: 'contract' }, eachYear: false },
  ] as const;
  const limited = aPlan([anOutcome({ price: { rows } })], { whole: aWhole({ limits }) });
  const young = comes('A', '2027-05-01', { id: 'A9', replaces: 'A0', with: ['young'], ...late });

  test('and its own facts moved, but no other line: then these moved it', () => {
    const facts = [comes('A', '2027-05-01'), reaches('A', '2028-01-10'), young];
    expect(causesIn(priced, facts)).toEqual({ [lineOf('A')]: 'facts: A9' });
  });

  test('and a line of its clause moved by facts of its own: then that one did', () => {
    const facts = [
      comes('A', '2027-05-01'),
      reaches('A', '2028-01-10'),
      young,
      comes('B', '2027-05-01'),
      reaches('B', '2028-02-10'),
    ];
    expect(causesIn(limited, facts)).toEqual({
      [lineOf('A')]: `${lineOf('B')} by B1`,
      [lineOf('B')]: 'facts: B1',
    });
    // Where nobody depends on anybody else no line of another's can have.
    expect(causesIn(priced, facts)).toEqual({
      [lineOf('A')]: 'facts: A9',
      [lineOf('B')]: 'facts: B1',
    });
  });

  test('not where its day, its payable day, its quantity or its group is another', () => {
    const facts = [
      comes('A', '2027-05-01'),
      { ...reaches('A', '2028-01-10'), known: dayNumber('2028-02-10') },
      comes('B', '2027-05-01'),
      reaches('B', '2028-02-10'),
    ];
    const was = settledOn(limited, facts, '2028-02-29');
    const stood = was.lines.find(({ participant }) => participant === 'A');
    for (const words of [
      { day: '2028-01-09' },
      { payableOn: '2028-01-31' },
      { payableOn: null },
      { quantity: '2' },
      { group: 'young' },
    ] as const) {
      const before = stood && { ...stood, ...words, amount: '100.00' };
      const previous = {
        ...settledOn(limited, facts, '2028-01-31'),
        lines: before ? [before] : [],
      };
      const changes = difference({ now: was, previous, plan: limited, facts });
      const [own] = changes.filter(({ participant }) => participant === 'A');
      expect(own?.cause).toEqual({ is: 'facts', facts: ['A1'] });
    }
    const before = stood && { ...stood, amount: '100.00' };
    const previous = { ...settledOn(limited, facts, '2028-01-31'), lines: before ? [before] : [] };
    const changes = difference({ now: was, previous, plan: limited, facts });
    const [own] = changes.filter(({ participant }) => participant === 'A');
    expect(own?.cause).toEqual({ is: 'line', line: lineOf('B'), facts: ['B1'] });
  });
});

describe('No other line made', () => {
  const presumed = anOutcome({
    condition: { is: 'absent', kinds: ['offence'], presumed: true },
    window: within('41 weeks'),
  });

  test('a line that is new: it came by a day', () => {
    // 41 weeks from 1 May 2027 end on 11 February 2028; the offence of B was none.
    const facts = [
      comes('A', '2027-05-01'),
      comes('B', '2027-04-01'),
      reaches('B', '2027-06-01', 'offence'),
      takenBack('B', '2028-02-10'),
    ];
    expect(causesIn(aPlan([presumed]), facts)).toEqual({
      [lineOf('A')]: byDay,
      [lineOf('B')]: 'facts: not B',
    });
  });

  test('a line that waited for a number: it was taken', () => {
    const cohort = aCohort('2027-04-01', '2027-12-31', '2028-02-15');
    const measure = aMeasure({ name: 'Poor', core: { is: 'share having', with: ['poor'] } });
    const gate = {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: [],
      measure: 'Poor',
      least: percent('50%'),
      strictly: false,
    };
    const whole = aWhole({ measures: [{ ...measure, cohorts: [cohort] }], gates: [gate] });
    const facts = [
      comes('A', '2027-05-01', { with: ['poor'] }),
      reaches('A', '2028-01-10'),
      comes('B', '2027-05-02', { with: ['poor'] }),
      reaches('B', '2028-02-10'),
      // A fact of its own, of a kind by which outcomes go, that had no part in it.
      happened('left', '2028-02-12', { id: 'A9', participant: 'A' }),
    ];
    expect(causesIn(aPlan([anOutcome()], { whole }), facts)).toEqual({
      [lineOf('A')]: byDay,
      [lineOf('B')]: 'facts: B1',
    });
  });

  test('a line that waited to be verified: its own verification did', () => {
    const claim = { ...reaches('A', '2028-01-10'), state: 'claimed' } as const;
    const decided = { ...claim, id: 'A2', replaces: 'A1', state: 'verified', ...late } as const;
    const facts = [
      comes('A', '2027-05-01'),
      claim,
      decided,
      comes('B', '2027-05-01'),
      reaches('B', '2028-02-10'),
    ];
    expect(causesIn(aPlan([anOutcome()]), facts)).toEqual({
      [lineOf('A')]: 'facts: A2',
      [lineOf('B')]: 'facts: B1',
    });
  });

  test('a line whose claim nobody decided in time: a day passed', () => {
    const timeliness = { deemed: { clause: 'Proof/undecided', length: length('1 month') } };
    const facts = [
      comes('A', '2027-05-01'),
      { ...reaches('A', '2028-01-10'), state: 'claimed' } as const,
      comes('B', '2027-05-01'),
      reaches('B', '2028-02-05'),
    ];
    expect(causesIn(aPlan([anOutcome()], { whole: aWhole({ timeliness }) }), facts)).toEqual({
      [lineOf('A')]: byDay,
      [lineOf('B')]: 'facts: B1',
    });
  });

  test('a line that a fact of other kinds came with: nothing of it rests on that', () => {
    const facts = [
      comes('A', '2027-05-01'),
      happened('visit', '2028-02-01', { id: 'v', participant: 'A' }),
    ];
    expect(causesIn(aPlan([presumed]), facts)).toEqual({ [lineOf('A')]: byDay });
  });

  const period = (first: Day, last: Day, closesOn: Day) => ({
    name: first,
    first: dayNumber(first),
    last: dayNumber(last),
    closesOn: dayNumber(closesOn),
  });
  const pot = {
    clause: 'Payment/pot',
    order: 2001,
    outcomes: ['Settled'],
    size: { is: 'fixed', amount: pounds(1_000) },
  } as const;
  const shared = (...periods: readonly ReturnType<typeof period>[]) =>
    aPlan([anOutcome()], { whole: aWhole({ pots: [{ ...pot, periods }] }) });
  const share = (first: Day, provider = 'Harbour') => `Payment/pot|${first}|${provider}|1`;
  const facts = [
    comes('A', '2027-05-01'),
    reaches('A', '2028-01-10'),
    comes('B', '2027-05-01', { provider: 'Anchor' }),
    { ...reaches('B', '2028-01-10'), ...late },
  ];
  const lineOfB = 'Outcomes/Settled|B0|Anchor|1';

  test('a share of a pot that was forecast, or whose period had not ended: it closed', () => {
    const january = period('2028-01-01', '2028-01-31', '2028-02-15');
    expect(causesIn(shared(january), facts)).toEqual({
      [lineOfB]: 'facts: B1',
      [share('2028-01-01')]: byDay,
      [share('2028-01-01', 'Anchor')]: `${lineOfB} by B1`,
    });
    const february = period('2028-02-01', '2028-02-10', '2028-02-15');
    const inFebruary = [comes('A', '2027-05-01'), reaches('A', '2028-02-09')];
    expect(causesIn(shared(february), inFebruary)).toEqual({
      [lineOf('A')]: 'facts: A1',
      [share('2028-02-01')]: byDay,
    });
  });

  test('but not whoever came then: a pot counts what is achieved', () => {
    const closed = period('2028-01-01', '2028-01-31', '2028-01-31');
    const came = comes('C', '2028-01-02', late);
    expect(causesIn(shared(closed), [...facts, came])[share('2028-01-01')]).toBe(
      `${lineOfB} by B1`,
    );
  });

  test('but a share that moves after the close, and one that is new then, another line made', () => {
    for (const closesOn of ['2028-01-30', '2028-01-31'] as const) {
      const closed = period('2028-01-01', closesOn, closesOn);
      expect(causesIn(shared(closed), facts)).toEqual({
        [lineOfB]: 'facts: B1',
        [share('2028-01-01')]: `${lineOfB} by B1`,
        [share('2028-01-01', 'Anchor')]: `${lineOfB} by B1`,
      });
    }
  });

  test('and one that is gone then as well', () => {
    const closed = period('2028-01-01', '2028-01-31', '2028-01-31');
    const gone = [
      comes('A', '2027-05-01'),
      reaches('A', '2028-01-10'),
      takenBack('A', '2028-02-10'),
    ];
    expect(causesIn(shared(closed), gone)).toEqual({
      [lineOf('A')]: 'facts: not A',
      [share('2028-01-01')]: `${lineOf('A')} by not A`,
    });
  });
});

describe('A line of which nothing counts moves no other', () => {
  test('what came too late moved nothing, and is not named', () => {
    const timeliness = {
      by: { clause: 'Payment/known by', day: dayNumber('2028-02-05') },
    };
    const whole = aWhole({ timeliness });
    const work = anOutcome({ name: 'Work', condition: { is: 'happens', kinds: ['work'] } });
    const plan = aPlan([anOutcome(), work], { whole, limits: [aLimit(300)] });
    const facts = [
      comes('A', '2027-05-01'),
      reaches('A', '2028-01-10'),
      happened('work', '2028-01-11', { id: 'A2', participant: 'A' }),
      comes('B', '2027-05-01'),
      { ...reaches('B', '2028-01-10'), ...late },
      happened('withdrawn', '2028-02-01', { id: 'w', participant: 'A', replaces: 'A1' }),
    ];
    // £220 and £80, then £220 of Work; the line of B is of nothing.
    expect(causesIn(plan, facts)).toEqual({
      [lineOf('A')]: 'facts: w',
      'Outcomes/Work|A0|Harbour|1': `${lineOf('A')} by w`,
    });
  });
});

test('what came too late is not what moved a band, though it stands before what did', () => {
  const rows = [
    { with: [], band: 0, price: pounds(100) },
    { with: [], band: 1, price: pounds(50) },
  ];
  const bands = { clause: 'Prices/bands', sizes: [2, undefined], per: 'provider' } as const;
  const price = { rows, bands: { ...bands, over: 'contract', how: 'reached' } } as const;
  const inTime = { clause: 'Payment/known', length: length('1 week') };
  const timeliness = { within: inTime };
  const plan = aPlan([anOutcome({ price })], { whole: aWhole({ timeliness }) });
  const facts = [
    ...['A', 'B', 'C', 'D'].map((name) => comes(name, '2027-05-01')),
    reaches('A', '2028-01-10'),
    reaches('B', '2028-01-11'),
    { ...reaches('D', '2028-01-12'), ...late },
    reaches('C', '2028-02-20'),
  ];
  expect(causesIn(plan, facts)).toEqual({
    [lineOf('A')]: `${lineOf('C')} by C1`,
    [lineOf('B')]: `${lineOf('C')} by C1`,
    [lineOf('C')]: 'facts: C1',
  });
});

test('a record that takes the place of another moves the place of a line, and so is its cause', () => {
  const condition = {
    is: 'absent',
    kinds: ['offence'],
    completeSource: 'police',
    presumed: false,
  } as const;
  const rows = [
    { with: [], band: 0, price: pounds(100) },
    { with: [], band: 1, price: pounds(50) },
  ];
  const bands = { clause: 'Prices/bands', sizes: [1, undefined], per: 'provider' } as const;
  const price = { rows, bands: { ...bands, over: 'contract', how: 'own' } } as const;
  const plan = aPlan([anOutcome({ condition, price, window: within('1 month') })]);
  const record = (id: string, known: Day, words: Partial<Fact> = {}): Fact => {
    const { provider: _, day, ...rest } = ofProvider('complete', '2027-05-01', { id });
    const days = { from: day, to: dayNumber('2027-05-31'), known: dayNumber(known) };
    return { ...rest, about: 'offence', source: 'police', ...days, ...words } as Fact;
  };
  const { provider: __, ...gone } = ofProvider('withdrawn', '2027-05-01', { id: 'w' });
  const facts = [
    comes('A', '2027-05-01'),
    comes('B', '2027-05-01'),
    record('b', '2028-01-25', { participant: 'B' }),
    record('c', '2028-01-20'),
    { ...gone, replaces: 'c', ...late } as Fact,
    record('d', '2028-02-12'),
    comes('C', '2028-02-01'),
  ];
  // Both had been first and second on 20 January; B keeps the place of its own record now.
  const causes = causesIn(plan, facts);
  expect(causes[lineOf('A')]).toBe('facts: w and d');
});

test('of what moved a participant, only kinds on which an outcome can rest are its cause', () => {
  const improves = { is: 'improves', kind: 'goals', better: 'higher', by: fraction(3) } as const;
  const goals = anOutcome({ name: 'Progress', condition: improves, takesThePlaceOf: ['Settled'] });
  const plan = aPlan([anOutcome(), goals]);
  const score = (id: string, day: Day, value: string) =>
    happened('goals', day, { id, participant: 'A', value });
  const facts = [
    comes('A', '2027-05-01'),
    reaches('A', '2028-01-10'),
    score('s1', '2027-06-01', '1'),
    score('s2', '2027-07-01', '9'),
    happened('something', '2028-02-01', { id: 'n', participant: 'A' }),
    takenBack('A', '2028-02-10'),
  ];
  // The price of Progress less what Settled earned, which is withdrawn.
  expect(causesIn(plan, facts)).toEqual({
    [lineOf('A')]: 'facts: not A',
    'Outcomes/Progress|A0|Harbour|1': `${lineOf('A')} by not A`,
  });
});

test('where it rests on none that moved, all facts of its participant that it can rest on are', () => {
  const condition = { is: 'absent', kinds: ['offence'], presumed: true } as const;
  const plan = aPlan([anOutcome({ condition, window: within('41 weeks') })]);
  // The window ends on 11 February 2028.
  const facts = [
    comes('A', '2027-05-01'),
    happened('offence', '2028-02-12', { id: 'o1', participant: 'A' }),
    happened('visit', '2028-02-12', { id: 'v', participant: 'A' }),
    happened('offence', '2028-02-13', { id: 'o2', participant: 'A' }),
  ];
  expect(causesIn(plan, facts)).toEqual({ [lineOf('A')]: 'facts: o1 and o2' });
});

test("a contributor's share of a line rests on the same facts as the line", () => {
  const shares = [{ clause: 'Prices/share', payee: 'College', share: fraction(1, 4) }];
  const plan = aPlan([anOutcome({ price: { shares }, times: 2 })]);
  const facts = [
    comes('A', '2027-05-01'),
    reaches('A', '2028-02-10'),
    happened('level 2', '2028-02-11', { id: 'A2', participant: 'A' }),
  ];
  const causes = causesIn(plan, facts);
  expect(Object.values(causes).sort()).toEqual([
    'facts: A1',
    'facts: A1',
    'facts: A2',
    'facts: A2',
  ]);
  for (const [line, cause] of Object.entries(causes)) {
    const [, , , number] = line.split('|');
    expect(cause).toBe(`facts: A${number}`);
  }
});

test('a line of somebody whose facts are gone moves by nothing of its own', () => {
  const plan = aPlan([anOutcome()]);
  const previous = aResult([aResultLine({ line: lineOf('A'), participant: 'A' })]);
  const now = aResult([aResultLine({ line: lineOf('A'), participant: 'A', amount: '1.00' })]);
  const facts = [comes('B', '2027-05-01'), reaches('B', '2027-09-15')];
  const [change] = difference({ now, previous, plan, facts });
  expect(change?.cause.is).toBe('day');
});

test('a correction of another kind that takes away what a line follows from is its cause', () => {
  const steady = anOutcome({
    name: 'Steady',
    condition: settledFor('20 days', { how: 'in total' }),
  });
  const further = anOutcome({
    name: 'Further',
    condition: settledFor('7 days'),
    window: { anchor: { is: 'outcome', outcome: 'Steady' }, starts: 'the next day' },
  });
  const stay = (id: string, from: Day, to: Day) =>
    spell('settled', { from, to }, { id, participant: 'Ann' });
  const first = stay('S1', '2027-06-01', '2027-06-12');
  const facts = [
    comes('Ann', '2027-05-01'),
    comes('Ben', '2027-05-01'),
    first,
    stay('S2', '2027-07-01', '2027-07-20'),
    { ...first, id: 'T1', kind: 'training', replaces: 'S1', known: dayNumber('2028-02-10') },
    ...['2027-06-01', '2027-07-01'].map((from, at) =>
      spell(
        'settled',
        { from: from as Day, to: at === 0 ? '2027-06-30' : '2027-07-20', known: '2028-02-10' },
        { id: `B${at}`, participant: 'Ben' },
      ),
    ),
  ];
  const causes = causesIn(aPlan([steady, further]), facts);
  expect(causes['Outcomes/Further|Ann0|Harbour|1']).toBe('facts: T1');
});
