// What a measure is (docs/language.md, Measures; step 4 of docs/settlement.md).
import { describe, expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import { length } from '../../../test/support/makers/plan.ts';
import { dayOf } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import type { Against, MeasureCore, MeasurePlan } from './measure-plan.ts';
import type { WholePlan } from './plan.ts';

const periods = ['cohort A | 2027-04-01 | 2027-09-30', 'cohort B | 2027-10-01 | 2028-03-31'];
const rows = [
  'outcome | leaving',
  '**Settled**: housed, once per person | £220',
  '**Passed**: level 2, once per person | £100',
];

function wholeOf(Measures: readonly string[]): WholePlan {
  const { whole } = aVersionOf({ rows, periods, said: { Measures } });
  if (whole === undefined) throw new Error('the page has measures');
  return whole;
}

function measureOf(definition: string): MeasurePlan {
  const measure = wholeOf([`**X**: ${definition}.`]).measures[0];
  if (measure === undefined) throw new Error('the page has a measure');
  return measure;
}

const estimate = 'as estimated by the evaluator for those referred in cohort A, for the programme';
const record = 'by the complete record of the police, taken when the cohort ends';
const presumed = 'presumed unless recorded, taken when the cohort ends';
const known = 'taken when the cohort ends, those whose outcome is not known left out';

describe('what a measure is', () => {
  test.each<[string, MeasureCore]>([
    [
      `the number of Settled and Passed achieved by those referred in cohort A, for the programme, ${known}`,
      { is: 'number', outcomes: ['Settled', 'Passed'] },
    ],
    [
      `the share of those attached in cohort A who achieve Settled or Passed, for the programme, ${known}`,
      { is: 'share', outcomes: ['Settled', 'Passed'] },
    ],
    [
      'the number of Settled achieved in cohort A by anyone, for each one referred in it, for ' +
        'each provider, taken when the cohort ends',
      { is: 'rate', outcomes: ['Settled'] },
    ],
    [
      `the number of in jail for each of those attached in cohort A with any, for the programme, ${record}`,
      { is: 'per one with any', kinds: ['in jail'], completeSource: 'the police' },
    ],
    [
      `the number of in jail for each of those attached in cohort A, for the programme, ${presumed}`,
      { is: 'per head', kinds: ['in jail'] },
    ],
    [
      `the share of those attached in cohort A with level 2 or above, for the programme, ${record}`,
      { is: 'share with', kinds: ['level 2', 'level 3'], completeSource: 'the police' },
    ],
    [
      'the share of those attached in cohort A having area=Leeds, for each provider, taken when ' +
        'the cohort ends',
      { is: 'share having', with: ['area=Leeds'] },
    ],
    [
      `the total of earnings of those attached in cohort A, for the programme, ${presumed}`,
      { is: 'total', kinds: ['earnings'] },
    ],
    [
      `the mean of earnings of those attached in cohort A, for the programme, ${record}`,
      { is: 'mean', kinds: ['earnings'], completeSource: 'the police' },
    ],
    [
      'the mean change in worry of those attached in cohort A, for each provider, taken when the ' +
        'cohort ends',
      { is: 'mean change', kind: 'worry', better: 'lower' },
    ],
    [
      'the mean change in hope of those attached in cohort A, for each provider, taken when the ' +
        'cohort ends',
      { is: 'mean change', kind: 'hope', better: 'higher' },
    ],
    [`${estimate}, counting the estimate itself`, { is: 'estimated', bound: 'value' }],
    [`${estimate}, counting the low end of its interval`, { is: 'estimated', bound: 'low' }],
    [`${estimate}, counting the high end of its interval`, { is: 'estimated', bound: 'high' }],
  ])('%s', (definition, core) => {
    expect(measureOf(definition).core).toStrictEqual(core);
  });

  test.each([
    [
      `the number of Settled achieved by those referred in cohort A, for the programme, ${known}`,
      'left out',
    ],
    [
      'the number of Settled achieved by those referred in cohort A, for the programme, taken ' +
        'when the cohort ends, those whose outcome is not known counted as not achieving it',
      'not',
    ],
    [
      'the mean change in hope of those attached in cohort A, for each provider, taken when the ' +
        'cohort ends',
      'left out',
    ],
    [`the share of those attached in cohort A with in jail, for the programme, ${presumed}`, 'not'],
  ])('who is not known: %s', (definition, unknown) => {
    expect(measureOf(definition).unknown).toBe(unknown);
  });

  test.each([
    [
      `the share of those attached in cohort A with in jail, for each provider, ${presumed}`,
      'attached',
      'provider',
    ],
    [
      `the share of those referred in cohort A with in jail, for the programme, ${presumed}`,
      'referred',
      'programme',
    ],
  ])('whose it is: %s', (definition, of, per) => {
    expect(measureOf(definition)).toMatchObject({ of, per });
    expect(measureOf(definition)).not.toHaveProperty('within');
    expect(measureOf(definition)).not.toHaveProperty('against');
  });

  test('within a length of each one’s own day', () => {
    const definition = 'the share of those attached in cohort A with in jail, for the programme';
    const within = `${definition}, within 12 months of their attachment, ${presumed}`;
    expect(measureOf(within).within).toStrictEqual(length('12 months'));
  });
});

describe('whose cohorts, and when each is taken', () => {
  const definition = (cohorts: string, taken: string) =>
    `the share of those attached ${cohorts} with in jail, for the programme, presumed unless ` +
    `recorded, ${taken}`;
  const cohortsOf = (cohorts: string, taken: string) =>
    measureOf(definition(cohorts, taken)).cohorts.map(({ name, first, last, takenOn }) =>
      [name, dayOf(first), dayOf(last), dayOf(takenOn)].join(' '),
    );

  test.each([
    ['in cohort A', 'taken when the cohort ends', ['cohort A 2027-04-01 2027-09-30 2027-09-30']],
    [
      'in cohort A and cohort B',
      'taken 3 months after the cohort ends',
      ['cohort A 2027-04-01 2027-09-30 2027-12-31', 'cohort B 2027-10-01 2028-03-31 2028-06-30'],
    ],
    [
      'over the whole contract',
      'taken on 1 January 2033',
      ['2027-04-01 2027-04-01 2032-03-31 2033-01-01'],
    ],
  ])('%s, %s', (cohorts, taken, shown) => {
    expect(cohortsOf(cohorts, taken)).toStrictEqual(shown);
  });

  test.each([
    ['in each year', 5],
    ['in each quarter', 20],
    ['in each month', 60],
  ])('%s of five years there are %i', (cohorts, count) => {
    expect(cohortsOf(cohorts, 'taken when the cohort ends')).toHaveLength(count);
  });

  test.each([
    ['3 months', '6 months'],
    ['6 months', '3 months'],
  ])('a weighted one is taken when the last of its parts is: %s and %s', (one, other) => {
    const part = (name: string, after: string) =>
      `**${name}**: ${definition('in each year', `taken ${after} after the cohort ends`)}.`;
    const sum = '**Index**: the sum of 80% of One and 20% of Other.';
    const { measures } = wholeOf([sum, part('One', one), part('Other', other)]);
    expect(measures[0]?.cohorts.map(({ takenOn }) => dayOf(takenOn))).toStrictEqual([
      '2028-09-30',
      '2029-09-30',
      '2030-09-30',
      '2031-09-30',
      '2032-09-30',
    ]);
    expect(measures[0]).toMatchObject({ of: 'attached', per: 'programme', unknown: 'not' });
  });

  test('a weighted one of a weighted one is of the people of its parts, and leaves out whom they do', () => {
    const part = (name: string) =>
      `**${name}**: the share of those referred in cohort B who achieve Settled, for each ` +
      `provider, ${known}.`;
    const { measures } = wholeOf([
      '**Top**: the sum of 50% of Index and 50% of Index again.',
      '**Index**: the sum of 80% of One and 20% of Two.',
      '**Index again**: the sum of 20% of One and 80% of Two.',
      part('One'),
      part('Two'),
    ]);
    const ofOne = { of: 'referred', per: 'provider', unknown: 'left out' };
    expect(measures).toMatchObject([ofOne, ofOne, ofOne, ofOne, ofOne]);
    expect(measures[0]?.cohorts).toStrictEqual(measures[3]?.cohorts);
  });
});

describe('against what', () => {
  const head = 'the number of in jail for each of those attached in cohort B, for the programme';

  test.each<[string, Pick<Against, 'how' | 'relative'>]>([
    ['how far it rises above 2.5', { how: 'rise above', relative: false }],
    ['how far it falls below 2.5', { how: 'fall below', relative: false }],
    ['the percentage by which it rises above 2.5', { how: 'rise above', relative: true }],
    ['the percentage by which it falls below 2.5', { how: 'fall below', relative: true }],
    ['a percentage of 2.5', { how: 'share of', relative: false }],
  ])('measured as %s', (measured, against) => {
    const value = { is: 'number', number: fraction(5n, 2n) };
    const found = measureOf(`${head}, ${presumed}, measured as ${measured}`).against;
    expect(found).toStrictEqual({ ...against, value });
  });

  test('a percentage is a number, and that of another cohort is its own', () => {
    const share = 'the share of those attached in cohort B with in jail, for the programme';
    const shareOf = (base: string) =>
      measureOf(`${share}, ${presumed}, measured as a percentage of ${base}`).against?.value;
    expect(shareOf('5.5%')).toStrictEqual({ is: 'number', number: fraction(11n, 200n) });
    expect(shareOf('that of cohort A')).toMatchObject({
      is: 'cohort',
      cohort: { name: 'cohort A' },
    });
  });
});
