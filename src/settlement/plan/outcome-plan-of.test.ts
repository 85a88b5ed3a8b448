// What a sentence of the rate card says, as the engine runs it (docs/language.md, Outcomes).
import { describe, expect, test } from 'vitest';
import { aVersionOf, getOutcome, type PageWords } from '../../../test/support/makers/page.ts';
import { length, pounds } from '../../../test/support/makers/plan.ts';
import { dayNumber } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import type { Condition, OutcomePlan, WindowPlan } from './plan.ts';

const settled = '**Settled**: housed, once per person | £220';

/** The plan of an outcome called X, beside Settled. */
function outcomeOf(definition: string, words: PageWords = {}, price = '£100'): OutcomePlan {
  const rows = ['outcome | leaving', settled, `**X**: ${definition} | ${price}`];
  const opening = ['Working days are those of England.'];
  return getOutcome(aVersionOf({ rows, opening, ...words }), 'X');
}

describe('what an outcome is', () => {
  test.each<[string, Condition]>([
    ['housed, once per person', { is: 'happens', kinds: ['housed'] }],
    ['level 2 or above, once per person', { is: 'happens', kinds: ['level 2', 'level 3'] }],
    ['claimed, once per person', { is: 'happens', kinds: ['X'] }],
    [
      'housed for 13 weeks in one go, once per person',
      { is: 'lasts', kinds: ['housed'], less: [], length: length('13 weeks'), how: 'in one go' },
    ],
    [
      'employment of at least 16 hours a week for 26 weeks in total, less days in jail, ' +
        'once per person',
      {
        is: 'lasts',
        kinds: ['employment'],
        less: ['in jail'],
        length: length('26 weeks'),
        how: 'in total',
        atLeast: { least: fraction(16n), strictly: false },
      },
    ],
    [
      'employment of more than 8 and under 16 hours a week for 4 weeks in one go with gaps of up ' +
        'to 3 days, less days in jail by the complete record of the police, once per person',
      {
        is: 'lasts',
        kinds: ['employment'],
        less: ['in jail'],
        lessCompleteSource: 'the police',
        length: length('4 weeks'),
        how: 'in one go',
        atLeast: { least: fraction(8n), strictly: true, under: fraction(16n) },
        gapMax: length('3 days'),
      },
    ],
    [
      'each day housed, less days in jail',
      { is: 'each day', kinds: ['housed'], less: ['in jail'] },
    ],
    [
      'each day employment of at least 16 hours a week, less days in jail by the complete record ' +
        'of the police, counted once Settled is achieved',
      {
        is: 'each day',
        kinds: ['employment'],
        less: ['in jail'],
        lessCompleteSource: 'the police',
        atLeast: { least: fraction(16n), strictly: false },
        onceReached: 'Settled',
      },
    ],
    [
      'each day without in jail within 18 months of referral, by the complete record of the police',
      {
        is: 'each day',
        everyDay: true,
        kinds: [],
        less: ['in jail'],
        lessCompleteSource: 'the police',
      },
    ],
    [
      'each day without in jail while attached, presumed unless recorded, counted once Settled ' +
        'is achieved',
      { is: 'each day', everyDay: true, kinds: [], less: ['in jail'], onceReached: 'Settled' },
    ],
    ['each hour of tutoring', { is: 'each unit', kinds: ['tutoring'] }],
    [
      'no in jail within 12 months of attachment, by the complete record of the police, once per ' +
        'person',
      { is: 'absent', kinds: ['in jail'], completeSource: 'the police', presumed: false },
    ],
    [
      'no in jail within 12 months of attachment, presumed unless recorded, once per person',
      { is: 'absent', kinds: ['in jail'], presumed: true },
    ],
    [
      'earnings adding up to £3,350, once per person',
      { is: 'adds up', kinds: ['earnings'], amount: fraction(3350n), perWeek: false },
    ],
    [
      'wage adding up to £3,350, once per person',
      { is: 'adds up', kinds: ['wage'], amount: fraction(3350n), perWeek: true },
    ],
    ['all of Settled and Y, once per person', { is: 'all of', outcomes: ['Settled', 'Y'] }],
    ['any of Settled and Y, once per person', { is: 'any of', outcomes: ['Settled', 'Y'] }],
    [
      'worry reaches 12.5, once per person',
      { is: 'scores', kind: 'worry', least: fraction(25n, 2n), better: 'lower' },
    ],
    [
      'hope reaches 12, once per person',
      { is: 'scores', kind: 'hope', least: fraction(12n), better: 'higher' },
    ],
    [
      'worry improves by at least 60% of the first score, once per person',
      { is: 'improves', kind: 'worry', by: fraction(3n, 5n), ofFirst: true, better: 'lower' },
    ],
    [
      'hope improves by at least 10, once per person',
      { is: 'improves', kind: 'hope', by: fraction(10n), better: 'higher' },
    ],
    [
      'reliable change in worry of at least 6, once per person',
      { is: 'improves', kind: 'worry', by: fraction(6n), better: 'lower' },
    ],
  ])('%s', (definition, condition) => {
    const y = '**Y**: level 1, once per person | £1';
    const rows = ['outcome | leaving', settled, y, `**X**: ${definition} | £100`];
    expect(getOutcome(aVersionOf({ rows }), 'X').condition).toEqual(condition);
  });

  test('what differs by group is taken from the row of the rate card that holds it', () => {
    const rows = [
      'outcome | young | older',
      '**Job**: employment for *time* in total within *window* of attachment, up to *often* times per person' +
        ' | £400 | £600',
      '**Better**: hope improves by at least *by*, once per person | £1 | £2',
      '**Earned**: earnings adding up to *sum*, once per person | £1 | £2',
      '**Fewer**: tutoring adding up to *hours*, once per person | £1 | £2',
      '*time* | 26 weeks | 13 weeks',
      '*window* | 52 weeks | 26 weeks',
      '*often* | 3 times | once',
      '*by* | 4 | 5.5',
      '*sum* | £900 | £800.50',
      '*hours* | 10 hours | 20 hours',
      '*most* | £1,000 | £2,000.50',
    ];
    const said = { Limits: ['No more than *most* is paid per person.'] };
    const version = aVersionOf({ groups: ['young', 'older'], rows, said });
    const shown = (group: string) => {
      const job = getOutcome(version, 'Job', group);
      const of = (name: string) => getOutcome(version, name, group).condition;
      const most = version.groups.get(group)?.limits.map((limit) => limit.most);
      return [
        job.condition,
        job.window?.length,
        job.times,
        of('Better'),
        of('Earned'),
        of('Fewer'),
        most,
      ];
    };
    expect(shown('young')).toMatchObject([
      { length: length('26 weeks') },
      length('52 weeks'),
      3,
      { by: fraction(4n) },
      { amount: fraction(900n) },
      { amount: fraction(10n) },
      [pounds(1000)],
    ]);
    expect(shown('older')).toMatchObject([
      { length: length('13 weeks') },
      length('26 weeks'),
      1,
      { by: fraction(11n, 2n) },
      { amount: fraction(1601n, 2n) },
      { amount: fraction(20n) },
      [fraction(200_050n)],
    ]);
  });
});

describe('on which days it must happen', () => {
  const onTheDay = { starts: 'on the day' } as const;
  const contract = { is: 'contract' } as const;
  const plain = ({ working, ...window }: WindowPlan) => window;

  test.each<[string, Partial<WindowPlan>]>([
    [
      'within 52 weeks of attachment',
      { anchor: { is: 'attachment' }, ...onTheDay, length: length('52 weeks') },
    ],
    [
      'within 6 months of referral',
      { anchor: { is: 'referral' }, ...onTheDay, length: length('6 months') },
    ],
    [
      'within 6 months of in jail',
      { anchor: { is: 'kind', kind: 'in jail' }, ...onTheDay, length: length('6 months') },
    ],
    [
      'between 12 months and 18 months of attachment',
      {
        anchor: { is: 'attachment' },
        ...onTheDay,
        opensAfter: length('12 months'),
        length: length('18 months'),
      },
    ],
    ['after Settled', { anchor: { is: 'outcome', outcome: 'Settled' }, starts: 'the next day' }],
    ['by 31 August 2029', { anchor: contract, ...onTheDay, lastDay: dayNumber('2029-08-31') }],
    ['from 1 September 2028', { anchor: contract, ...onTheDay, firstDay: dayNumber('2028-09-01') }],
    [
      'from 1 September 2028 to 31 August 2029',
      {
        anchor: contract,
        ...onTheDay,
        firstDay: dayNumber('2028-09-01'),
        lastDay: dayNumber('2029-08-31'),
      },
    ],
    [
      'in summer term',
      {
        anchor: contract,
        ...onTheDay,
        firstDay: dayNumber('2028-04-17'),
        lastDay: dayNumber('2028-07-21'),
      },
    ],
  ])('level 2 %s', (words, window) => {
    const periods = [
      'spring term | 2028-01-08 | 2028-03-31',
      'summer term | 2028-04-17 | 2028-07-21',
    ];
    const found = outcomeOf(`level 2 ${words}, once per person`, { periods }).window;
    expect(found && plain(found)).toEqual(window);
  });

  test('without words of a window there is none', () => {
    expect(outcomeOf('level 2, once per person')).not.toHaveProperty('window');
  });

  test('working days are those of the place that the page names', () => {
    const words = 'level 2 within 10 working days of attachment, once per person';
    const isWorkingDay = outcomeOf(words).window?.working;
    expect(isWorkingDay).toBeDefined();
    const bare = outcomeOf('level 2 within 10 weeks of attachment, once per person', {
      opening: [],
    });
    expect(bare.window).not.toHaveProperty('working');
  });
});

describe('how often, after what, and what else', () => {
  test.each<[string, Partial<OutcomePlan>]>([
    ['housed, once per person', { times: 1, scope: 'participant' }],
    ['housed, up to 5 times per attachment', { times: 5, scope: 'attachment' }],
    ['housed, any number of times per referral', { times: 'any', scope: 'referral' }],
    ['each day housed', { times: 'any', scope: 'participant' }],
    ['housed, while attached, once per person', { whileAttached: true }],
    [
      'housed, once per person',
      { onlyAfter: [], takesThePlaceOf: [], states: ['verified'], clause: 'Outcomes/X', order: 1 },
    ],
    ['housed, once per person, only after Settled', { onlyAfter: ['Settled'] }],
    ['housed, once per person, taking the place of Settled', { takesThePlaceOf: ['Settled'] }],
    [
      'housed, once per person, counting facts still claimed or waiting',
      { states: ['verified', 'claimed', 'waiting'] },
    ],
    ['housed, once per person, known within 6 months', { knownWithin: length('6 months') }],
    [
      'housed for 26 weeks in one go within 52 weeks of attachment, or from 13 weeks in ' +
        'proportion if it ends early, once per person',
      { partialFrom: length('13 weeks') },
    ],
  ])('%s', (definition, plan) => {
    const found = outcomeOf(definition);
    for (const [key, value] of Object.entries(plan)) {
      expect(found[key as keyof OutcomePlan]).toEqual(value);
    }
  });

  test('what a page does not say of an outcome is not in its plan', () => {
    const found = outcomeOf('housed, once per person');
    for (const key of ['whileAttached', 'partialFrom', 'knownWithin', 'window']) {
      expect(found).not.toHaveProperty(key);
    }
  });

  test('the wording is that of the page', () => {
    expect(outcomeOf('housed, once per person').wording).toBe('housed, once per person');
  });

  test('pauses are of every outcome or of those named, each kind once', () => {
    const clock = [
      'Time in hospital pauses every outcome.',
      'Time in hospital or in jail pauses X.',
      'Time employment pauses Settled.',
    ];
    const said = { 'Clock and endings': clock };
    expect(outcomeOf('housed, once per person', { said }).pausedBy).toEqual([
      'in hospital',
      'in jail',
    ]);
    const version = aVersionOf({ said: { 'Clock and endings': clock.slice(0, 1) } });
    expect(getOutcome(version, 'Settled').pausedBy).toEqual(['in hospital']);
  });

  test('an outcome without a price for a group is none that it can earn; its place on the page stays', () => {
    const rows = [
      'outcome | young | older',
      '**First**: level 1, once per person | £1 | –',
      '**Second**: level 2, once per person | – | £2',
      '**Third**: level 3, once per person | £3 | £4',
    ];
    const { groups } = aVersionOf({ groups: ['young', 'older'], rows });
    const shown = (group: string) =>
      groups.get(group)?.outcomes.map(({ name, order }) => `${order} ${name}`);
    expect(shown('young')).toEqual(['0 First', '2 Third']);
    expect(shown('older')).toEqual(['1 Second', '2 Third']);
  });
});
