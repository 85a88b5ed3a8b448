// What measures pay, and to whom (docs/language.md, Measures; step 4 of docs/settlement.md).
import { describe, expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import { pounds } from '../../../test/support/makers/plan.ts';
import { fraction, one, zero } from '../../money/index.ts';
import type { MeasurePays } from './measure-plan.ts';
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

const estimate = 'as estimated by the evaluator for those referred in cohort A, for the programme';
const known = 'taken when the cohort ends, those whose outcome is not known left out';

describe('what a measure pays', () => {
  const own = [
    `**X**: the number of Settled achieved by those referred in cohort A, for the programme, ${known}.`,
    `**Y**: the number of Passed achieved by those referred in cohort A, for the programme, ${known}.`,
    'What X pays is shared equally among the providers.',
    'What Y pays is shared equally among the providers.',
  ];
  const straight = (unit: typeof one, above: typeof one, whole: boolean): MeasurePays => ({
    is: 'rows',
    rows: [{ amount: zero, each: { amount: pounds(43.16), unit, above, whole } }],
  });

  test.each<[string, MeasurePays]>([
    [
      'X pays £1,000 for each cohort in which it is at least 10.',
      {
        is: 'rows',
        rows: [
          { under: fraction(10n), amount: zero },
          { least: fraction(10n), amount: pounds(1000) },
        ],
      },
    ],
    ['X pays £43.16 for each one above 10, whole ones alone.', straight(one, fraction(10n), true)],
    ['X pays £43.16 for each one above 0, parts in proportion.', straight(one, zero, false)],
    [
      'X pays 50% of an avoided cost of £86.32 for each one, whole ones alone.',
      straight(one, zero, true),
    ],
    [
      'X pays £1 for each one above 47.5% of those in the cohort, parts in proportion.',
      {
        is: 'each one beyond',
        side: 'above',
        mark: { is: 'share', value: fraction(19n, 40n) },
        amount: pounds(1),
        whole: false,
      },
    ],
    [
      'X pays £1 for each one below 47.5% of those in the cohort, whole ones alone.',
      {
        is: 'each one beyond',
        side: 'below',
        mark: { is: 'share', value: fraction(19n, 40n) },
        amount: pounds(1),
        whole: true,
      },
    ],
    [
      'X pays £1 for each one more than 1.9 for each of those in the cohort, whole ones alone.',
      {
        is: 'each one beyond',
        side: 'above',
        mark: { is: 'number', value: fraction(19n, 10n) },
        amount: pounds(1),
        whole: true,
      },
    ],
    [
      'X pays £1 for each one fewer than 1.9 for each of those in the cohort, parts in proportion.',
      {
        is: 'each one beyond',
        side: 'below',
        mark: { is: 'number', value: fraction(19n, 10n) },
        amount: pounds(1),
        whole: false,
      },
    ],
    [
      'X pays £1 for each cohort of Y not paid before, if it is at least 7.5.',
      { is: 'each cohort unpaid', of: 'Y', least: fraction(15n, 2n), amount: pounds(1) },
    ],
  ])('%s', (sentence, pays) => {
    expect(wholeOf([...own, sentence]).measurePayments).toMatchObject([
      { measure: 'X', clause: 'Measures/X', order: 1000, pays },
    ]);
  });

  test.each([
    ['parts in proportion', false],
    ['whole ones alone', true],
  ])('a percentage point is a hundredth: %s', (parts, whole) => {
    const paid = wholeOf([
      `**X**: ${estimate}, counting the estimate itself.`,
      `X pays £43.16 for each percentage point above 30%, ${parts}.`,
      'What X pays is shared equally among the providers.',
    ]).measurePayments;
    expect(paid[0]?.pays).toStrictEqual(straight(fraction(1n, 100n), fraction(3n, 10n), whole));
  });

  test.each([
    ['What X pays is shared equally among the providers.', { is: 'equally' }],
    ['What X pays is shared by the attachments of each.', { is: 'by attachments' }],
    [
      '100% of what X pays goes to Bright Futures.',
      { is: 'shares', shares: [{ provider: 'Bright Futures', share: one }] },
    ],
  ])('%s', (sentence, to) => {
    const pays = 'X pays £1 for each one above 0, parts in proportion.';
    const yToo = 'Y pays £1 for each one above 0, parts in proportion.';
    const [x, y] = wholeOf([
      own[0] ?? '',
      own[1] ?? '',
      pays,
      yToo,
      sentence,
      own[3] ?? '',
    ]).measurePayments;
    expect(x?.to).toStrictEqual(to);
    expect(y?.to).toStrictEqual({ is: 'equally' });
  });

  test('shares of one measure are not those of another', () => {
    const pays = (name: string) => `${name} pays £1 for each one above 0, parts in proportion.`;
    const goes = (name: string, share: string, to: string) =>
      `${share} of what ${name} pays goes to ${to}.`;
    const found = wholeOf([
      ...own.slice(0, 2),
      pays('X'),
      pays('Y'),
      goes('X', '60%', 'Bright Futures'),
      goes('Y', '100%', 'Open Door'),
      goes('X', '40%', 'Open Door'),
    ]).measurePayments.map(({ to }) => to);
    expect(found).toStrictEqual([
      {
        is: 'shares',
        shares: [
          { provider: 'Bright Futures', share: fraction(3n, 5n) },
          { provider: 'Open Door', share: fraction(2n, 5n) },
        ],
      },
      { is: 'shares', shares: [{ provider: 'Open Door', share: one }] },
    ]);
  });

  test('a schedule may pay for each one, or each whole one, of all or above a mark', () => {
    const rows = [
      'under 5 | £0',
      '5 to under 10 | £2 for each one',
      '10 or more | £9 and £3 for each whole one above 8',
    ];
    const schedule = ['**X** | pays', '--- | ---', ...rows].map((row) => `| ${row} |`).join('\n');
    expect(wholeOf([...own, schedule]).measurePayments[0]?.pays).toStrictEqual({
      is: 'rows',
      rows: [
        { under: fraction(5n), amount: zero },
        {
          least: fraction(5n),
          under: fraction(10n),
          amount: zero,
          each: { amount: pounds(2), unit: one, above: zero, whole: false },
        },
        {
          least: fraction(10n),
          amount: pounds(9),
          each: { amount: pounds(3), unit: one, above: fraction(8n), whole: true },
        },
      ],
    });
  });

  test('of a schedule and a sentence the schedule comes first', () => {
    const schedule = '| **Y** | pays |\n| --- | --- |\n| under 1 | £0 |\n| 1 or more | £5 |';
    const paid = wholeOf([
      ...own,
      'X pays £1 for each one above 0, parts in proportion.',
      schedule,
    ]);
    expect(paid.measurePayments.map(({ clause, order }) => [clause, order])).toStrictEqual([
      ['Measures/Y', 1000],
      ['Measures/X', 1001],
    ]);
  });

  test('what a measure of each provider pays is its own', () => {
    const each = (own[0] ?? '').replace('the programme', 'each provider');
    const pays = 'X pays £1 for each one above 0, parts in proportion.';
    expect(wholeOf([each, pays]).measurePayments[0]?.to).toStrictEqual({ is: 'own' });
  });
});
