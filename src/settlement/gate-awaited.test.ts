// `waitsFor` of docs/settlement.md, "The result": the gate of a number that is yet to be taken.
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../test/support/makers/facts.ts';
import { aCohort, aMeasure, itPays } from '../../test/support/makers/measures.ts';
import { anOutcome, aPlan, aVersion, planFrom, pounds } from '../../test/support/makers/plan.ts';
import { aWhole } from '../../test/support/makers/whole.ts';
import { dayNumber, dayOf } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { owed } from './owed.ts';
import type { GatePlan, MeasurePlan } from './plan/measure-plan.ts';
import type { Plan } from './plan/plan.ts';

const first = aCohort('2027-04-01', '2028-03-31', '2028-06-30');
const second = aCohort('2028-04-01', '2029-03-31', '2029-06-30');

function enrolled(words: Partial<MeasurePlan> = {}): MeasurePlan {
  const core = { is: 'share having', with: ['poor'] } as const;
  return aMeasure({ name: 'Enrolled', core, cohorts: [first, second], ...words });
}

function aGate(words: Partial<GatePlan> = {}): GatePlan {
  return {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: [],
    measure: 'Enrolled',
    least: fraction(1),
    strictly: false,
    ...words,
  };
}

function awaited(plan: Plan, day: Parameters<typeof asAt>[0]): readonly string[] {
  return owed(plan, facts, asAt(day)).notPaid.map(({ line, waitsFor }) => {
    const { measure = 'nothing', takenOn } = waitsFor ?? {};
    const when = takenOn === undefined ? '' : ` of ${dayOf(takenOn)}`;
    return `${line.split('|')[0]}: ${measure}${when}`;
  });
}

/** Referred in the first year and attached in the second. */
const facts = [
  happened('referred', '2028-03-01', { id: 'R1' }),
  attached('2028-05-01'),
  happened('level 2', '2028-05-15'),
];

function page(measures: readonly MeasurePlan[], gates: readonly GatePlan[]): Plan {
  return aPlan([anOutcome()], { whole: aWhole({ measures, gates }) });
}

test('it is that of the cohort in which its participant came, by referral or attachment', () => {
  const of = (words: Partial<MeasurePlan>) =>
    awaited(page([aMeasure(), enrolled(words)], [aGate()]), '2028-05-31');
  expect(of({ of: 'referred' })).toEqual(['Outcomes/Settled: Enrolled of 2028-06-30']);
  expect(of({ of: 'attached' })).toEqual(['Outcomes/Settled: Enrolled of 2029-06-30']);
});

test('the first and the last day of a cohort are its own', () => {
  const of = (...days: Parameters<typeof aCohort>) =>
    awaited(page([enrolled({ cohorts: [aCohort(...days)] })], [aGate()]), '2028-05-31');
  const waits = ['Outcomes/Settled: Enrolled of 2029-06-30'];
  expect(of('2028-05-01', '2029-03-31', '2029-06-30')).toEqual(waits);
  expect(of('2028-04-01', '2028-05-01', '2029-06-30')).toEqual(waits);
  expect(of('2028-05-02', '2029-03-31', '2029-06-30')).toEqual(['Outcomes/Settled: nothing']);
  expect(of('2028-04-01', '2028-04-30', '2029-06-30')).toEqual(['Outcomes/Settled: nothing']);
});

test('a number is taken no sooner than its cohort has ended', () => {
  const early = aCohort('2028-04-01', '2028-07-31', '2028-05-20');
  expect(awaited(page([enrolled({ cohorts: [early] })], [aGate()]), '2028-05-31')).toEqual([
    'Outcomes/Settled: Enrolled of 2028-07-31',
  ]);
});

test('of several gates it is that of the clause by which the line is held', () => {
  const young = enrolled({ name: 'Young', cohorts: [{ ...second, takenOn: second.last }] });
  const gates = [
    aGate({ clause: 'Measures/other', outcomes: ['Work'], measure: 'Young' }),
    aGate(),
  ];
  expect(awaited(page([young, enrolled()], gates), '2028-05-31')).toEqual([
    'Outcomes/Settled: Enrolled of 2029-06-30',
  ]);
});

test('over the line of a measure it is that of the cohort of the same name', () => {
  const whole = aWhole({
    measures: [
      aMeasure({ cohorts: [first] }),
      enrolled({ cohorts: [second, { ...first, takenOn: second.last }] }),
    ],
    gates: [aGate({ outcomes: [], measures: ['Settling'] })],
    measurePayments: [itPays({ is: 'rows', rows: [{ amount: pounds(100) }] })],
  });
  const plan = aPlan([anOutcome()], { whole });
  const came = [attached('2027-05-01')];
  const { notPaid } = owed(plan, came, asAt('2028-06-30'));
  expect(notPaid.map(({ waitsFor }) => waitsFor)).toEqual([
    { measure: 'Enrolled', takenOn: dayNumber('2029-03-31') },
  ]);
});

test('it is looked up in the version whose terms the line keeps', () => {
  const gates = [aGate()];
  const plan = planFrom([
    aVersion([anOutcome()]),
    aVersion([anOutcome()], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2028-05-01'),
      whole: aWhole({ measures: [enrolled()], gates }),
    }),
  ]);
  expect(awaited(plan, '2028-05-31')).toEqual(['Outcomes/Settled: Enrolled of 2029-06-30']);
});
