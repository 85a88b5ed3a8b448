// Step 4 of docs/settlement.md: a number of recorded facts that rests on a complete record.
import { expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aCohort,
  aMeasure,
  below,
  duesShown,
  itPays,
  measuredBy,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatDecimal } from '../../money/index.ts';
import type { MeasurePlan } from '../plan/measure-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Measured } from './index.ts';

const later = asAt('2031-01-01');
const firstYear = aCohort('2027-04-01', '2028-03-31', '2029-03-31');
const rests = { kinds: ['visit', 'arrest'], completeSource: 'the hospital' } as const;
const perHead = { is: 'per head', ...rests } as const;

/** £1,000 where the number falls by at least 10% from 2 for each of those attached. */
function falling(words: Partial<MeasurePlan> = {}): Plan {
  const measure = aMeasure({
    core: perHead,
    against: below(2),
    cohorts: [firstYear],
    ...words,
  });
  const row = { least: percent('10%'), amount: pounds(1000) };
  const measurePayments = [itPays({ is: 'rows', rows: [row] })];
  return aPlan([anOutcome()], { whole: aWhole({ measures: [measure], measurePayments }) });
}

/** The hospital says that its record of a kind is complete from one day to another. */
function complete(about: string, [from, to]: readonly [Day, Day], words: Partial<Fact> = {}): Fact {
  const { provider: _, day: __, ...fact } = ofProvider('complete', from);
  const days = { from: dayNumber(from), to: dayNumber(to), known: dayNumber(to) };
  return { ...fact, id: `${about} ${from}`, about, source: 'the hospital', ...days, ...words };
}

const ten = [...people(10, '2027-05-01'), ...toTheFirst(9, ['visit', '2027-09-01'])];
const visits = complete('visit', ['2027-04-01', '2029-03-31']);
const arrests = complete('arrest', ['2027-04-01', '2029-03-31']);

function shown({ values: [only] }: Measured): string {
  const { value, knownOn } = only ?? {};
  if (value === undefined) return 'not known';
  return `${formatDecimal(value)} since ${dayOf(knownOn ?? 0)}`;
}

test('nothing recorded is not known until the record is complete; presumed, it is nothing', () => {
  const nobody = people(10, '2027-05-01');
  expect(shown(measuredBy(falling(), nobody, later))).toBe('not known');
  expect(duesShown(measuredBy(falling(), nobody, later))).toEqual([]);
  const presumed = falling({ core: { is: 'per head', kinds: ['visit', 'arrest'] } });
  expect(shown(measuredBy(presumed, nobody, later))).toBe('1 since 2029-03-31');
});

test('every kind must be complete from the first day of the cohort to the last that counts', () => {
  const of = (...records: readonly Fact[]) =>
    shown(measuredBy(falling(), [...ten, ...records], later));
  expect(of(visits, arrests)).toBe('0.55 since 2029-03-31');
  expect(of(visits)).toBe('not known');
  expect(of(visits, complete('arrest', ['2027-04-02', '2029-03-31']))).toBe('not known');
  expect(of(visits, complete('arrest', ['2027-04-01', '2029-03-30']))).toBe('not known');
  const halves = [
    complete('arrest', ['2027-04-01', '2028-03-31']),
    complete('arrest', ['2028-04-01', '2029-03-31']),
  ];
  expect(of(visits, ...halves)).toBe('0.55 since 2029-03-31');
});

test('the record is that source’s, verified, and of everybody', () => {
  const of = (words: Partial<Fact>) =>
    shown(
      measuredBy(
        falling(),
        [...ten, visits, complete('arrest', ['2027-04-01', '2029-03-31'], words)],
        later,
      ),
    );
  expect(of({})).toBe('0.55 since 2029-03-31');
  expect(of({ source: 'the police' })).toBe('not known');
  expect(of({ state: 'claimed' })).toBe('not known');
  expect(of({ participant: 'P001' })).toBe('not known');
});

test('within 12 months of each one’s attachment, days after those of the last count no more', () => {
  const plan = falling({ within: { count: 12, unit: 'month' }, cohorts: [aHalfYearLater()] });
  const records = rests.kinds.map((kind) => complete(kind, ['2027-04-01', '2029-03-30']));
  expect(shown(measuredBy(plan, [...ten, ...records], later))).toBe('0.55 since 2029-09-30');
  const short = rests.kinds.map((kind) => complete(kind, ['2027-04-01', '2029-03-29']));
  expect(shown(measuredBy(plan, [...ten, ...short], later))).toBe('not known');
});

function aHalfYearLater() {
  return aCohort('2027-04-01', '2028-03-31', '2029-09-30');
}

test('it is known, and pays, from the day on which the record was known to be complete', () => {
  const late = { known: dayNumber('2029-06-15') };
  const facts = [...ten, visits, complete('arrest', ['2027-04-01', '2029-03-31'], late)];
  expect(shown(measuredBy(falling(), facts, asAt('2029-06-14')))).toBe('not known');
  expect(duesShown(measuredBy(falling(), facts, asAt('2029-06-15')))).toEqual([
    'Settling 2027-04-01 to Bright Futures, 2029-06-15: 1000',
  ]);
});

test('against an earlier cohort the record of that must be complete too', () => {
  const before = aCohort('2026-04-01', '2027-03-31');
  const plan = falling({
    against: {
      how: 'fall below',
      value: { is: 'cohort', cohort: before },
      relative: true,
    },
  });
  const earlier = [
    ...people(10, '2026-05-01', { prefix: 'Q' }),
    ...toTheFirst(10, ['visit', '2026-09-01'], { prefix: 'Q' }),
  ];
  const facts = [...ten, ...earlier, visits, arrests];
  const measured = measuredBy(plan, facts, later);
  expect(shown(measured)).toBe('not known');
  expect(measured.values[0]?.explain().slice(-5)).toEqual([
    '"visit" or "arrest" is recorded 9 times, of 10 people.',
    'The record of "visit" and "arrest" by the hospital is complete from 1 April 2027 to 31 ' +
      'March 2029 (arrest 2027-04-01 and visit 2027-04-01).',
    'The record of "visit" and "arrest" by the hospital is not complete from 1 April 2026 to 31 ' +
      'March 2029.',
    'What it is compared with is not known.',
    'So it is not known.',
  ]);
});

test('a number tells of its own record, and of no other where it is compared with a number', () => {
  const [value] = measuredBy(falling(), [...ten, visits, arrests], later).values;
  expect(value?.explain().slice(2)).toEqual([
    '"visit" or "arrest" is recorded 9 times, of 10 people.',
    'The record of "visit" and "arrest" by the hospital is complete from 1 April 2027 to 31 ' +
      'March 2029 (arrest 2027-04-01 and visit 2027-04-01).',
    'That is 0.9.',
    'It is compared with 2: how far it is below, as a share of it.',
    'It comes to 55%.',
  ]);
});
