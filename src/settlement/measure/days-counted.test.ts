// Step 4 of docs/settlement.md: achievements of outcomes that are paid for each day or unit.
import { expect, test } from 'vitest';
import { asAt, spell } from '../../../test/support/makers/facts.ts';
import {
  aMeasure,
  duesShown,
  firstYear,
  itPays,
  measuredBy,
  people,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayOf } from '../../calendar/index.ts';
import { formatDecimal, fraction } from '../../money/index.ts';
import type { MeasureCore } from '../plan/measure-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Measured } from './index.ts';

const later = asAt('2031-01-01');

/** Days in a home at £10 each, and £1,000 where the measure comes to at least so much. */
function daysAtHome(core: MeasureCore, least: number): Plan {
  const outcome = anOutcome({
    name: 'Day at home',
    condition: { is: 'each day', kinds: ['at home'], less: [] },
    times: 'any',
    price: { rows: [{ with: [], price: pounds(10) }], perUnit: true },
  });
  const rows = [{ least: fraction(least), amount: pounds(1000) }];
  return aPlan([outcome], {
    whole: aWhole({
      measures: [aMeasure({ core, cohorts: [firstYear] })],
      measurePayments: [itPays({ is: 'rows', rows })],
    }),
  });
}

function shown({ values: [only] }: Measured): string {
  const { value, knownOn } = only ?? {};
  return value ? `${formatDecimal(value)} since ${dayOf(knownOn ?? 0)}` : 'not known';
}

function atHome(who: string, ...[from, to, known = to]: readonly [Day, Day, Day?]) {
  return spell('at home', { from, to, known }, { id: `${who} ${from}`, participant: who });
}

const outcomes = ['Day at home'];
const facts = [
  ...people(4, '2027-05-01'),
  atHome('P001', '2027-05-10', '2027-06-10'),
  atHome('P002', '2027-05-01', '2027-05-05'),
];

test('a number counts days, a rate days for each of the people, a share people', () => {
  const of = (core: MeasureCore) => shown(measuredBy(daysAtHome(core, 1), facts, later));
  expect(of({ is: 'number', outcomes })).toBe('37 since 2028-03-31');
  expect(of({ is: 'rate', outcomes })).toBe('9.25 since 2028-03-31');
  expect(of({ is: 'share', outcomes })).toBe('0.5 since 2028-03-31');
});

test('days of a month that became known later count from then, and those before from before', () => {
  const plan = daysAtHome({ is: 'number', outcomes }, 20);
  const grown = [
    ...people(1, '2027-05-01'),
    atHome('P001', '2028-03-01', '2028-03-20'),
    atHome('P001', '2028-03-21', '2028-03-31', '2028-07-09'),
  ];
  expect(shown(measuredBy(plan, grown, later))).toBe('31 since 2028-07-09');
  expect(duesShown(measuredBy(plan, grown, later))).toEqual([
    'Settling 2027-04-01 to Bright Futures, 2028-03-31: 1000',
  ]);
});

test('units count as many as there are: 2.5 hours and 4 hours are 6.5', () => {
  const hours = anOutcome({
    name: 'Hour',
    condition: { is: 'each unit', kinds: ['tutoring'] },
    times: 'any',
    price: { rows: [{ with: [], price: pounds(0) }], perUnit: true },
  });
  const measure = aMeasure({ core: { is: 'number', outcomes: ['Hour'] }, cohorts: [firstYear] });
  const plan = aPlan([hours], { whole: aWhole({ measures: [measure] }) });
  const lesson = (day: Day, value: string) => {
    const { from: _, to: __, ...fact } = spell('tutoring', { from: day, to: day }, { value });
    return { ...fact, id: day, participant: 'P001', day: fact.known };
  };
  const given = [
    ...people(1, '2027-05-01'),
    lesson('2027-05-10', '2.5'),
    lesson('2027-06-10', '4'),
  ];
  expect(shown(measuredBy(plan, given, later))).toBe('6.5 since 2028-03-31');
});
