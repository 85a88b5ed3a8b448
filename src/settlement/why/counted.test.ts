// What a pot, a measure or a gate counts is told by name, so that anybody may contest it.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { erasing } from '../../../test/support/makers/many.ts';
import {
  aCohort,
  aMeasure,
  firstYear,
  itPays,
  percent,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds, within } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { AsAtRequest } from '../as-at.ts';
import { owed } from '../owed.ts';
import type { MeasurePlan } from '../plan/measure-plan.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';
import { whyLine } from './why-line.ts';
import { whyParticipant } from './why-participant.ts';

const end = asAt('2028-04-30');
const year = { first: dayNumber('2027-04-01'), last: dayNumber('2028-03-31') };
const pot = {
  clause: 'Payment/pot',
  order: 2001,
  outcomes: ['Settled'],
  periods: [{ name: '2027-04-01', ...year, closesOn: dayNumber('2028-04-30') }],
  size: { is: 'fixed', amount: pounds(1_000) },
} as const;
const potLine = 'Payment/pot|2027-04-01|Bright Futures|1';

/** Somebody attached on 1 April 2027, to Bright Futures unless another. */
const came = (participant: string, words: Partial<Fact> = {}) => ({
  ...attached('2027-04-01', { id: `A-${participant}`, participant }),
  ...words,
});
const did = (participant: string, day: Day = '2027-06-01', words: Partial<Fact> = {}) => ({
  ...happened('level 2', day, { id: `F-${participant}-${day}`, participant }),
  ...words,
});
const line = (participant: string, number = 1, provider = 'Bright Futures') =>
  `Outcomes/Settled|A-${participant}|${provider}|${number}`;

const often = anOutcome({ times: 9 });
const saying = (words: Partial<WholePlan>, outcomes = [often]) =>
  aPlan(outcomes, { whole: aWhole(words) });

/** The sentences that say what was counted, and the facts. */
function counted(plan: Plan, name: string, facts: readonly Fact[], at: AsAtRequest = end) {
  const why = whyLine({ plan, facts, asAt: at }, name);
  const said = why?.sentences.filter((each) => each.startsWith('Counted for')) ?? ['no line'];
  expect(why?.sentences).not.toContain('It rests on .');
  return { said, facts: why?.facts };
}

describe('A pot', () => {
  test('names its lines, and the facts behind them', () => {
    const facts = [came('A'), came('B'), did('A'), did('B'), did('A', '2027-07-01')];
    expect(counted(saying({ pots: [pot] }), potLine, facts)).toEqual({
      said: [`Counted for Bright Futures: ${line('A')}, ${line('B')} and ${line('A', 2)}.`],
      facts: ['A-A', 'F-A-2027-06-01', 'A-B', 'F-B-2027-06-01', 'F-A-2027-07-01'],
    });
  });

  test('counts the days of its period alone, both ends included', () => {
    const days = ['2027-04-01', '2028-03-31', '2028-04-01'] as const;
    const facts = [came('A'), ...days.map((day) => did('A', day))];
    expect(counted(saying({ pots: [pot] }), potLine, facts).said).toEqual([
      `Counted for Bright Futures: ${line('A')} and ${line('A', 2)}.`,
    ]);
    const second = { ...pot.periods[0], first: dayNumber('2027-04-02') };
    const later = saying({ pots: [{ ...pot, periods: [second] }] });
    expect(counted(later, potLine, facts).said).toEqual([
      `Counted for Bright Futures: ${line('A', 2)}.`,
    ]);
  });

  test('counts no other’s, no contributor’s, no other outcome, and nothing refused or waiting', () => {
    const shares = [{ payee: 'Anchor', share: fraction(1, 4), clause: 'Prices/share' }];
    const home = anOutcome({ name: 'Home', condition: { is: 'happens', kinds: ['home'] } });
    const timeliness = {
      within: { clause: 'Payment/in time', length: { count: 1, unit: 'month' } },
    };
    const plan = saying({ pots: [pot], timeliness } as never, [
      anOutcome({ times: 9, price: { shares } }),
      home,
    ]);
    const facts = [
      came('A'),
      came('B', { provider: 'Harbour' }),
      did('A'),
      did('B'),
      happened('home', '2027-06-01', { participant: 'A' }),
      came('C'),
      did('C', '2027-08-01', { known: dayNumber('2027-10-01') }),
      did('A', '2027-09-01', { state: 'claimed' }),
    ];
    expect(counted(plan, potLine, facts).said).toEqual([
      `Counted for Bright Futures: ${line('A')}.`,
    ]);
  });

  test('names lines of the erased, whose facts are gone, and none of theirs that waits', () => {
    const plan = saying({ pots: [pot] });
    const claimed = did('C', '2027-06-02', { state: 'claimed' });
    const all = [came('A'), came('B'), came('C'), did('A'), did('B', '2027-06-03'), claimed];
    const settled = owed(plan, all, asAt('2028-04-29'));
    const given = ['A', 'C'].flatMap((name) => erasing(name, settled).given ?? []);
    const left = all.filter(({ participant }) => participant === 'B');
    expect(counted(plan, potLine, left, { ...end, given })).toEqual({
      said: [`Counted for Bright Futures: ${line('A')} and ${line('B')}.`],
      facts: ['A-B', 'F-B-2027-06-03'],
    });
  });

  test('of several names that of its own clause, and of several periods its own', () => {
    const other = { ...pot, clause: 'Payment/pot 2', outcomes: ['Home'] };
    const next = {
      name: '2028-04-01',
      first: dayNumber('2028-04-01'),
      last: dayNumber('2028-04-10'),
      closesOn: dayNumber('2028-04-20'),
    };
    const pots = [other, { ...pot, periods: [...pot.periods, next] }];
    const facts = [came('A'), did('A'), did('A', '2028-04-05')];
    const plan = saying({ pots });
    expect(counted(plan, potLine, facts).said).toEqual([
      `Counted for Bright Futures: ${line('A')}.`,
    ]);
    expect(counted(plan, 'Payment/pot|2028-04-01|Bright Futures|1', facts).said).toEqual([
      `Counted for Bright Futures: ${line('A', 2)}.`,
    ]);
  });

  test('names 20 and says how many more, and gives the facts of those it names', () => {
    const names = Array.from({ length: 22 }, (_, at) => `P${at + 10}`);
    const facts = names.flatMap((name) => [came(name), did(name)]);
    const plan = saying({ pots: [pot] });
    const { said, facts: behind } = counted(plan, potLine, facts);
    expect(said[0]).toMatch(/, Outcomes\/Settled\|A-P29\|Bright Futures\|1 and 2 more\.$/);
    expect(said[0]?.split(', ')).toHaveLength(20);
    expect(behind).toHaveLength(40);
    const twenty = counted(plan, potLine, facts.slice(0, 40));
    expect(twenty.said[0]).toMatch(/ and Outcomes\/Settled\|A-P29\|Bright Futures\|1\.$/);
  });
});

describe('A measure', () => {
  const measureLine = 'Measures/Settling|2027-04-01|Bright Futures|1';
  const rows = [{ amount: pounds(100) }];

  function by(words: Partial<MeasurePlan>, outcomes = [often]): Plan {
    const payment = itPays({ is: 'rows', rows } as never);
    return saying({ measures: [aMeasure(words)], measurePayments: [payment] }, outcomes);
  }

  const three = [came('A'), came('B'), came('C', { with: ['poor'] })];

  test('names each of its people with how much is counted, those with any first', () => {
    const facts = [...three, did('B'), did('C')];
    expect(counted(by({}), measureLine, facts)).toEqual({
      said: ['Counted for Settling: B (1), C (1) and A (0).'],
      facts: ['A-B', 'F-B-2027-06-01', 'A-C', 'F-C-2027-06-01'],
    });
    const often2 = [...facts, did('B', '2027-07-01')];
    const number = by({ core: { is: 'number', outcomes: ['Settled'] } });
    expect(counted(number, measureLine, often2).said).toEqual([
      'Counted for Settling: B (2), C (1) and A (0).',
    ]);
  });

  test('that counts outcomes goes by their facts, and by no other’s', () => {
    const home = anOutcome({ name: 'Home', condition: { is: 'happens', kinds: ['home'] } });
    const facts = [came('A'), did('A'), happened('home', '2027-06-01', { participant: 'A' })];
    for (const is of ['share', 'number', 'rate'] as const) {
      const plan = by({ core: { is, outcomes: ['Settled'] } }, [often, home]);
      expect(counted(plan, measureLine, facts).facts).toEqual(['A-A', 'F-A-2027-06-01']);
    }
  });

  test.each(['share with', 'per head', 'per one with any', 'total', 'mean'] as const)(
    'that is %s goes by the verified facts of its kinds',
    (is) => {
      const fact = (id: string, words: Partial<Fact> = {}) => ({
        ...happened('earnings', '2027-06-01', { id, participant: 'A', value: '3' }),
        ...words,
      });
      const facts = [
        came('A'),
        fact('E1'),
        fact('E2', { kind: 'bonus' }),
        fact('E3', { state: 'claimed' }),
        fact('E4', { kind: 'wage' }),
      ];
      const plan = by({ core: { is, kinds: ['earnings', 'bonus'] } as MeasurePlan['core'] });
      expect(counted(plan, measureLine, facts).facts).toEqual(['E1', 'E2']);
    },
  );

  test('that is a mean change goes by the scores', () => {
    const core = { is: 'mean change', kind: 'hope', better: 'higher' } as const;
    const facts = [
      came('A'),
      happened('hope', '2027-05-01', { id: 'H1', participant: 'A', value: '10' }),
      happened('hope', '2027-06-01', { id: 'H2', participant: 'A', value: '14.5' }),
    ];
    expect(counted(by({ core }), measureLine, facts)).toEqual({
      said: ['Counted for Settling: A (4.5).'],
      facts: ['H1', 'H2'],
    });
  });

  test('that is a share of those having something goes by how they came', () => {
    const core = { is: 'share having', with: ['poor'] } as const;
    expect(counted(by({ core }), measureLine, three)).toEqual({
      said: ['Counted for Settling: C (1), A (0) and B (0).'],
      facts: ['A-C', 'A-A', 'A-B'],
    });
    const referred = three.map((each) => ({ ...each, id: `R${each.id}`, kind: 'referred' }));
    expect(
      counted(by({ core, of: 'referred' }), measureLine, [...three, ...referred]).facts,
    ).toEqual(['RA-C', 'RA-A', 'RA-B']);
  });

  test('says of whom it is not known', () => {
    const claimed = [...three.slice(0, 2), did('A', '2027-06-01', { state: 'claimed' }), did('B')];
    expect(counted(by({}), measureLine, claimed).said).toEqual([
      'Counted for Settling: B (1) and A (not known).',
    ]);
  });

  test('leaves out who came outside its cohort, and who is left out as not known', () => {
    const facts = [...three, came('D', { day: dayNumber('2028-04-01') }), did('D', '2028-04-02')];
    expect(counted(by({}), measureLine, facts).said).toEqual([
      'Counted for Settling: A (0), B (0) and C (0).',
    ]);
  });

  test('gives the facts of the 20 that it names', () => {
    const names = Array.from({ length: 21 }, (_, at) => `P${at + 10}`);
    const facts = names.flatMap((name) => [came(name), did(name)]);
    const { said, facts: behind } = counted(by({}), measureLine, facts);
    expect(said[0]).toMatch(/, P29 \(1\) and 1 more\.$/);
    expect(behind).toHaveLength(40);
    expect(behind).not.toContain('A-P30');
  });

  test('of each provider names its own people', () => {
    const facts = [came('A'), came('B', { provider: 'Harbour' }), did('A'), did('B')];
    const plan = by({ per: 'provider' });
    expect(counted(plan, measureLine, facts).said).toEqual(['Counted for Settling: A (1).']);
    const other = 'Measures/Settling|2027-04-01|Harbour|1';
    expect(counted(plan, other, facts).said).toEqual(['Counted for Settling: B (1).']);
  });

  test('names the people of its own cohort', () => {
    const cohorts = [firstYear, aCohort('2028-04-01', '2028-04-20')];
    const facts = [...three, came('D', { day: dayNumber('2028-04-01') }), did('D', '2028-04-02')];
    const second = 'Measures/Settling|2028-04-01|Bright Futures|1';
    expect(counted(by({ cohorts }), second, facts).said).toEqual(['Counted for Settling: D (1).']);
  });
});

describe('A gate', () => {
  const mix = aMeasure({ name: 'Mix', core: { is: 'share', outcomes: ['Settled'] } });
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: [],
    measure: 'Mix',
    least: percent('90%'),
    strictly: false,
  };
  const plan = saying({ measures: [mix], gates: [gate] });
  const facts = [came('A'), came('B'), did('A')];

  test('names those whom it counts, whose facts are not the line’s', () => {
    expect(counted(plan, line('A'), facts)).toEqual({
      said: ['Counted for Mix: A (1) and B (0).'],
      facts: ['A-A', 'F-A-2027-06-01'],
    });
  });

  test('names nobody before its number is taken', () => {
    expect(counted(plan, line('A'), facts, asAt('2028-03-30')).said).toEqual([]);
    expect(counted(plan, line('A'), facts, asAt('2028-03-31')).said).toEqual([
      'Counted for Mix: A (1) and B (0).',
    ]);
    const early = asAt('2028-03-30', '2028-04-30');
    expect(counted(plan, line('A'), facts, early).said).toEqual([]);
    const unknown = asAt('2028-04-30', '2028-03-30');
    expect(counted(plan, line('A'), facts, unknown).said).toEqual([]);
  });

  test('names nobody else to whom is asked about one participant', () => {
    const { sentences } = whyParticipant({ plan, facts, asAt: end }, 'A');
    expect(sentences.filter((each) => each.startsWith('Counted for'))).toEqual([]);
  });

  test('that has no cohort for a participant names nobody', () => {
    const later = aMeasure({ ...mix, name: 'Mix', cohorts: [aCohort('2027-05-01', '2028-03-31')] });
    const none = saying({ measures: [later], gates: [gate] });
    expect(counted(none, line('A'), facts).said).toEqual([]);
  });
});

test('a grant counts nobody', () => {
  const fee = {
    clause: 'Payment/grant',
    name: 'grant',
    order: 2000,
    to: { is: 'each provider' },
    on: { is: 'joining', amount: pounds(100) },
  } as const;
  const plan = saying({ fees: [fee], pots: [pot] }, [anOutcome({ window: within('1 year') })]);
  const facts = [came('A'), did('A')];
  expect(counted(plan, 'Payment/grant|joining|Bright Futures|1', facts).said).toEqual([]);
  expect(counted(plan, line('A'), facts).said).toEqual([]);
});
