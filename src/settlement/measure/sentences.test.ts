// Why, of docs/settlement.md step 4: a number says of whom it is, what was counted and against what.
import { describe, expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aCohort,
  aMeasure,
  firstYear,
  measuredBy,
  people,
  percent,
  toTheFirst,
} from '../../../test/support/makers/measures.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction, parseDecimal } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Against, MeasureCore, MeasurePlan } from '../plan/measure-plan.ts';
import type { Attachment } from '../whose/roster.ts';

const later = asAt('2031-01-01');

/** Settled is "level 2", Work is "job"; of four people three achieve Settled. */
function said(
  measures: readonly MeasurePlan[],
  facts: readonly Fact[],
  day = later,
): readonly string[] {
  const work = anOutcome({ name: 'Work', condition: { is: 'happens', kinds: ['job'] } });
  const plan = aPlan([anOutcome(), work], { whole: aWhole({ measures }) });
  return measuredBy(plan, facts, day).values.at(-1)?.explain() ?? [];
}

const four = people(4, '2027-05-01', { with: ['poor', 'young'] });
const achieved = [...four, ...toTheFirst(3, ['level 2', '2027-06-01'])];
const visits = (count: number) => toTheFirst(count, ['visit', '2027-06-01']);
const valued = (participant: string, day: Day, value: string, kind = 'score') =>
  happened(kind, day, { id: `${kind} ${participant} ${day}`, participant, value });

describe('What was counted, of how many', () => {
  const of = (core: MeasureCore, facts: readonly Fact[]) => said([aMeasure({ core })], facts);
  const outcomes = ['Settled', 'Work'];
  const kinds = ['visit', 'arrest'];
  const hours = [
    ...four,
    valued('P001', '2027-06-01', '2.5', 'hours'),
    valued('P002', '2027-06-01', '3', 'minutes'),
  ];
  const changes = [
    ...four,
    valued('P001', '2027-06-01', '10'),
    valued('P001', '2027-07-01', '16'),
    valued('P002', '2027-06-01', '10'),
    valued('P002', '2027-07-01', '11'),
  ];

  test.each<[string, string, MeasureCore, readonly Fact[]]>([
    [
      '"Settled" or "Work" counts 3, for 4 people.',
      'It comes to 3.',
      { is: 'number', outcomes },
      achieved,
    ],
    [
      '3 of 4 people achieved "Settled" or "Work".',
      'It comes to 75%.',
      { is: 'share', outcomes },
      achieved,
    ],
    [
      '"Settled" or "Work" counts 3 in it, for 4 people.',
      'It comes to 75%.',
      { is: 'rate', outcomes },
      achieved,
    ],
    [
      '1 of 4 people has "visit" or "arrest".',
      'It comes to 25%.',
      { is: 'share with', kinds },
      [...four, ...visits(1)],
    ],
    [
      '2 of 4 people have "visit" or "arrest".',
      'It comes to 50%.',
      { is: 'share with', kinds },
      [...four, ...visits(2)],
    ],
    [
      '"visit" or "arrest" is recorded once, of 4 people.',
      'It comes to 0.25.',
      { is: 'per head', kinds },
      [...four, ...visits(1)],
    ],
    [
      '"visit" or "arrest" is recorded 2 times, of 4 people.',
      'It comes to 0.5.',
      { is: 'per head', kinds },
      [...four, ...visits(2)],
    ],
    [
      '"visit" or "arrest" is recorded 2 times, of 2 people with any.',
      'It comes to 1.',
      { is: 'per one with any', kinds },
      [...four, ...visits(2)],
    ],
    [
      '"visit" or "arrest" is recorded once, of 1 person with any.',
      'It comes to 1.',
      { is: 'per one with any', kinds },
      [...four, ...visits(1)],
    ],
    [
      '4 of 4 people have poor and young.',
      'It comes to 100%.',
      { is: 'share having', with: ['poor', 'young'] },
      four,
    ],
    [
      'The values of "hours" and "minutes" add up to 5.5, of 4 people.',
      'It comes to 5.5.',
      { is: 'total', kinds: ['hours', 'minutes'] },
      hours,
    ],
    [
      'The values of "hours" and "minutes" add up to 5.5, of 4 people.',
      'It comes to 1.375.',
      { is: 'mean', kinds: ['hours', 'minutes'] },
      hours,
    ],
    [
      'The changes in "score" add up to 7, of 2 people.',
      'It comes to 3.5.',
      { is: 'mean change', kind: 'score', better: 'higher' },
      changes.slice(4).concat(people(2, '2027-05-01')),
    ],
  ])('%s %s', (counted, comes, core, facts) => {
    expect(of(core, facts).slice(2)).toEqual([counted, comes]);
  });

  test('a number of nobody says so, and is not known', () => {
    expect(of({ is: 'share', outcomes: ['Settled'] }, [])).toEqual([
      'Settling: as the page says.',
      'It is taken on 31 March 2028 of those attached from 1 April 2027 to 31 March 2028.',
      'Nobody is counted.',
      'So it is not known.',
    ]);
  });

  test('people of whom none has any are people all the same', () => {
    expect(of({ is: 'per one with any', kinds }, four).slice(2)).toEqual([
      '"visit" or "arrest" is recorded 0 times, of 0 people with any.',
      'So it is not known.',
    ]);
  });

  test('whose second score is no other than the first is known once it is', () => {
    const second = { ...valued('P001', '2027-07-01', '10'), known: dayNumber('2028-09-01') };
    const facts = [...people(1, '2027-05-01'), valued('P001', '2027-06-01', '10'), second];
    expect(of({ is: 'mean change', kind: 'score', better: 'higher' }, facts).slice(2)).toEqual([
      'The changes in "score" add up to 0, of 1 person.',
      'It comes to 0.',
    ]);
  });

  test('what never ends in decimals is said to four places as well', () => {
    const three = [...people(3, '2027-05-01'), ...visits(2)];
    expect(of({ is: 'share with', kinds }, three).at(-1)).toBe('It comes to 2/3, about 66.6667%.');
    expect(of({ is: 'per head', kinds }, three).at(-1)).toBe('It comes to 2/3, about 0.6667.');
  });
});

describe('Of whom, and when', () => {
  test('before the day on which it is taken, and known, no number is told', () => {
    const early = [
      'Settling: as the page says.',
      'It is not known before 31 March 2028, when it is taken of those attached from ' +
        '1 April 2027 to 31 March 2028.',
    ];
    expect(said([aMeasure()], achieved, asAt('2028-03-30'))).toEqual(early);
    expect(said([aMeasure()], achieved, asAt('2028-03-31', '2028-03-30'))).toEqual(early);
    expect(said([aMeasure()], achieved, asAt('2028-03-30', '2028-03-31'))).toEqual(early);
    expect(said([aMeasure()], achieved, asAt('2028-03-31')).at(-1)).toBe('It comes to 75%.');
  });

  test('a number of one provider says whose people it is of', () => {
    expect(said([aMeasure({ per: 'provider', of: 'referred' })], achieved)[1]).toBe(
      'It is taken on 31 March 2028 of those referred to Bright Futures from 1 April 2027 to ' +
        '31 March 2028.',
    );
  });
});

describe('People of whom it is not known', () => {
  const claims = (count: number) =>
    toTheFirst(count, ['level 2', '2027-06-01'], { prefix: 'P', state: 'claimed' });

  test.each<[string, string, 1 | 2, MeasurePlan['unknown']]>([
    ['1 person, who is left out', '0 of 3 people', 1, 'left out'],
    ['1 person, who counts as not', '0 of 4 people', 1, 'not'],
    ['2 people, who are left out', '0 of 2 people', 2, 'left out'],
    ['2 people, who count as not', '0 of 4 people', 2, 'not'],
  ])('%s: %s', (whom, of, count, unknown) => {
    expect(said([aMeasure({ unknown })], [...four, ...claims(count)]).slice(2)).toEqual([
      `It is not known of ${whom}.`,
      `${of} achieved "Settled".`,
      'It comes to 0%.',
    ]);
  });

  test('where nobody is left of whom it is known, that is said', () => {
    expect(
      said([aMeasure({ unknown: 'left out' })], [...people(1, '2027-05-01'), ...claims(1)]).slice(
        2,
      ),
    ).toEqual([
      'It is not known of 1 person, who is left out.',
      '0 of 0 people achieved "Settled".',
      'So it is not known.',
    ]);
  });
});

describe('Against what', () => {
  const half = { is: 'number', number: fraction(1, 2) } as const;
  const against = (how: Against['how'], relative = false): MeasurePlan =>
    aMeasure({ against: { how, value: half, relative } });

  test.each<[string, string, MeasurePlan]>([
    ['how far it is above', '25%', against('rise above')],
    ['how far it is above, as a share of it', '50%', against('rise above', true)],
    ['how far it is below', '-25%', against('fall below')],
    ['how far it is below, as a share of it', '-50%', against('fall below', true)],
    ['as a share of it', '150%', against('share of')],
  ])('three quarters against a half: %s is %s', (how, comes, measure) => {
    expect(said([measure], achieved).slice(3)).toEqual([
      'That is 75%.',
      `It is compared with 50%: ${how}.`,
      `It comes to ${comes}.`,
    ]);
  });

  test('a number per head against another is said as it is, its fall in per cent', () => {
    const measure = aMeasure({
      core: { is: 'per head', kinds: ['visit'] },
      against: { how: 'fall below', value: { is: 'number', number: fraction(2) }, relative: true },
    });
    expect(said([measure], [...four, ...visits(4)]).slice(3)).toEqual([
      'That is 1.',
      'It is compared with 2: how far it is below, as a share of it.',
      'It comes to 50%.',
    ]);
  });

  const now = [...people(4, '2028-05-01'), ...toTheFirst(4, ['visit', '2028-06-01'])];
  const earlier = aMeasure({
    core: { is: 'per head', kinds: ['visit'] },
    cohorts: [aCohort('2028-04-01', '2029-03-31')],
    against: { how: 'rise above', value: { is: 'cohort', cohort: firstYear }, relative: false },
  });

  test('the same number of another cohort is named by its days, and may be not known', () => {
    const then = people(2, '2027-05-01', { prefix: 'Q' });
    expect(said([earlier], [...now, ...then]).slice(3)).toEqual([
      'That is 1.',
      'It is compared with 0, that of 1 April 2027 to 31 March 2028: how far it is above.',
      'It comes to 1.',
    ]);
    expect(said([earlier], now).slice(3)).toEqual([
      'What it is compared with is not known.',
      'So it is not known.',
    ]);
  });

  test('of a number that is not known itself no comparison is told', () => {
    expect(said([against('rise above')], []).slice(2)).toEqual([
      'Nobody is counted.',
      'So it is not known.',
    ]);
  });
});

describe('What others have signed', () => {
  const saved = (bound: 'value' | 'low' | 'high') =>
    aMeasure({ name: 'Saved', core: { is: 'estimated', bound }, inPercent: true });
  const signed = (words: Partial<Fact> = {}): Fact => {
    const value = parseDecimal('0.2');
    assert(value, 'a number');
    const fact = ofProvider('Saved', '2029-01-31', { id: 'E1', value, ...words });
    const { provider: _, ...rest } = fact;
    return rest;
  };

  test('whose estimate it is, and which bound of it the page names', () => {
    const low = { low: fraction(1, 10), signer: 'Dr Rao' };
    expect(said([saved('value')], [signed()])[2]).toBe('By E1, the estimate is 20%.');
    expect(said([saved('low')], [signed(low)])[2]).toBe(
      'By E1, signed by Dr Rao, its low bound is 10%.',
    );
    expect(said([saved('high')], [signed(low)]).slice(2)).toEqual([
      'E1, signed by Dr Rao does not give its high bound.',
      'So it is not known.',
    ]);
    expect(said([saved('value')], []).slice(2)).toEqual([
      'No verified estimate of it is known.',
      'So it is not known.',
    ]);
  });

  test('a weighted sum tells each part and its number', () => {
    const parts = [
      { measure: 'Saved', weight: fraction(2, 3) },
      { measure: 'Settling', weight: percent('25%') },
    ];
    const together = (words: Partial<MeasurePlan> = {}) => [
      saved('value'),
      aMeasure(words),
      aMeasure({ name: 'Together', core: { is: 'weighted', parts }, ...words }),
    ];
    // 2/3 of 1/5 and 1/4 of 3/4: 32/240 and 45/240.
    expect(said(together(), [...achieved, signed()]).slice(2)).toEqual([
      '2/3 of it is Saved, which is 20%.',
      '25% of it is Settling, which is 75%.',
      'It comes to 77/240, about 0.3208.',
    ]);
    expect(said(together(), achieved).slice(2)).toEqual([
      '2/3 of it is Saved, which is not known.',
      '25% of it is Settling, which is 75%.',
      'So it is not known.',
    ]);
    expect(said(together({ per: 'provider' }), [...achieved, signed()]).slice(2, 4)).toEqual([
      '2/3 of it is Saved, which is 20%.',
      '25% of it is Settling, which is 75%.',
    ]);
  });

  test('a weighted sum of each provider has its own number of some parts, and that of all of others', () => {
    const per = 'provider';
    const parts = [
      { measure: 'Settling', weight: percent('50%') },
      { measure: 'Poor', weight: percent('50%') },
    ];
    const measures = [
      aMeasure({ per }),
      aMeasure({ name: 'Poor', core: { is: 'share having', with: ['poor'] } }),
      aMeasure({ name: 'Together', core: { is: 'weighted', parts }, per }),
    ];
    const others = people(4, '2027-05-01', { prefix: 'Q', provider: 'Anchor' });
    expect(said(measures, [...achieved, ...others]).slice(2)).toEqual([
      '50% of it is Settling, which is 75%.',
      '50% of it is Poor, which is 50%.',
      'It comes to 0.625.',
    ]);
  });
});

test('a gate tells what it asks, of what number, and when it was passed', () => {
  const enrolled = aMeasure({ name: 'Enrolled', core: { is: 'share having', with: ['poor'] } });
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: [],
    measure: 'Enrolled',
    least: percent('65%'),
    strictly: false,
  };
  const over = (day: Day, words: Partial<typeof gate> = {}) => {
    const gates = [{ ...gate, ...words }];
    const plan = aPlan([anOutcome()], { whole: aWhole({ measures: [enrolled], gates }) });
    const [version] = plan.versions;
    assert(version, 'a plan has a version');
    const attachment = {
      id: 'A1',
      day: dayNumber(day),
      provider: 'Bright Futures',
      referral: { id: 'A1', day: dayNumber(day) },
    } as unknown as Attachment;
    const { gateOver } = measuredBy(plan, four, later);
    return gateOver({ outcome: 'Settled', version, attachment })?.explain() ?? [];
  };
  expect(over('2027-05-01')).toEqual([
    'It is paid only if Enrolled is at least 65% (Measures/gate).',
    'Enrolled: as the page says.',
    'It is taken on 31 March 2028 of those attached from 1 April 2027 to 31 March 2028.',
    '4 of 4 people have poor.',
    'It comes to 100%.',
    'The gate was passed on 31 March 2028.',
  ]);
  expect(over('2027-05-01', { strictly: true, least: fraction(1) })).toEqual([
    'It is paid only if Enrolled is more than 100% (Measures/gate).',
    'Enrolled: as the page says.',
    'It is taken on 31 March 2028 of those attached from 1 April 2027 to 31 March 2028.',
    '4 of 4 people have poor.',
    'It comes to 100%.',
  ]);
  expect(over('2029-05-01')).toEqual([
    'It is paid only if Enrolled is at least 0.65 (Measures/gate).',
    'No cohort of Enrolled is the one of this line.',
  ]);
});
