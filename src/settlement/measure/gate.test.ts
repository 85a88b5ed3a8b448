// Step 4 of docs/settlement.md, "Gates": which gate is over a line, and since when it is passed.
import { expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import {
  aCohort,
  aMeasure,
  firstYear,
  itPays,
  measuredBy,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { GatePlan, MeasurePlan } from '../plan/measure-plan.ts';

const later = asAt('2031-01-01');
const poor = { is: 'share having', with: ['poor'] } as const;
const young = { is: 'share having', with: ['young'] } as const;

function aGate(measure: string, least: string, words: Partial<GatePlan> = {}): GatePlan {
  const rest = { measures: [], strictly: false, ...words };
  return {
    clause: `Measures/${measure}`,
    outcomes: ['Settled'],
    measure,
    least: percent(least),
    ...rest,
  };
}

/** When each line is payable, and of what is held back what it says. */
function shown(
  measures: readonly MeasurePlan[],
  gates: readonly GatePlan[],
  facts: readonly Fact[],
): readonly string[] {
  const plan = aPlan([anOutcome()], { whole: aWhole({ measures, gates }) });
  const { lines, notPaid } = owed(plan, facts, later);
  const held = (line: string) =>
    notPaid.filter((each) => each.line === line).map(({ clause }) => clause);
  return lines.map(({ line, participant, payableOn }) => {
    const when = payableOn === undefined ? 'waits' : dayOf(payableOn);
    return [participant, when, ...held(line)].join(' ');
  });
}

const two = people(2, '2027-05-01', { with: ['poor'] });
const settled = toTheFirst(2, ['level 2', '2027-06-01']);

test('of several gates over a line one that is not passed holds it back, whichever it is', () => {
  const measures = [
    aMeasure({ name: 'Poor', core: poor }),
    aMeasure({ name: 'Young', core: young }),
  ];
  const gates = [aGate('Poor', '50%'), aGate('Young', '50%')];
  const held = ['P001 waits Measures/Young', 'P002 waits Measures/Young'];
  expect(shown(measures, gates, [...two, ...settled])).toEqual(held);
  expect(shown(measures, [...gates].reverse(), [...two, ...settled])).toEqual(held);
});

test('of several that are passed the latest counts, whichever it is', () => {
  const early = aMeasure({ name: 'Early', core: poor });
  const late = aMeasure({
    name: 'Late',
    core: poor,
    cohorts: [aCohort('2027-04-01', '2028-03-31', '2028-06-30')],
  });
  const gates = [aGate('Early', '50%'), aGate('Late', '50%')];
  const passed = ['P001 2028-06-30', 'P002 2028-06-30'];
  expect(shown([early, late], gates, [...two, ...settled])).toEqual(passed);
  expect(shown([early, late], [...gates].reverse(), [...two, ...settled])).toEqual(passed);
});

test('"more than" a half is not a half, and is anything above it', () => {
  const measures = [aMeasure({ name: 'Poor', core: poor })];
  const of = (count: number, strictly: boolean) => {
    const some = [
      ...people(count, '2027-05-01', { with: ['poor'] }),
      ...people(2, '2027-05-01', { prefix: 'Q' }),
    ];
    const facts = [...some, ...toTheFirst(1, ['level 2', '2027-06-01'])];
    return shown(measures, [aGate('Poor', '50%', { strictly })], facts);
  };
  expect(of(2, false)).toEqual(['P001 2028-03-31']);
  expect(of(2, true)).toEqual(['P001 waits Measures/Poor']);
  expect(of(3, true)).toEqual(['P001 2028-03-31']);
  expect(of(1, true)).toEqual(['P001 waits Measures/Poor']);
});

test('a number that was high enough and is no longer holds back, also what was payable before', () => {
  const measures = [aMeasure({ name: 'Poor', core: poor })];
  const late = happened('attached', '2027-05-02', {
    id: 'L1',
    participant: 'L',
    provider: 'Bright Futures',
    group: 'leaving',
    known: '2028-09-01',
  });
  const gates = [aGate('Poor', '100%')];
  expect(shown(measures, gates, [...two, ...settled])).toEqual([
    'P001 2028-03-31',
    'P002 2028-03-31',
  ]);
  expect(shown(measures, gates, [...two, ...settled, late])).toEqual([
    'P001 waits Measures/Poor',
    'P002 waits Measures/Poor',
  ]);
});

test('the cohort is that in which one came: by referral where it is of those referred', () => {
  // Referred in the first year, where 1 of 1 is poor, and attached in the second, where none is.
  const cohorts = [firstYear, aCohort('2028-04-01', '2029-03-31')];
  const facts = [
    happened('referred', '2028-03-01', { id: 'R1', participant: 'P001', with: ['poor'] }),
    ...people(1, '2028-05-01'),
    happened('referred', '2028-06-01', { id: 'R2', participant: 'Q001' }),
    ...people(1, '2028-06-01', { prefix: 'Q' }),
    ...toTheFirst(1, ['level 2', '2028-07-01']),
    ...toTheFirst(1, ['level 2', '2028-07-01'], { prefix: 'Q' }),
  ];
  const early = people(1, '2027-05-01', { prefix: 'R', with: ['poor'] });
  const of = (words: Pick<MeasurePlan, 'of'>) =>
    shown(
      [aMeasure({ name: 'Poor', core: poor, cohorts, ...words })],
      [aGate('Poor', '100%')],
      [...facts, ...early],
    );
  expect(of({ of: 'referred' })).toEqual(['P001 2028-07-01', 'Q001 waits Measures/Poor']);
  expect(of({ of: 'attached' })).toEqual(['P001 waits Measures/Poor', 'Q001 waits Measures/Poor']);
});

test('a number of each provider opens the gate for the lines of that provider alone', () => {
  const measures = [aMeasure({ name: 'Poor', core: poor, per: 'provider' })];
  const facts = [
    ...people(1, '2027-05-01', { with: ['poor'] }),
    ...people(1, '2027-05-01', { prefix: 'Q', provider: 'Anchor' }),
    ...toTheFirst(1, ['level 2', '2027-06-01']),
    ...toTheFirst(1, ['level 2', '2027-06-01'], { prefix: 'Q' }),
  ];
  expect(shown(measures, [aGate('Poor', '100%')], facts)).toEqual([
    'P001 2028-03-31',
    'Q001 waits Measures/Poor',
  ]);
});

test('over a measure the gate is the number of the cohort of the same name', () => {
  const second = aCohort('2028-04-01', '2029-03-31');
  const cohorts = [firstYear, second];
  const measures = [
    aMeasure({ cohorts }),
    aMeasure({ name: 'Other', core: young, cohorts }),
    aMeasure({ name: 'Poor', core: poor, cohorts }),
  ];
  const gates = [aGate('Poor', '100%', { outcomes: [], measures: ['Settling'] })];
  const rows = [{ amount: fraction(10_000) }];
  const plan = aPlan([anOutcome()], {
    whole: aWhole({
      measures,
      gates,
      measurePayments: [
        itPays({ is: 'rows', rows }),
        itPays({ is: 'rows', rows: [{ amount: pounds(5) }] }, { measure: 'Other' }),
      ],
    }),
  });
  const facts = [
    ...people(1, '2027-05-01'),
    ...people(1, '2028-05-01', { prefix: 'Q', with: ['poor'] }),
  ];
  const { dues } = measuredBy(plan, facts, later);
  const lines = dues.map(({ outcome, cohort, payableOn, unpaid }) => {
    const when = payableOn === undefined ? 'waits' : dayOf(payableOn);
    return [outcome, cohort, when, ...unpaid.map(({ reason, amount }) => `${reason} ${amount}`)];
  });
  expect(lines.map((line) => line.join(' '))).toEqual([
    'Settling 2027-04-01 waits gate 10000',
    'Settling 2028-04-01 2029-03-31',
    'Other 2027-04-01 2028-03-31',
    'Other 2028-04-01 2029-03-31',
  ]);
});

test('a line of a measure is payable on the later of its own day and that of its gate', () => {
  const late = [aCohort('2027-04-01', '2028-03-31', '2028-06-30')];
  const payable = (own: Partial<MeasurePlan>, gate: Partial<MeasurePlan>) => {
    const measures = [
      aMeasure({ core: poor, ...own }),
      aMeasure({ name: 'Poor', core: poor, ...gate }),
    ];
    const gates = [aGate('Poor', '100%', { outcomes: [], measures: ['Settling'] })];
    const measurePayments = [itPays({ is: 'rows', rows: [{ amount: pounds(5) }] })];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures, gates, measurePayments }) });
    return measuredBy(plan, two, later).dues.map(({ payableOn }) => dayOf(payableOn ?? 0));
  };
  expect(payable({}, {})).toEqual(['2028-03-31']);
  expect(payable({}, { cohorts: late })).toEqual(['2028-06-30']);
  expect(payable({ cohorts: late }, {})).toEqual(['2028-06-30']);
});
