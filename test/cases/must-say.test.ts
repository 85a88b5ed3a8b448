import { describe, expect, test } from 'vitest';
import { readContract } from '../../src/contract/index.ts';

// "What the words mean on every page": where the page must say something, silence is a problem;
// where a default holds, silence is none. Each test is named after its rule.

const opening = [
  'Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.',
  'Written in Outturn 1.',
];

type Said = Readonly<{
  opening?: readonly string[];
  outcome?: string;
  prices?: readonly string[];
  sections?: string;
}>;

function page(said: Said): string {
  const price = said.prices?.some((row) => /^\| (at|first) /.test(row)) ? '–' : '£220';
  return [
    '# Leaving care well',
    (said.opening ?? opening).join('\n'),
    '## People',
    '| group | who |\n| --- | --- |\n| leaving | people leaving care |',
    '## Facts',
    [
      '| fact | shape | recorded by |',
      '| --- | --- | --- |',
      '| in settled housing | spell | the landlord |',
      '| reconviction | occurrence | the police |',
      '| goals score | score from 0 to 40, higher is better | the person |',
    ].join('\n'),
    '## Outcomes',
    [
      '| outcome | leaving |',
      '| --- | ---: |',
      `| **Settled**: ${said.outcome ?? 'in settled housing, once per person'} | ${price} |`,
      ...(said.prices ?? []),
    ].join('\n'),
    ...(said.sections ? [said.sections] : []),
    '## Examples\n\n### Nothing happens',
    '| day | what happened |\n| --- | --- |\n| 2027-05-04 | attached to Bright Futures |',
    'Pays nothing.',
  ].join('\n\n');
}

function codes(said: Said): string[] {
  return readContract(page(said)).problems.map(({ code }) => code);
}

test('a page may be silent on years, windows, rounding, the unit and whose an outcome is', () => {
  expect(codes({})).toEqual([]);
});

const measure = (definition: string, more = ''): Said => ({
  sections: `## Measures\n\n- **Success**: ${definition}.${more}`,
});
const people = 'the share of those attached in each year who achieve Settled';
const visits = 'the share of those attached in each year with reconviction';
const each = 'for each provider';
const all = 'for the programme';
const taken = 'taken 12 months after the cohort ends';
const unknown = 'those whose outcome is not known left out';
const estimate = `as estimated by the evaluator for those attached in each year, ${all}`;
const pays = '\n- Success pays £1,000 for each cohort in which it is at least 50%.';
const shared = '\n- What Success pays is shared equally among the providers.';
const whole = measure([people, each, taken, unknown].join(', '));
const schedule = (rows: readonly string[]) =>
  measure(
    [people, each, taken, unknown].join(', '),
    `\n\n| **Success** | pays |\n| --- | --- |\n${rows.join('\n')}`,
  );

/** Of each rule: what it is, the problem, a page that is silent, and one that says it. */
const ofMeasures: readonly (readonly [string, string, Said, Said])[] = [
  [
    'which people a measure is of, and in which cohorts',
    'measure.definition_not_understood',
    measure(`the share who achieve Settled, ${each}, ${taken}, ${unknown}`),
    whole,
  ],
  [
    'whether a measure is for each provider or the programme',
    'measure.for_whom_not_said',
    measure([people, taken, unknown].join(', ')),
    whole,
  ],
  [
    'on what day a measure is taken',
    'measure.day_not_said',
    measure([people, each, unknown].join(', ')),
    whole,
  ],
  [
    'what those not known count as',
    'measure.not_known_not_said',
    measure([people, each, taken].join(', ')),
    whole,
  ],
  [
    'by whose complete record facts are counted, or that what is not recorded did not happen',
    'measure.rests_on_no_record',
    measure([visits, each, taken].join(', ')),
    measure([visits, each, 'presumed unless recorded', taken].join(', ')),
  ],
  [
    'whether an estimate or a bound of it counts',
    'measure.bound_not_said',
    measure(estimate),
    measure(`${estimate}, counting the low end of its interval`),
  ],
  [
    'whom a measure of the programme pays',
    'measure.payee_not_said',
    measure([people, all, taken, unknown].join(', '), pays),
    measure([people, all, taken, unknown].join(', '), pays + shared),
  ],
  [
    'what a measure pays at every value: rows leave no gap',
    'measure.rows_do_not_meet',
    schedule(['| under 40% | £0 |', '| 50% or more | £1,000 |']),
    schedule(['| under 40% | £0 |', '| 40% or more | £1,000 |']),
  ],
  [
    'what a measure pays at the lowest and highest values',
    'measure.rows_leave_out_values',
    schedule(['| under 40% | £0 |', '| 40% to under 50% | £1,000 |']),
    schedule(['| under 40% | £0 |', '| 40% or more | £1,000 |']),
  ],
];

describe('must say', () => {
  type Rule = readonly [rule: string, code: string, pages: readonly [silent: Said, said: Said]];
  const ownPrice =
    '## Prices\n\n- The bands of Settled count what each provider achieves over the whole ' +
    'contract, each at its own price.';
  const given: readonly (readonly [string, string, Said, Said])[] = [
    [
      'who buys, in which currency, from when to when',
      'opening.buyer_missing',
      { opening: opening.slice(1) },
      {},
    ],
    [
      'the version of the language',
      'opening.language_missing',
      { opening: opening.slice(0, 1) },
      {},
    ],
    [
      'the place whose working days are counted',
      'calendar.working_days_not_said',
      { sections: '## Payment\n\n- A claim not decided in 15 working days counts as verified.' },
      {
        opening: [...opening, 'Working days are those of England.'],
        sections: '## Payment\n\n- A claim not decided in 15 working days counts as verified.',
      },
    ],
    [
      'the place of working days in the definition of an outcome',
      'calendar.working_days_not_said',
      {
        outcome: 'in settled housing within 20 working days of attachment, once per person',
      },
      {
        opening: [...opening, 'Working days are those of Scotland.'],
        outcome: 'in settled housing within 20 working days of attachment, once per person',
      },
    ],
    [
      'within what an outcome is counted: no bare once',
      'outcome.once_of_what',
      { outcome: 'in settled housing, once' },
      { outcome: 'in settled housing, once per attachment' },
    ],
    [
      'how often an outcome can be achieved',
      'outcome.times_not_said',
      { outcome: 'in settled housing for 13 weeks in one go' },
      { outcome: 'in settled housing for 13 weeks in one go, up to 5 times per person' },
    ],
    [
      'whether an outcome is claimed or worked out, and from what',
      'outcome.without_definition',
      { prices: ['| **Safe** | £100 |'] },
      { prices: ['| **Safe**: claimed, once per person | £100 |'] },
    ],
    [
      'the source on which an absence rests, or that it is presumed',
      'outcome.absence_rests_on_nothing',
      { outcome: 'no reconviction within 12 months of attachment, once per person' },
      {
        outcome:
          'no reconviction within 12 months of attachment, by the complete record of the ' +
          'police, once per person',
      },
    ],
    [
      'the length of time in which something does not happen',
      'outcome.absence_without_window',
      { outcome: 'no reconviction, presumed unless recorded, once per person' },
      {
        outcome:
          'no reconviction within 12 months of attachment, presumed unless recorded, once per ' +
          'person',
      },
    ],
    [
      'the threshold of a reliable change',
      'outcome.reliable_change_without_threshold',
      { outcome: 'reliable change in goals score, once per person' },
      { outcome: 'reliable change in goals score of at least 6, once per person' },
    ],
    [
      'what is paid at every value: tiers leave no gap and no overlap',
      'rate_card.tiers_do_not_meet',
      {
        outcome: 'goals score improves by at least 5, once per person',
        prices: ['| at 5 to under 10 | £100 |', '| at 12 or more | £200 |'],
      },
      {
        outcome: 'goals score improves by at least 5, once per person',
        prices: ['| at 5 to under 10 | £100 |', '| at 10 or more | £200 |'],
      },
    ],
    [
      'what happens when the sum that may be spent runs out',
      'payment.end_of_money_not_said',
      { opening: [...opening, 'It may spend £2,250,000 in all.'] },
      {
        opening: [...opening, 'It may spend £2,250,000 in all.'],
        sections:
          '## Payment\n\n- Nothing is reserved; what is earned beyond the sum that may be spent ' +
          'is not paid.',
      },
    ],
    [
      'what bands count, for whom, over which time, and which price holds',
      'prices.bands_not_said',
      { prices: ['| first 100 | £220 |', '| all further | £110 |'] },
      {
        prices: ['| first 100 | £220 |', '| all further | £110 |'],
        sections:
          '## Prices\n\n- The bands of Settled count what all providers achieve together in each ' +
          'year, all at the price of the band reached.',
      },
    ],
    [
      'what is paid at every number: the last band has no end',
      'rate_card.bands_without_end',
      { prices: ['| first 100 | £220 |', '| next 50 | £110 |'], sections: ownPrice },
      { prices: ['| first 100 | £220 |', '| all further | £0 |'], sections: ownPrice },
    ],
    [
      "who pays what is beyond a payer's limit",
      'payment.beyond_not_said',
      { sections: '## Payment\n\n- The commissioner pays no more than £90,000.' },
      {
        sections:
          '## Payment\n\n- The commissioner pays no more than £90,000; what is beyond is not paid.',
      },
    ],
  ];

  const rules = [...given, ...ofMeasures].map(
    ([rule, code, ...pages]): Rule => [rule, code, pages],
  );

  test.each(rules)('%s (%s)', (_, code, [silent, said]) => {
    expect(codes(silent)).toEqual([code]);
    expect(codes(said)).toEqual([]);
  });

  test('of a spell without an end, when it became known', () => {
    const spell = (row: string) =>
      readContract(
        page({}).replace(
          'attached to Bright Futures |',
          `attached to Bright Futures |\n| 2027-05-10 | ${row} |`,
        ),
      ).problems.map(({ code }) => code);
    expect(spell('in settled housing')).toEqual(['example.row_of_other_shape']);
    expect(spell('in settled housing with no end yet, known 1 March 2028')).toEqual([]);
  });
});

test('two ways of ending the money, or none besides a sum, cannot both hold', () => {
  const both =
    '## Payment\n\n- Each attachment reserves £2,400; nobody is referred when none is left.\n' +
    '- Nothing is reserved; what is earned beyond the sum that may be spent is not paid.';
  expect(codes({ sections: both })).toEqual(['sentence.said_otherwise']);
});

test('two limits over the same lines cannot both hold, unless only one is shared in proportion', () => {
  const limits = (...said: readonly string[]) =>
    codes({ sections: `## Limits\n\n${said.map((each) => `- ${each}`).join('\n')}` });
  const shared = (most: string) =>
    `No more than ${most} is paid in all, shared in proportion to what is earned.`;
  expect(limits(shared('£900'), 'No more than £800 is paid in all.')).toEqual([]);
  expect(limits(shared('£900'), shared('£800'))).toEqual(['sentence.said_otherwise']);
});

test('a measure has one schedule, and pays by one rule to whom it pays', () => {
  const rows = ['| under 40% | £0 |', '| 40% or more | £1,000 |'];
  const twice = schedule([...rows, '', '| **Success** | pays |', '| --- | --- |', ...rows]);
  expect(codes(twice)).toEqual(['sentence.said_otherwise']);
  const otherwise = '\n- What Success pays is shared by the attachments of each.';
  const both = measure([people, all, taken, unknown].join(', '), pays + shared + otherwise);
  expect(codes(both)).toEqual(['sentence.said_otherwise']);
});

test('a warning that the page waives, with its reason, is not shown; an error cannot be waived', () => {
  const waiver = (code: string) =>
    `## Learning\n\n- The warning ${code} is waived, because the law asks for it.`;
  const bare = page({}).replace(/## Examples[\s\S]*/, '');
  const shown = (text: string) => readContract(text).problems.map(({ code }) => code);
  expect(shown(bare)).toEqual(['page.no_worked_example']);
  expect(shown(`${bare}\n${waiver('page.no_worked_example')}\n`)).toEqual([]);
  const silent = { opening: opening.slice(0, 1), sections: waiver('opening.language_missing') };
  expect(codes(silent)).toEqual(['opening.language_missing']);
});

test('payment within 30 days is a promise that a page can make in any unit, and no later one', () => {
  const settled = (within: string) =>
    codes({
      opening: [...opening, 'Working days are those of England.'],
      sections: `## Payment\n\n- Outcomes are settled monthly and paid within ${within}.`,
    });
  for (const within of ['30 days', '4 weeks', '20 working days']) {
    expect(settled(within)).toEqual([]);
  }
  for (const within of ['31 days', '5 weeks', '1 month', '22 working days', '1 year']) {
    expect(settled(within)).toEqual(['payment.later_than_thirty_days']);
  }
});
