// Whether reasons say an estimate in percent: as the page writes its marks.
import { describe, expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import type { WholePlan } from './plan.ts';

const periods = ['cohort A | 2027-04-01 | 2027-09-30', 'cohort B | 2027-10-01 | 2028-03-31'];
const rows = [
  'outcome | leaving',
  '**Settled**: housed, once per person | £220',
  '**Passed**: level 2, once per person | £100',
];
const others = '**Other**: as estimated by one for those referred in cohort A, for the programme';

function wholeOf(Measures: readonly string[]): WholePlan {
  const { whole } = aVersionOf({ rows, periods, said: { Measures } });
  if (whole === undefined) throw new Error('the page has measures');
  return whole;
}

const estimate = 'as estimated by the evaluator for those referred in cohort A, for the programme';
const known = 'taken when the cohort ends, those whose outcome is not known left out';

describe('whether reasons say an estimate in percent', () => {
  const own = `**X**: ${estimate}, counting the estimate itself`;
  const isSaid = (...Measures: readonly string[]) =>
    wholeOf([...Measures, 'What X pays is shared equally among the providers.']).measures[0]
      ?.inPercent;

  test.each([
    ['X pays £1 for each cohort in which it is at least 10%.', true],
    ['X pays £1 for each cohort in which it is at least 10.', undefined],
    ['X pays £1 for each percentage point above 0, parts in proportion.', true],
    ['X pays £1 for each one above 30%, parts in proportion.', true],
    ['X pays £1 for each one above 30, parts in proportion.', undefined],
  ])('%s', (sentence, inPercent) => {
    expect(isSaid(`${own}.`, sentence)).toBe(inPercent);
  });

  const schedule = (measure: string, rows: readonly string[]) =>
    [`**${measure}** | pays`, '--- | ---', ...rows].map((row) => `| ${row} |`).join('\n');

  test.each([
    [['under 20% | £0', '20% or more | £5'], true],
    [['under 20 | £0', '20 or more | £5 for each point'], true],
    [['under 20 | £0', '20 or more | £5 for each one'], undefined],
    [['under 20 | £0', '20 or more | £5 for each one above 20'], undefined],
  ])('a schedule of %j', (marks, inPercent) => {
    expect(isSaid(`${own}.`, schedule('X', marks))).toBe(inPercent);
  });

  test('a schedule of another measure says nothing of it', () => {
    const shared = 'What Other pays is shared equally among the providers.';
    const rows = ['under 20% | £0', '20% or more | £5'];
    const bare = 'X pays £1 for each one above 30, parts in proportion.';
    const other = `${others}, counting the estimate itself.`;
    expect(isSaid(`${own}.`, other, bare, schedule('Other', rows), shared)).toBeUndefined();
  });

  test('marks of another measure say nothing of it', () => {
    const pays = 'Other pays £1 for each cohort in which it is at least 10%.';
    const shared = 'What Other pays is shared equally among the providers.';
    const bare = 'X pays £1 for each one above 30, parts in proportion.';
    const other = `${others}, counting the estimate itself.`;
    expect(isSaid(`${own}.`, other, bare, pays, shared)).toBeUndefined();
  });

  test('a weighted sum is as the page writes its marks', () => {
    const part = (name: string) => `**${name}**: ${estimate}, counting the estimate itself.`;
    const sum = '**X**: the sum of 80% of One and 20% of Two.';
    const pays = (least: string) => `X pays £1 for each cohort in which it is at least ${least}.`;
    expect(isSaid(sum, part('One'), part('Two'), pays('10%'))).toBe(true);
    expect(isSaid(sum, part('One'), part('Two'), pays('10'))).toBeUndefined();
  });

  test('a share is not open to it: it is always one', () => {
    const share = `the share of those referred in cohort A who achieve Settled, for the programme, ${known}`;
    expect(
      isSaid(`**X**: ${share}.`, 'X pays £1 for each cohort in which it is at least 10%.'),
    ).toBe(undefined);
  });
});
