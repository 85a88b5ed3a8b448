// Step 4 of docs/settlement.md, "What is paid": a second test pays for each cohort unpaid otherwise.
import { expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import {
  aCohort,
  aMeasure,
  duesShown,
  itPays,
  measuredBy,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { MeasurePayment, MeasurePlan } from '../plan/measure-plan.ts';

const later = asAt('2032-01-01');
const years = [2027, 2028, 2029].map((year) => aCohort(`${year}-04-01`, `${year + 1}-03-31`));

/** Early pays £1,000 from 60%; Pooled £800 for each cohort that it left unpaid, from 50%. */
function paid(
  facts: readonly Fact[],
  words: Readonly<{
    early?: Partial<MeasurePlan>;
    pooled?: Partial<MeasurePlan>;
    payments?: readonly MeasurePayment[];
  }> = {},
): readonly string[] {
  const measures = [
    aMeasure({ name: 'Early', cohorts: years.slice(0, 2), ...words.early }),
    aMeasure({
      name: 'Pooled',
      cohorts: [aCohort('2027-04-01', '2029-03-31')],
      ...words.pooled,
    }),
  ];
  const row = { least: percent('60%'), amount: pounds(1000) };
  const measurePayments = words.payments ?? [
    itPays({ is: 'rows', rows: [row] }, { measure: 'Early' }),
    second,
  ];
  const plan = aPlan([anOutcome()], { whole: aWhole({ measures, measurePayments }) });
  return duesShown(measuredBy(plan, facts, later)).filter((line) => !line.endsWith(': 0'));
}

const second = itPays(
  { is: 'each cohort unpaid', of: 'Early', least: percent('50%'), amount: pounds(800) },
  { measure: 'Pooled' },
);

/** Of each four people who came on a day to a provider so many achieve. */
function of(four: string, [day, count]: readonly [Day, number], provider: string) {
  return [
    ...people(4, day, { prefix: four, provider }),
    ...toTheFirst(count, ['level 2', `${day.slice(0, 8)}15` as Day], { prefix: four }),
  ];
}

test('of each provider: the cohorts for which that provider was not paid', () => {
  const facts = [
    ...of('A', ['2027-05-01', 4], 'Anchor'),
    ...of('B', ['2028-05-01', 2], 'Anchor'),
    ...of('C', ['2027-05-01', 2], 'Bridge'),
    ...of('D', ['2028-05-01', 4], 'Bridge'),
    ...of('E', ['2027-05-01', 0], 'Cove'),
  ];
  const per = 'provider';
  expect(paid(facts, { early: { per }, pooled: { per } })).toEqual([
    'Early 2027-04-01 to Anchor, 2028-03-31: 1000',
    'Early 2028-04-01 to Bridge, 2029-03-31: 1000',
    'Pooled 2028-04-01 to Anchor, 2029-03-31: 800',
    'Pooled 2027-04-01 to Bridge, 2029-03-31: 800',
  ]);
});

test('for the programme: the cohorts for which no provider was paid', () => {
  const facts = [
    ...of('A', ['2027-05-01', 4], 'Anchor'),
    ...of('C', ['2027-05-01', 2], 'Bridge'),
    ...of('B', ['2028-05-01', 2], 'Anchor'),
  ];
  const to = { is: 'equally' } as const;
  const row = { least: percent('60%'), amount: pounds(1000) };
  const payments = [itPays({ is: 'rows', rows: [row] }, { measure: 'Early' }), { ...second, to }];
  expect(paid(facts, { early: { per: 'provider' }, payments })).toEqual([
    'Early 2027-04-01 to Anchor, 2028-03-31: 1000',
    'Pooled 2028-04-01 to Anchor, 2029-03-31: 400',
    'Pooled 2028-04-01 to Bridge, 2029-03-31: 400',
  ]);
});

test('of each provider, of what is paid for the programme: the cohorts that were not', () => {
  const facts = [...of('A', ['2027-05-01', 4], 'Anchor'), ...of('B', ['2028-05-01', 2], 'Anchor')];
  expect(paid(facts, { pooled: { per: 'provider' } })).toEqual([
    'Early 2027-04-01 to Anchor, 2028-03-31: 1000',
    'Pooled 2028-04-01 to Anchor, 2029-03-31: 800',
  ]);
});

test('of several cohorts each pays for those that lie within it', () => {
  const facts = years.flatMap(({ name }, at) =>
    of(`${at}`, [`${name.slice(0, 4)}-05-01` as Day, 2], 'Anchor'),
  );
  const halves = [aCohort('2027-04-01', '2028-03-31'), aCohort('2028-04-01', '2030-03-31')];
  const early = { cohorts: years };
  expect(paid(facts, { early, pooled: { cohorts: halves } })).toEqual([
    'Pooled 2027-04-01 to Anchor, 2028-03-31: 800',
    'Pooled 2028-04-01 to Anchor, 2030-03-31: 800',
    'Pooled 2029-04-01 to Anchor, 2030-03-31: 800',
  ]);
  const part = [aCohort('2027-04-02', '2028-03-31'), aCohort('2028-04-01', '2029-03-30')];
  expect(paid(facts, { early, pooled: { cohorts: part } })).toEqual([]);
  const alone = [aCohort('2028-04-01', '2029-03-31')];
  expect(paid(facts, { early, pooled: { cohorts: alone } })).toHaveLength(3);
});

test('a cohort is paid for once: what a second test pays is paid for it like any other', () => {
  const facts = of('A', ['2027-05-01', 2], 'Anchor');
  const again = { ...second, clause: 'Measures/again' };
  expect(paid(facts, { early: { cohorts: years.slice(0, 1) }, payments: [second, again] })).toEqual(
    ['Pooled 2027-04-01 to Anchor, 2029-03-31: 800'],
  );
});

test('a penny shared among two, of whom one is paid nothing, is paid', () => {
  const facts = [...of('A', ['2027-05-01', 1], 'Anchor'), ...of('B', ['2027-05-01', 3], 'Bridge')];
  const penny = itPays(
    { is: 'rows', rows: [{ amount: pounds(0.01) }] },
    { measure: 'Early', to: { is: 'equally' } },
  );
  const early = { cohorts: years.slice(0, 1) };
  expect(paid(facts, { early, payments: [penny, second] })).toEqual([
    'Early 2027-04-01 to Anchor, 2028-03-31: 0.01',
  ]);
});

test('a number that was high enough and is no longer pays nothing', () => {
  const late = people(1, '2027-05-01', { prefix: 'L', provider: 'Anchor' }).map((fact) => {
    return { ...fact, known: dayNumber('2030-01-01') };
  });
  const early = { cohorts: years.slice(0, 1) };
  const facts = of('A', ['2027-05-01', 2], 'Anchor');
  expect(paid(facts, { early })).toHaveLength(1);
  expect(paid([...facts, ...late], { early })).toEqual([]);
});
