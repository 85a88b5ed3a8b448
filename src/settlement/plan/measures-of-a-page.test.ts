import { expect, test } from 'vitest';
import { dayNumber, dayOf } from '../../calendar/index.ts';
import { readContract } from '../../contract/index.ts';
import { fraction, one, zero } from '../../money/index.ts';
import { formatProblems } from '../../problem/index.ts';
import type { WholePlan } from './plan.ts';
import { planOf } from './plan-of.ts';

const dated = `## Clock and endings

| period   | from       | to         |
| -------- | ---------- | ---------- |
| cohort A | 2027-04-01 | 2027-09-30 |
| cohort B | 2027-10-01 | 2028-08-31 |
`;

/** The plan of a page with these measures, from 1 April 2027 to 30 September 2028. */
function wholeOf(measures: string): WholePlan {
  const page = `# Page

Northshire Council buys this, in pounds sterling, from 1 April 2027 to 30 September 2028.
Written in Outturn 1.

## People

| group   | who      |
| ------- | -------- |
| leaving | everyone |

## Facts

| fact             | shape                                | recorded by |
| ---------------- | ------------------------------------ | ----------- |
| housed           | occurrence                           | anyone      |
| level 1, level 2 | levels, lowest first                 | anyone      |
| worry            | score from 0 to 40, lower is better  | anyone      |
| earnings         | occurrence with money                | anyone      |

## Outcomes

| outcome                              | leaving |
| ------------------------------------ | ------: |
| **Settled**: housed, once per person |    £220 |

## Measures

${measures}

${dated}
## Examples

### Nobody

Pays nothing.
`;
  const { contract, problems } = readContract(page);
  expect(formatProblems(problems)).toBe('');
  const plan = planOf([contract]);
  const whole = plan.ok ? plan.value.versions[0]?.whole : undefined;
  if (whole === undefined) throw new Error('the page has measures');
  return whole;
}

const days = (cohorts: WholePlan['measures'][number]['cohorts'] = []) =>
  cohorts.map(({ name, first, last, takenOn }) => [name, ...[first, last, takenOn].map(dayOf)]);

const share =
  'the share of those referred in each year who achieve Settled, for each provider, within 6 ' +
  'months of their referral, taken 6 months after the cohort ends, those whose outcome is not ' +
  'known left out';

test('a share of each year is taken so long after each, the last year cut to the contract', () => {
  const [measure] = wholeOf(`- **Success**: ${share}.`).measures;
  expect(measure).toMatchObject({
    clause: 'Measures/Success',
    wording: share,
    core: { is: 'share', outcomes: ['Settled'] },
    of: 'referred',
    per: 'provider',
    within: { count: 6, unit: 'month' },
    unknown: 'left out',
  });
  expect(days(measure?.cohorts)).toStrictEqual([
    ['2027-04-01', '2027-04-01', '2028-03-31', '2028-09-30'],
    ['2028-04-01', '2028-04-01', '2028-09-30', '2029-03-31'],
  ]);
});

test('measures come after every outcome, in the order of the page', () => {
  const whole = wholeOf(`- **Success**: ${share}.
- **Level**: the share of those referred in each year with level 1 or above, for each provider, presumed unless recorded, taken when the cohort ends.
- Level pays £100 for each cohort in which it is at least 50%.
- Success pays £100 for each cohort in which it is at least 50%.`);
  expect(whole.measures.map(({ order }) => order)).toStrictEqual([1000, 1001]);
  expect(whole.measures[1]?.core).toStrictEqual({
    is: 'share with',
    kinds: ['level 1', 'level 2'],
  });
  expect(
    whole.measurePayments.map(({ measure, order, to }) => [measure, order, to.is]),
  ).toStrictEqual([
    ['Level', 1000, 'own'],
    ['Success', 1001, 'own'],
  ]);
});

test('a fall as a percentage of another period is against the people of that period', () => {
  const { measures } = wholeOf(
    '- **Earned less**: the mean of earnings of those attached in cohort B, for the programme, ' +
      'by the complete record of payslips, taken on 1 January 2029, measured as the percentage by which it falls below that of ' +
      'cohort A.\n- **Calmer**: the mean change in worry of those attached over the whole ' +
      'contract, for each provider, taken when the cohort ends, measured as a percentage of 2.5.',
  );
  const [earned, calmer] = measures;
  const cohort = {
    name: 'cohort A',
    first: dayNumber('2027-04-01'),
    last: dayNumber('2027-09-30'),
  };
  expect(earned?.core).toStrictEqual({
    is: 'mean',
    kinds: ['earnings'],
    completeSource: 'payslips',
  });
  expect(earned?.against).toStrictEqual({
    how: 'fall below',
    value: { is: 'cohort', cohort },
    relative: true,
  });
  expect(days(earned?.cohorts)).toStrictEqual([
    ['cohort B', '2027-10-01', '2028-08-31', '2029-01-01'],
  ]);
  expect(calmer?.core).toStrictEqual({ is: 'mean change', kind: 'worry', better: 'lower' });
  expect(calmer?.against).toStrictEqual({
    how: 'share of',
    value: { is: 'number', number: fraction(5n, 2n) },
    relative: false,
  });
});

test('a weighted measure is of the people of its parts, and taken when the last of them is', () => {
  const { measures } = wholeOf(`- **Index**: the sum of 80% of Success and 20% of Level.
- **Success**: ${share}.
- **Level**: the share of those referred in each year with level 2, for each provider, presumed unless recorded, taken when the cohort ends.`);
  const [index, success] = measures;
  expect(index?.core).toStrictEqual({
    is: 'weighted',
    parts: [
      { measure: 'Success', weight: fraction(4n, 5n) },
      { measure: 'Level', weight: fraction(1n, 5n) },
    ],
  });
  expect(index?.cohorts).toStrictEqual(success?.cohorts);
  expect([index?.of, index?.per]).toStrictEqual(['referred', 'provider']);
});

const estimate = (who: string) =>
  `as estimated by ${who} for those referred over the whole contract, for the programme, ` +
  'counting the low end of its interval';

test('a schedule is its rows, in minor units, with points of a hundredth in proportion', () => {
  const { measures, measurePayments } = wholeOf(`- **Fewer jail days**: ${estimate('an evaluator')}.

| **Fewer jail days** | pays                                            |
| ------------------- | ----------------------------------------------- |
| under 20%           | £0                                              |
| 20% to under 30%    | £160,000 for each whole point                   |
| 30% to under 65%    | £4,800,000 and £38,000 for each point above 30% |
| 65% or more         | £6,130,000                                      |

- 60% of what Fewer jail days pays goes to Bright Futures.
- 40% of what Fewer jail days pays goes to Open Door.`);
  const point = fraction(1n, 100n);
  const [two, three, six] = [20n, 30n, 65n].map((percent) => fraction(percent, 100n));
  expect(measures[0]?.core).toStrictEqual({ is: 'estimated', bound: 'low' });
  expect(measures[0]?.inPercent).toBe(true);
  expect(measurePayments[0]?.pays).toStrictEqual({
    is: 'rows',
    rows: [
      { under: two, amount: zero },
      {
        least: two,
        under: three,
        amount: zero,
        each: { amount: fraction(16_000_000n), unit: point, above: zero, whole: true },
      },
      {
        least: three,
        under: six,
        amount: fraction(480_000_000n),
        each: { amount: fraction(3_800_000n), unit: point, above: three, whole: false },
      },
      { least: six, amount: fraction(613_000_000n) },
    ],
  });
  expect(measurePayments[0]?.to).toStrictEqual({
    is: 'shares',
    shares: [
      { provider: 'Bright Futures', share: fraction(3n, 5n) },
      { provider: 'Open Door', share: fraction(2n, 5n) },
    ],
  });
});

test('what is paid for each one, above a share, of an avoided cost, and by a second test', () => {
  const { measures, measurePayments } = wholeOf(`- **Gains**: ${estimate('one')}.
- **Gains again**: ${estimate('another')}.
- **Jobs**: the number of Settled achieved by those referred in each year, for the programme, taken when the cohort ends, those whose outcome is not known left out.
- Gains pays £43.16 for each one above 10, whole ones alone.
- Gains pays 35% of an avoided cost of £120 for each one, parts in proportion.
- Jobs pays £1,000 for each one above 5.5% of those in the cohort, whole ones alone.
- Jobs pays £500 for each one fewer than 1.9 for each of those in the cohort, parts in proportion.
- Gains again pays £500 for each cohort of Jobs not paid before, if it is at least 7.5%.
- What Gains pays is shared equally among the providers.
- What Gains again pays is shared equally among the providers.
- What Jobs pays is shared by the attachments of each.`);
  expect(measures.map(({ inPercent = false }) => inPercent)).toStrictEqual([false, true, false]);
  expect(measurePayments.map(({ measure, pays, to }) => [measure, pays, to.is])).toStrictEqual([
    [
      'Gains',
      {
        is: 'rows',
        rows: [
          {
            amount: zero,
            each: { amount: fraction(4316n), unit: one, above: fraction(10n), whole: true },
          },
        ],
      },
      'equally',
    ],
    [
      'Gains',
      {
        is: 'rows',
        rows: [
          { amount: zero, each: { amount: fraction(4200n), unit: one, above: zero, whole: false } },
        ],
      },
      'equally',
    ],
    [
      'Jobs',
      {
        is: 'each one beyond',
        side: 'above',
        mark: { is: 'share', value: fraction(11n, 200n) },
        amount: fraction(100_000n),
        whole: true,
      },
      'by attachments',
    ],
    [
      'Jobs',
      {
        is: 'each one beyond',
        side: 'below',
        mark: { is: 'number', value: fraction(19n, 10n) },
        amount: fraction(50_000n),
        whole: false,
      },
      'by attachments',
    ],
    [
      'Gains again',
      {
        is: 'each cohort unpaid',
        of: 'Jobs',
        least: fraction(3n, 40n),
        amount: fraction(50_000n),
      },
      'equally',
    ],
  ]);
});

test('a gate names outcomes and measures apart, and whether as much is enough', () => {
  const { gates } = wholeOf(`- **Success**: ${share}.
- **Poor**: the share of those referred in each year having area=poor, for each provider, taken when the cohort ends.
- Nothing is paid for Settled and Success unless Poor is more than 65%.`);
  expect(gates).toStrictEqual([
    {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: ['Success'],
      measure: 'Poor',
      least: fraction(13n, 20n),
      strictly: true,
    },
  ]);
});
