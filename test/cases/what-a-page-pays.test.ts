import { describe, expect, test } from 'vitest';
import { tryExamples } from '../../src/cases/index.ts';
import { readContract } from '../../src/contract/index.ts';
import { formatProblems } from '../../src/problem/index.ts';

// From the words of a page to the money: each price, addition and limit that a page can say, with
// a sum worked out by hand. What the words mean where a page is silent is tested in settlement.

type Said = Readonly<{
  /** A row of the rate card with its price, or several. */
  outcomes: string | readonly string[];
  /** What heads the columns of prices. */
  columns?: string;
  /** Sentences beside the rate card. */
  beside?: string;
  /** Sections with their sentences, such as "Prices: …". */
  terms?: readonly string[];
  /** Days and what happened, besides one attachment to Acorn on 1 May 2027. */
  happened: readonly string[];
  attached?: string;
  pays: string;
}>;

function page(said: Said): string {
  const columns = said.columns ?? 'price';
  const rows = typeof said.outcomes === 'string' ? [said.outcomes] : said.outcomes;
  return [
    '# Trial',
    'Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.\n' +
      'Written in Outturn 1.',
    '## People',
    '| group | who |\n| --- | --- |\n| young | the young |\n| older | all others |',
    '## Facts',
    [
      '| fact | shape | recorded by |\n| --- | --- | --- |',
      '| housed | spell | the landlord |',
      '| working | spell with hours a week | payroll |',
      '| in custody | spell | the prison |',
      '| level 1, level 2, level 3 | levels, lowest first | the college |',
      '| goals | score from 0 to 40, higher is better | the person |',
      '| tutoring | occurrence with hours | the college |',
    ].join('\n'),
    '## Outcomes',
    [`| outcome | ${columns} |`, `| --- |${columns.replace(/[^|]+/g, ' --- ')}|`, ...rows].join(
      '\n',
    ),
    ...(said.beside ? [said.beside] : []),
    ...(said.terms ?? []).map((term) => term.replace(/^([^:]+): /, '## $1\n\n- ')),
    '## Examples\n\n### Sam',
    [
      '| day | what happened |\n| --- | --- |',
      said.attached ?? '| 2027-05-01 | attached to Acorn as young |',
      ...said.happened.map((each) => `| ${each.replace(' ', ' | ')} |`),
    ].join('\n'),
    `Pays ${said.pays}.`,
  ].join('\n\n');
}

type Case = readonly [rule: string, said: Said];

function pays(cases: readonly Case[]): void {
  test.each(cases)('%s', (_, said) => {
    const read = readContract(page(said), 'page.md');
    expect(formatProblems(read.problems)).toBe('');
    expect(formatProblems(tryExamples([read]).problems)).toBe('');
  });
}

const levels = '| **L**: level 1 or above, any number of times per person | £100 |';
const level2 = '| **L**: level 2, once per person | £100 |';

describe('prices', () => {
  pays([
    [
      'index × deadweight × discount × the largest uplift that fits, once, and one rounding',
      {
        outcomes: '| **L**: level 2, once per person | £1,000.01 |',
        terms: [
          'Prices: Prices stand at 103.2% of the rate card in year 2.\n' +
            '- 1/6 of every outcome would have happened anyway.\n' +
            "- Each provider's discount is taken from every outcome.\n" +
            '- 20% more is paid for participants with care=yes.\n' +
            '- 10% more is paid for participants with home=none.',
        ],
        attached: '| 2027-05-01 | attached to Acorn as young with care=yes and home=none |',
        happened: ['2027-04-01 discount of 6% by Acorn', '2028-05-01 level 2'],
        // 1,000.01 × 1.032 × 5/6 × 0.94 × 1.2 = 970.0897008
        pays: '£970.09: £970.09 for L on 2028-05-01',
      },
    ],
    [
      'a discount is the latest of the provider on or before the day, from the year that is said',
      {
        outcomes: levels,
        terms: ["Prices: Each provider's discount is taken from every outcome from year 2."],
        happened: [
          '2027-04-01 discount of 10% by Acorn',
          '2028-06-01 discount of 20% by Acorn',
          '2028-03-31 level 1',
          '2028-04-01 level 1',
          '2028-06-01 level 1',
        ],
        pays: '£270: £100 for L on 2028-03-31, £90 for L on 2028-04-01, £80 for L on 2028-06-01',
      },
    ],
    [
      'index × deadweight × the largest uplift that fits, once, and one rounding',
      {
        outcomes: '| **L**: level 2, once per person | £1,000.01 |',
        terms: [
          'Prices: Prices stand at 103.2% of the rate card in year 2.\n' +
            '- 1/6 of every outcome would have happened anyway.\n' +
            '- 20% more is paid for participants with care=yes.\n' +
            '- 10% more is paid for participants with home=none.',
        ],
        attached: '| 2027-05-01 | attached to Acorn as young with care=yes and home=none |',
        happened: ['2028-05-01 level 2'],
        // 1,000.01 × 1.032 × 5/6 × 1.2 = 1,032.01032
        pays: '£1,032.01: £1,032.01 for L on 2028-05-01',
      },
    ],
    [
      'a share of the price by year follows the attachment for a fee of attachment',
      {
        outcomes: '| **A**: attached, once per attachment | £400 |',
        terms: ['Prices: A pays 75% of its price in year 2.\n- A pays 50% of its price in year 3.'],
        attached: '| 2029-05-01 | attached to Acorn as young |',
        happened: [],
        pays: '£200: £200 for A on 2029-05-01',
      },
    ],
    [
      'a column for a characteristic goes before the price of all others, wherever it stands',
      {
        columns: 'price | area=Leeds',
        outcomes: '| **L**: level 2, once per person | £70 | £100 |',
        attached: '| 2027-05-01 | attached to Acorn as young with area=Leeds |',
        happened: ['2027-06-01 level 2'],
        pays: '£100: £100 for L on 2027-06-01',
      },
    ],
    [
      'a price of a group may differ by year',
      {
        columns: 'young, year 1 | young, from year 2 | older',
        outcomes: levels.replace('| £100 |', '| £70 | £80 | £100 |'),
        happened: ['2028-03-31 level 1', '2028-04-01 level 1'],
        pays: '£150: £70 for L on 2028-03-31, £80 for L on 2028-04-01',
      },
    ],
    [
      'tiers of a score pay once, at the best score so far, compared exactly',
      {
        outcomes: [
          '| **G**: goals improves by at least 5, once per person | |',
          '| at 5 to under 10 | £100 |',
          '| at 10 or more | £300 |',
        ],
        happened: ['2027-05-02 goals of 10', '2027-07-02 goals of 16', '2027-09-02 goals of 20'],
        pays: '£300: £300 for G on 2027-09-02',
      },
    ],
    [
      'a share for a contributor is a line of its own, and both together are the line',
      {
        outcomes: '| **L**: level 2, once per person | £100.05 |',
        terms: ['Prices: 10% of L is paid to Northshire College.'],
        happened: ['2027-06-01 level 2'],
        pays: '£100.05: £100.05 for L on 2027-06-01',
      },
    ],
    [
      'each unit of a value is paid, in one line for each fact, rounded once',
      {
        outcomes: '| **H**: each hour of tutoring | £30.01 |',
        happened: ['2027-05-02 tutoring of 2.5 hours', '2027-05-03 tutoring of 1 hours'],
        pays: '£105.04: £75.03 for H on 2027-05-02, £30.01 for H on 2027-05-03',
      },
    ],
    [
      'each day is paid in one line a month, and the running total is rounded',
      {
        outcomes: '| **D**: each day housed, less days in custody | £0.335 |',
        attached: '| 2027-05-29 | attached to Acorn as young |',
        happened: ['2027-05-29 housed to 4 June 2027', '2027-06-02 in custody to 2 June 2027'],
        pays: '£2.01: £1.01 for D on 2027-05-31, £1 for D on 2027-06-04',
      },
    ],
  ]);
});

describe('additions', () => {
  pays([
    [
      'less days by the complete record: only days of which the source is complete count',
      {
        outcomes:
          '| **D**: each day housed, less days in custody by the complete record of the prison | £1 |',
        happened: [
          '2027-05-01 housed to 20 May 2027',
          '2027-05-01 record of in custody by the prison complete to 10 May 2027',
        ],
        pays: '£10: £10 for D on 2027-05-10',
      },
    ],
    [
      'each day without: the days of the window that are not in the state',
      {
        outcomes:
          '| **D**: each day without in custody within 30 days of attachment, presumed unless recorded | £1 |',
        happened: ['2027-05-05 in custody to 6 May 2027'],
        pays: '£28: £28 for D on 2027-05-30',
      },
    ],
    [
      'only spells whose value is at least the bound count, and two that overlap count once',
      {
        outcomes:
          '| **W**: working of at least 16 hours a week for 4 weeks in total, once per person | £100 |',
        happened: [
          '2027-05-01 working of 16 hours a week to 14 May 2027',
          '2027-05-10 working of 40 hours a week to 14 May 2027',
          '2027-05-20 working of 15.9 hours a week to 10 June 2027',
          '2027-06-08 working of 30 hours a week to 21 June 2027',
        ],
        pays: '£100: £100 for W on 2027-06-21',
      },
    ],
    [
      'partial: the longest run pays its share of the length, once the window has closed',
      {
        outcomes:
          '| **S**: housed for 26 weeks in one go within 52 weeks of attachment, or from 13 weeks in proportion if it ends early, once per person | £182 |',
        happened: ['2027-05-01 housed to 8 August 2027'],
        pays: '£100: £100 for S on 2027-08-08',
      },
    ],
    [
      'counted once: nothing before the mark, and the days before it when it is reached',
      {
        outcomes: [
          '| **S**: housed for 4 weeks in one go, once per person | £10 |',
          '| **D**: each day housed, counted once S is achieved | £1 |',
        ],
        happened: ['2027-05-01 housed to 28 May 2027'],
        pays: '£38: £10 for S on 2027-05-28, £28 for D on 2027-05-28',
      },
    ],
    [
      'between: it opens on the day after the first length has passed',
      {
        outcomes:
          '| **S**: housed for 4 weeks in one go, between 12 months and 18 months of attachment, once per person | £100 |',
        happened: ['2028-04-01 housed to 28 May 2028'],
        pays: '£100: £100 for S on 2028-05-28',
      },
    ],
    [
      'from, to and by: days outside do not count',
      {
        outcomes: [
          '| **L**: level 2 from 1 September 2027 to 31 August 2028, once per person | £100 |',
          '| **M**: level 3 by 31 August 2027, once per person | £10 |',
        ],
        happened: ['2027-08-31 level 2', '2028-08-31 level 2', '2027-09-01 level 3'],
        pays: '£100: £100 for L on 2028-08-31',
      },
    ],
    [
      'in a period: its first and its last day count',
      {
        outcomes: '| **L**: level 1 in summer term, any number of times per person | £100 |',
        terms: [
          'Clock and endings: Taking part has no end.\n\n| period | from | to |\n| --- | --- | --- |\n| summer term | 2028-04-17 | 2028-07-21 |',
        ],
        happened: [
          '2028-04-16 level 1',
          '2028-04-17 level 1',
          '2028-07-21 level 1',
          '2028-07-22 level 1',
        ],
        pays: '£200: 2 × £100 for L on 2028-04-17 and 2028-07-21',
      },
    ],
    [
      'all of and any of: the day of the last, and of the first',
      {
        outcomes: [
          level2.replace('£100', '£0'),
          '| **G**: goals reaches 30, once per person | £0 |',
          '| **B**: all of L and G, once per person | £100 |',
          '| **E**: any of L and G, once per person | £10 |',
        ],
        happened: ['2027-06-01 level 2', '2027-07-01 goals of 30'],
        pays: '£110: £10 for E on 2027-06-01, £100 for B on 2027-07-01',
      },
    ],
    [
      'a share of the first score: from 10, 60% better is 16',
      {
        outcomes:
          '| **G**: goals improves by at least 60% of the first score, once per person | £100 |',
        happened: ['2027-05-02 goals of 10', '2027-07-02 goals of 15.9', '2027-08-02 goals of 16'],
        pays: '£100: £100 for G on 2027-08-02',
      },
    ],
    [
      'known within: the length begins on the day of the outcome',
      {
        outcomes: '| **L**: level 1, any number of times per person, known within 1 month | £100 |',
        happened: [
          '2027-05-10 level 1, known 9 June 2027',
          '2027-07-10 level 1, known 10 August 2027',
        ],
        pays: '£100: £100 for L on 2027-05-10',
      },
    ],
  ]);
});

describe('what does not happen in a period, or between two days', () => {
  const row = (window: string) => `| **Free**: no in custody ${window}, once per person | £100 |`;
  const spring = 'Clock and endings: Taking part has no end.';
  const dated =
    '\n\n| period | from | to |\n| --- | --- | --- |\n| spring 2028 | 2028-03-01 | 2028-05-31 |';
  const record = '2027-05-01 record of in custody by the prison complete to 30 June 2028';
  const by = 'by the complete record of the prison';
  pays([
    [
      'in a period of the page',
      {
        outcomes: row(`in spring 2028, ${by}`),
        terms: [spring + dated],
        happened: ['2027-06-01 in custody to 29 February 2028', record],
        pays: '£100: £100 for Free on 2028-05-31',
      },
    ],
    [
      'from one day to another, and one day in it is too many',
      {
        outcomes: row('from 1 March 2028 to 31 May 2028, presumed unless recorded'),
        happened: ['2028-05-31 in custody to 31 May 2028'],
        pays: 'nothing',
      },
    ],
    [
      'of one who came in the middle, from that day',
      {
        outcomes: row('from 1 March 2027 to 31 May 2027, presumed unless recorded'),
        happened: [],
        pays: '£100: £100 for Free on 2027-05-31',
      },
    ],
    [
      'of one who came after it, nothing counts',
      {
        outcomes: row('from 1 April 2027 to 30 April 2027, presumed unless recorded'),
        happened: [],
        pays: 'nothing',
      },
    ],
    [
      'not known until the record is complete to the last day',
      {
        outcomes: row(`in spring 2028, ${by}`),
        terms: [spring + dated],
        happened: ['2027-05-01 record of in custody by the prison complete to 30 May 2028'],
        pays: 'nothing',
      },
    ],
  ]);
});

describe('whose, routes and limits', () => {
  pays([
    [
      'a second referral pays the attachment again, a second attachment of one referral does not',
      {
        outcomes: '| **R**: attached, once per referral | £311 |',
        attached: '| 2027-05-01 | referred to Acorn |',
        happened: [
          '2027-05-10 attached to Acorn as young',
          '2027-06-09 left Acorn',
          '2027-07-05 attached to Beacon as young',
          '2028-05-09 left Beacon',
          '2028-06-01 referred to Acorn',
          '2028-06-05 attached to Acorn as young',
        ],
        pays: '£622: 2 × £311 for R on 2027-05-10 and 2028-06-05',
      },
    ],
    [
      'the group is that of the attachment to which the outcome falls',
      {
        columns: 'young | older',
        outcomes: levels.replace('| £100 |', '| £100 | £300 |'),
        happened: [
          '2027-06-01 level 1',
          '2027-06-30 left Acorn',
          '2027-07-05 level 1',
          '2027-07-10 attached to Acorn as older',
          '2027-07-10 level 1',
        ],
        pays: '£500: £100 for L on 2027-06-01, £100 for L on 2027-07-05, £300 for L on 2027-07-10',
      },
    ],
    [
      'either … or: the set that is worth more is paid',
      {
        outcomes: [
          '| **L**: level 1, once per person | £100 |',
          '| **M**: level 2, once per person | £100 |',
          '| **G**: goals reaches 30, once per person | £150 |',
        ],
        beside: '- Either L and M, or G, never both.',
        happened: ['2027-06-01 goals of 31', '2027-07-01 level 1', '2027-08-01 level 2'],
        pays: '£200: £100 for L on 2027-07-01, £100 for M on 2027-08-01',
      },
    ],
    [
      'what takes the place of another pays the difference, before the limit',
      {
        outcomes: [level2, '| **M**: level 3, once per person, taking the place of L | £400 |'],
        terms: ['Limits: No more than £350 is paid per person.'],
        happened: ['2027-06-01 level 2', '2027-07-01 level 3'],
        pays: '£350: £100 for L on 2027-06-01, £250 for M on 2027-07-01',
      },
    ],
    [
      'a limit in each year takes the year of the day of the outcome',
      {
        outcomes: levels,
        terms: ['Limits: No more than £150 is paid per person in each year.'],
        happened: [
          '2027-06-01 level 1',
          '2028-03-31 level 1, known 1 June 2028',
          '2028-04-01 level 1, known 1 June 2028',
        ],
        pays: '£250: £100 for L on 2027-06-01, £50 for L on 2028-03-31, £100 for L on 2028-04-01',
      },
    ],
    [
      'two limits: the least that either has left',
      {
        outcomes: [levels, '| **G**: goals reaches 5, once per person | £100 |'],
        terms: [
          'Limits: No more than £150 is paid per person for L.\n- No more than £230 is paid per person.',
        ],
        happened: ['2027-06-01 level 1', '2027-06-02 goals of 9', '2027-07-01 level 1'],
        pays: '£230: £100 for L on 2027-06-01, £100 for G on 2027-06-02, £30 for L on 2027-07-01',
      },
    ],
    [
      'a limit in each year that is shared in proportion is so when the year closes',
      {
        outcomes: [levels, '| **G**: goals reaches 5, once per person | £300 |'],
        terms: [
          'Limits: No more than £200 is paid in each year, shared in proportion to what is earned.',
        ],
        happened: ['2027-06-01 level 1', '2027-06-02 goals of 9', '2028-04-01 level 1'],
        pays: '£300: £50 for L on 2027-06-01, £150 for G on 2027-06-02, £100 for L on 2028-04-01',
      },
    ],
    [
      'a first-come limit may stand beside it over the same lines',
      {
        outcomes: [levels, '| **G**: goals reaches 5, once per person | £300 |'],
        terms: [
          'Limits: No more than £200 is paid in all, shared in proportion to what is earned.\n' +
            '- No more than £180 is paid in all.',
        ],
        happened: ['2027-06-01 level 1', '2027-06-02 goals of 9'],
        pays: '£180: £50 for L on 2027-06-01, £130 for G on 2027-06-02',
      },
    ],
  ]);
});
