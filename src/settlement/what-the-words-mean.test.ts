// One test for each default of DESIGN section 3, "What the words mean on every page", that concerns
// the engine; the numbers are the steps of docs/settlement.md.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../test/support/makers/facts.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  pounds,
  settledFor,
  within,
} from '../../test/support/makers/plan.ts';
import { daysOf, linesOf, notPaidOf, statusesOf } from '../../test/support/makers/shown.ts';
import { dayNumber, workingDaysOf } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { owed } from './index.ts';

const end = asAt('2030-01-01');
const onlySettled = (text: string, more = {}) =>
  aPlan([anOutcome({ condition: settledFor(text), times: 'any', ...more })]);

describe('Days', () => {
  test('a spell includes its first and its last day (step 2)', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-10', to: '2027-05-16' }),
    ];
    expect(daysOf(onlySettled('7 days'), facts, end)).toEqual(['2027-05-16']);
    expect(daysOf(onlySettled('8 days'), facts, end)).toEqual([]);
  });

  test('a day counts once, however many spells cover it (step 2)', () => {
    const plan = aPlan([anOutcome({ condition: settledFor('10 days', { how: 'in total' }) })]);
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-10', to: '2027-05-16' }, { id: 'S1' }),
      spell('settled', { from: '2027-05-13', to: '2027-05-18' }, { id: 'S2' }),
    ];
    expect(daysOf(plan, facts, end)).toEqual([]);
    const more = [...facts, spell('settled', { from: '2027-06-01', to: '2027-06-01' })];
    expect(daysOf(plan, more, end)).toEqual(['2027-06-01']);
  });

  test('a day also in an excluded state does not count, and in one go it breaks the run', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-01', to: '2027-05-14' }),
      spell('custody', { from: '2027-05-05', to: '2027-05-05' }),
    ];
    const less = ['custody'];
    const total = anOutcome({ condition: settledFor('7 days', { how: 'in total', less }) });
    expect(daysOf(aPlan([total]), facts, end)).toEqual(['2027-05-08']);
    const inOneGo = anOutcome({ condition: settledFor('7 days', { less }) });
    expect(daysOf(aPlan([inOneGo]), facts, end)).toEqual(['2027-05-12']);
  });
});

describe('Lengths', () => {
  test('13 weeks from 15 August 2011 is 13 November 2011', () => {
    const plan = planFrom([aVersion([anOutcome({ condition: settledFor('13 weeks') })])], {
      startsOn: '2011-06-01',
      endsOn: '2016-05-31',
    });
    const facts = [
      attached('2011-06-01'),
      spell('settled', { from: '2011-08-15', to: '2012-01-01' }),
    ];
    expect(daysOf(plan, facts, asAt('2012-01-01'))).toEqual(['2011-11-13']);
  });

  test('months end on the day before the same date, or on the last day of a month too short', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-08-31', to: '2028-08-31' }),
    ];
    expect(daysOf(onlySettled('6 months'), facts, end)).toEqual(['2028-02-29', '2028-08-31']);
    const plan = onlySettled('1 month', { times: 1 });
    const second = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-16', to: '2027-08-31' }),
    ];
    expect(daysOf(plan, second, end)).toEqual(['2027-06-15']);
  });

  test('the months of each repeat are reckoned from its own first day', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2028-01-31', to: '2028-04-30' }),
    ];
    expect(daysOf(onlySettled('1 month'), facts, end)).toEqual([
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
  });
});

describe('Windows', () => {
  const once = (window: ReturnType<typeof within>) => aPlan([anOutcome({ window })]);
  const on = (day: '2027-05-01' | '2027-05-07' | '2027-05-08') => [
    attached('2027-05-01'),
    happened('level 2', day),
  ];

  test('within N of X: the day of X is the first day of N', () => {
    const plan = once(within('1 week'));
    expect(daysOf(plan, on('2027-05-01'), end)).toEqual(['2027-05-01']);
    expect(daysOf(plan, on('2027-05-07'), end)).toEqual(['2027-05-07']);
    expect(daysOf(plan, on('2027-05-08'), end)).toEqual([]);
  });

  test('after X: from the next day', () => {
    const plan = once({ anchor: { is: 'attachment' }, starts: 'the next day' });
    expect(daysOf(plan, on('2027-05-01'), end)).toEqual([]);
    expect(daysOf(plan, on('2027-05-07'), end)).toEqual(['2027-05-07']);
  });

  test('between M and N of X meets within M, and both are counted from X', () => {
    const plan = once(within('2 weeks', { opensAfter: length('1 week') }));
    expect(daysOf(plan, on('2027-05-07'), end)).toEqual([]);
    expect(daysOf(plan, on('2027-05-08'), end)).toEqual(['2027-05-08']);
    const late = [attached('2027-05-01'), happened('level 2', '2027-05-15')];
    expect(daysOf(plan, late, end)).toEqual([]);
  });

  test('spells are cut to the window', () => {
    const plan = onlySettled('7 days', { window: within('10 days') });
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-04-20', to: '2027-05-30' }),
    ];
    expect(daysOf(plan, facts, end)).toEqual(['2027-05-07']);
  });

  test('working days are those of a named place', () => {
    const working = workingDaysOf('England');
    const window = within('5 working days', working ? { working } : {});
    const facts = [attached('2027-05-28'), happened('level 2', '2027-06-04')];
    expect(daysOf(once(window), facts, end)).toEqual(['2027-06-04']);
    const later = [attached('2027-05-28'), happened('level 2', '2027-06-05')];
    expect(daysOf(once(window), later, end)).toEqual([]);
  });

  test('an outcome without a window is not yet due until the programme ends', () => {
    const plan = aPlan([anOutcome()]);
    const facts = [attached('2027-05-01')];
    expect(statusesOf(owed(plan, facts, asAt('2032-03-30')))).toEqual({ notYetDue: 1 });
    expect(statusesOf(owed(plan, facts, asAt('2032-03-31')))).toEqual({ notAchieved: 1 });
  });

  test('the year of a price is that of the outcome, or of the attachment where the page says so', () => {
    const rows = [
      { with: [], years: { first: 1, last: 1 }, price: pounds(400) },
      { with: [], years: { first: 2, last: 5 }, price: pounds(300) },
    ];
    const facts = [attached('2027-05-01'), happened('level 2', '2028-04-01')];
    const by = (yearOf: 'outcome' | 'attachment') =>
      owed(aPlan([anOutcome({ price: { rows, yearOf } })]), facts, end).total;
    expect(by('outcome')).toBe(30000n);
    expect(by('attachment')).toBe(40000n);
  });
});

test('Taking part: the day on which a part ends limits no outcome', () => {
  const facts = [
    attached('2027-05-01'),
    happened('left', '2027-06-01'),
    happened('level 2', '2033-01-01'),
  ];
  expect(daysOf(aPlan([anOutcome()]), facts, asAt('2034-01-01'))).toEqual(['2033-01-01']);
  const outside = [attached('2032-04-01'), happened('level 2', '2032-05-01')];
  expect(daysOf(aPlan([anOutcome()]), outside, asAt('2034-01-01'))).toEqual([]);
});

describe('In one go, in total, paused', () => {
  const broken = [
    attached('2027-05-01'),
    spell('settled', { from: '2027-05-01', to: '2027-05-06' }, { id: 'S1' }),
    spell('settled', { from: '2027-05-09', to: '2027-05-16' }, { id: 'S2' }),
  ];

  test('in one go: no day missing, and a broken run starts again at nothing', () => {
    expect(daysOf(onlySettled('8 days'), broken, end)).toEqual(['2027-05-16']);
  });

  test('with gaps of up to N days: a gap neither breaks the run nor counts', () => {
    const withGaps = (days: string) =>
      aPlan([anOutcome({ condition: settledFor('8 days', { gapMax: length(days) }) })]);
    expect(daysOf(withGaps('2 days'), broken, end)).toEqual(['2027-05-10']);
    expect(daysOf(withGaps('1 day'), broken, end)).toEqual(['2027-05-16']);
  });

  test('in total: all days added', () => {
    const condition = settledFor('8 days', { how: 'in total' });
    expect(daysOf(aPlan([anOutcome({ condition })]), broken, end)).toEqual(['2027-05-10']);
  });

  test('a day serves one repeat, and repeats follow each other', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-01', to: '2027-05-22' }),
    ];
    expect(daysOf(onlySettled('7 days', { times: 5 }), facts, end)).toEqual([
      '2027-05-07',
      '2027-05-14',
      '2027-05-21',
    ]);
    expect(daysOf(onlySettled('7 days', { times: 2 }), facts, end)).toHaveLength(2);
  });

  test('paused days neither count nor break', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-01', to: '2027-05-30' }),
      spell('hospital', { from: '2027-05-04', to: '2027-05-08' }),
    ];
    expect(daysOf(onlySettled('7 days', { pausedBy: ['hospital'], times: 1 }), facts, end)).toEqual(
      ['2027-05-12'],
    );
    const away = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-01', to: '2027-05-03' }, { id: 'S1' }),
      spell('hospital', { from: '2027-05-04', to: '2027-05-08' }),
      spell('settled', { from: '2027-05-09', to: '2027-05-20' }, { id: 'S2' }),
    ];
    expect(daysOf(onlySettled('7 days', { pausedBy: ['hospital'], times: 1 }), away, end)).toEqual([
      '2027-05-12',
    ]);
  });

  test('windows lengthen by paused days, also by those in what was added', () => {
    const plan = aPlan([anOutcome({ pausedBy: ['hospital'], window: within('10 days') })]);
    const paused = [
      attached('2027-05-01'),
      spell('hospital', { from: '2027-05-08', to: '2027-05-11' }),
      spell('hospital', { from: '2027-05-13', to: '2027-05-13' }, { id: 'H2' }),
    ];
    const on = (day: '2027-05-15' | '2027-05-16') =>
      daysOf(plan, [...paused, happened('level 2', day)], end);
    expect(on('2027-05-15')).toEqual(['2027-05-15']);
    expect(on('2027-05-16')).toEqual([]);
  });
});

describe('Sums', () => {
  const reach = (amount: number, perWeek: boolean) =>
    aPlan([
      anOutcome({
        condition: { is: 'adds up', kinds: ['pay'], amount: fraction(amount), perWeek },
        times: 2,
      }),
    ]);

  test('sums add values over the window, on the last day of each', () => {
    const facts = [
      attached('2027-05-01'),
      happened('pay', '2027-05-10', { value: '100', id: 'P1' }),
      spell('pay', { from: '2027-05-11', to: '2027-05-20' }, { value: '150.50', id: 'P2' }),
    ];
    expect(daysOf(reach(250, false), facts, end)).toEqual(['2027-05-20']);
    expect(daysOf(reach(251, false), facts, end)).toEqual([]);
    expect(daysOf(reach(125, false), facts, end)).toEqual(['2027-05-20', '2027-05-20']);
  });

  test('a value that covers a spell counts in proportion to the days in the window', () => {
    const facts = [
      attached('2027-05-06'),
      spell('pay', { from: '2027-05-01', to: '2027-05-10' }, { value: '100' }),
    ];
    expect(daysOf(reach(50, false), facts, end)).toEqual(['2027-05-10']);
    expect(daysOf(reach(51, false), facts, end)).toEqual([]);
  });

  test('a value per week arrives a seventh a day', () => {
    const facts = [
      attached('2028-03-01'),
      spell('pay', { from: '2028-03-01', to: '2028-04-30' }, { value: '900' }),
    ];
    expect(daysOf(reach(3350, true), facts, end)).toEqual(['2028-03-27', '2028-04-22']);
  });
});

describe('No end yet', () => {
  test('a spell is evidence of days up to the day it became known, and of none after it', () => {
    const facts = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-01', known: '2027-05-10' }),
    ];
    expect(daysOf(onlySettled('7 days'), facts, end)).toEqual(['2027-05-07']);
    const longer = owed(onlySettled('14 days', { window: within('30 days') }), facts, end);
    expect(statusesOf(longer)).toEqual({ notKnown: 1 });
  });
});

describe('Absence', () => {
  const noOffence = (presumed: boolean) =>
    aPlan([
      anOutcome({
        condition: { is: 'absent', kinds: ['offence'], completeSource: 'police', presumed },
        window: within('30 days'),
        partialFrom: length('7 days'),
      }),
    ]);
  const complete = (to: '2027-05-29' | '2027-05-30', participant = true) => {
    const { participant: sam, ...all } = spell(
      'complete',
      { from: '2027-05-01', to, known: '2027-06-15' },
      { about: 'offence', source: 'police', id: `C ${to}` },
    );
    return participant ? { ...all, participant: sam ?? '' } : all;
  };

  test('achieved only if the source is recorded complete to the end of the window', () => {
    const facts = [attached('2027-05-01')];
    const none = owed(noOffence(false), facts, end);
    expect(statusesOf(none)).toEqual({ notKnown: 1 });
    const short = owed(noOffence(false), [...facts, complete('2027-05-29')], end);
    expect(statusesOf(short)).toEqual({ notKnown: 1 });
    for (const own of [true, false]) {
      const whole = owed(noOffence(false), [...facts, complete('2027-05-30', own)], end);
      expect(linesOf(whole)).toEqual(['Settled 1 on 2027-05-30: £220']);
      expect(whole.lines[0]?.payableOn).toBe(dayNumber('2027-06-15'));
    }
  });

  test('presumed unless recorded: known on the last day of the window', () => {
    const facts = [attached('2027-05-01')];
    expect(statusesOf(owed(noOffence(true), facts, asAt('2027-05-29')))).toEqual({ notYetDue: 1 });
    const settled = owed(noOffence(true), facts, asAt('2027-05-30'));
    expect(linesOf(settled)).toEqual(['Settled 1 on 2027-05-30: £220']);
    expect(statusesOf(owed(noOffence(true), facts, asAt('2027-06-10', '2027-05-20')))).toEqual({
      notKnown: 1,
    });
  });

  test('an event ends it, and the days before it pay their share where the page says so', () => {
    const early = owed(
      noOffence(true),
      [attached('2027-05-01'), happened('offence', '2027-05-07')],
      end,
    );
    expect(statusesOf(early)).toEqual({ notAchieved: 1 });
    const late = owed(
      noOffence(true),
      [attached('2027-05-01'), happened('offence', '2027-05-16')],
      end,
    );
    expect(linesOf(late)).toEqual(['Settled 1 on 2027-05-15: £110']);
  });
});

describe('Claimed or worked out', () => {
  const first = anOutcome({ name: 'First', condition: { is: 'happens', kinds: ['first'] } });

  test('an outcome may rest on a claim under its own name', () => {
    const plan = aPlan([anOutcome({ condition: { is: 'happens', kinds: ['Settled'] } })]);
    expect(daysOf(plan, [attached('2027-05-01'), happened('Settled', '2027-06-01')], end)).toEqual([
      '2027-06-01',
    ]);
  });

  test('only after X: X on or before its day; what comes before does not stand, the next may', () => {
    const plan = aPlan([anOutcome({ onlyAfter: ['First'] }), first]);
    const facts = [attached('2027-05-01'), happened('level 2', '2027-05-10')];
    expect(linesOf(owed(plan, [...facts, happened('first', '2027-05-10')], end))).toEqual([
      'Settled 1 on 2027-05-10: £220',
      'First 1 on 2027-05-10: £220',
    ]);
    const late = [...facts, happened('first', '2027-05-11'), happened('level 2', '2027-05-12')];
    expect(linesOf(owed(plan, late, end))).toEqual([
      'First 1 on 2027-05-11: £220',
      'Settled 1 on 2027-05-12: £220',
    ]);
  });

  test('takes the place of X: its price less what X earned, before limits', () => {
    const higher = anOutcome({
      takesThePlaceOf: ['First'],
      price: { rows: [{ with: [], price: pounds(300) }] },
    });
    const facts = [
      attached('2027-05-01'),
      happened('first', '2027-05-10'),
      happened('level 2', '2027-05-11'),
    ];
    const settled = owed(aPlan([higher, first], { limits: [aLimit(100)] }), facts, end);
    expect(linesOf(settled)).toEqual([
      'First 1 on 2027-05-10: £100',
      'Settled 1 on 2027-05-11: £0',
    ]);
    expect(notPaidOf(settled)).toEqual([
      'Outcomes/First|A1|Bright Futures|1: limit £120',
      'Outcomes/Settled|A1|Bright Futures|1: replaced £220',
      'Outcomes/Settled|A1|Bright Futures|1: limit £80',
    ]);
  });

  test('either ... or: the dearer achieved; between equals the earlier', () => {
    const route = { clause: 'Outcomes/Either', sets: [['Settled'], ['First']] };
    const priced = (price: number) =>
      aPlan(
        [
          anOutcome(),
          anOutcome({ ...first, price: { rows: [{ with: [], price: pounds(price) }] } }),
        ],
        { routes: [route] },
      );
    const facts = [
      attached('2027-05-01'),
      happened('first', '2027-05-10'),
      happened('level 2', '2027-05-11'),
    ];
    expect(owed(priced(219), facts, end).total).toBe(22000n);
    expect(owed(priced(221), facts, end).total).toBe(22100n);
    expect(notPaidOf(owed(priced(220), facts, end))).toEqual([
      'Outcomes/Settled|A1|Bright Futures|1: route £220',
    ]);
  });
});

describe('Group, states and whose', () => {
  const level2 = happened('level 2', '2027-06-01');

  test('the group and the characteristics are those recorded with the attachment', () => {
    const rows = [
      { with: ['area=Leeds'], price: pounds(500) },
      { with: [], price: pounds(100) },
    ];
    const plan = aPlan([anOutcome({ price: { rows } })]);
    expect(owed(plan, [attached('2027-05-01', { with: ['area=Leeds'] }), level2], end).total).toBe(
      50000n,
    );
    expect(owed(plan, [attached('2027-05-01', { with: ['area=York'] }), level2], end).total).toBe(
      10000n,
    );
    expect(owed(plan, [attached('2027-05-01', { group: 'other' }), level2], end).lines).toEqual([]);
  });

  test('only verified facts count unless the page names other states', () => {
    const facts = [attached('2027-05-01'), { ...level2, state: 'claimed' as const }];
    const strict = owed(aPlan([anOutcome()]), facts, end);
    expect(strict.total).toBe(0n);
    expect(strict.lines[0]).not.toHaveProperty('payableOn');
    expect(notPaidOf(strict)).toEqual(['Outcomes/Settled|A1|Bright Futures|1: not_verified £220']);
    expect(statusesOf(strict)).toEqual({ notKnown: 1 });
    const loose = aPlan([anOutcome({ states: ['claimed', 'verified'] })]);
    expect(owed(loose, facts, end).total).toBe(22000n);
  });

  test('whose outcome: the provider attached on its day and, after it ends, its last', () => {
    const facts = [
      attached('2027-05-01'),
      happened('left', '2027-05-20'),
      attached('2027-06-01', { id: 'A2', provider: 'Harbour' }),
    ];
    const whose = (day: '2027-05-25' | '2027-06-01') =>
      owed(
        aPlan([anOutcome({ scope: 'participant' })]),
        [...facts, happened('level 2', day)],
        end,
      ).lines.map(({ provider }) => provider);
    expect(whose('2027-05-25')).toEqual(['Bright Futures']);
    expect(whose('2027-06-01')).toEqual(['Harbour']);
  });

  test('two at once: the earlier attachment; the other shown as not paid', () => {
    const facts = [
      attached('2027-05-01'),
      attached('2027-05-20', { id: 'A2', provider: 'Harbour' }),
      level2,
    ];
    const settled = owed(aPlan([anOutcome()]), facts, end);
    expect(settled.total).toBe(22000n);
    expect(notPaidOf(settled)).toEqual(['Outcomes/Settled|A2|Harbour|1: other_provider £220']);
  });

  test('a page may say that outcomes belong to the first or to the last provider', () => {
    const facts = [
      attached('2027-05-01'),
      attached('2027-05-20', { id: 'A2', provider: 'Harbour' }),
      level2,
    ];
    const whose = (first: 'first' | 'last') =>
      owed(aPlan([anOutcome({ scope: 'participant' })], { whose: first }), facts, end).lines[0]
        ?.provider;
    expect(whose('first')).toBe('Bright Futures');
    expect(whose('last')).toBe('Harbour');
  });
});

test('Sources: where they are ranked, a higher overrides a lower for the same days', () => {
  const ranks = new Map([['settled', ['register', 'provider']]]);
  const condition = settledFor('7 days', {
    atLeast: { least: fraction(10), strictly: false },
  });
  const plan = (ranked: boolean) => aPlan([anOutcome({ condition })], ranked ? { ranks } : {});
  const facts = [
    attached('2027-05-01'),
    spell(
      'settled',
      { from: '2027-05-01', to: '2027-05-20' },
      { id: 'S1', value: '30', source: 'provider' },
    ),
    spell(
      'settled',
      { from: '2027-05-05', to: '2027-05-05' },
      { id: 'S2', value: '5', source: 'register' },
    ),
  ];
  expect(daysOf(plan(false), facts, end)).toEqual(['2027-05-07']);
  expect(daysOf(plan(true), facts, end)).toEqual(['2027-05-12']);
});

test('Sources: an open spell may go on after the days on which a higher overrode it', () => {
  const ranks = new Map([['settled', ['register', 'provider']]]);
  const condition = settledFor('7 days', { atLeast: { least: fraction(10), strictly: false } });
  const plan = aPlan([anOutcome({ condition })], { ranks });
  const open = { from: '2027-05-01' } as const;
  const facts = [
    attached('2027-05-01'),
    spell('settled', open, { id: 'S1', value: '30', source: 'provider', known: '2027-05-03' }),
    spell(
      'settled',
      { from: '2027-04-20', to: '2027-05-05' },
      { id: 'S2', value: '5', source: 'register' },
    ),
  ];
  expect(statusesOf(owed(plan, facts, asAt('2027-06-01')))).toEqual({ notKnown: 1 });
  const later = { from: '2027-05-20', to: '2027-06-20' } as const;
  const before = [
    ...facts.slice(0, 2),
    spell('settled', later, { id: 'S3', value: '5', source: 'register' }),
  ];
  expect(statusesOf(owed(plan, before, asAt('2027-06-25')))).toEqual({ notKnown: 1 });
});

test('Threshold rows: the exact value is compared, never a rounded one', () => {
  const condition = (strictly: boolean) =>
    settledFor('1 week', { atLeast: { least: fraction(30), strictly } });
  const facts = (value: string) => [
    attached('2027-05-01'),
    spell('settled', { from: '2027-05-01', to: '2027-05-07' }, { value }),
  ];
  const isPaid = (strictly: boolean, value: string) =>
    daysOf(aPlan([anOutcome({ condition: condition(strictly) })]), facts(value), end).length === 1;
  expect(isPaid(false, '30')).toBe(true);
  expect(isPaid(true, '30')).toBe(false);
  expect(isPaid(true, '30.0001')).toBe(true);
  expect(isPaid(false, '29.9999')).toBe(false);
});

test('Who pays whom: the commissioner pays the provider', () => {
  const facts = [attached('2027-05-01'), happened('level 2', '2027-06-01')];
  const [line] = owed(aPlan([anOutcome()]), facts, end).lines;
  expect([line?.payer, line?.payee]).toEqual(['Northshire Council', 'Bright Futures']);
});

describe('Money', () => {
  const facts = [attached('2027-05-01'), happened('level 2', '2027-06-01')];
  const priced = (pence: [number, number], words = {}) =>
    aPlan([anOutcome({ price: { rows: [{ with: [], price: fraction(...pence) }] } })], words);

  test('rounding is per line, to the smallest unit, halves away from zero', () => {
    expect(owed(priced([1001, 2]), facts, end).total).toBe(501n);
    expect(owed(priced([-1001, 2]), facts, end).total).toBe(-501n);
  });

  test('a page may name another unit and direction', () => {
    const down = { rounding: { unit: fraction(100), direction: 'down' } };
    expect(owed(priced([199, 1], down), facts, end).total).toBe(100n);
  });

  test('of the total: the sum is rounded once and shared by largest remainder', () => {
    const three = ['2027-06-01', '2027-06-02', '2027-06-03'] as const;
    const many = [attached('2027-05-01'), ...three.map((day) => happened('level 2', day))];
    const outcome = anOutcome({
      times: 3,
      price: { rows: [{ with: [], price: fraction(100, 3) }] },
    });
    const perLine = owed(aPlan([outcome]), many, end);
    expect(perLine.total).toBe(99n);
    const total = owed(aPlan([outcome], { roundingOf: 'total' }), many, end);
    expect(total.lines.map(({ amount }) => amount)).toEqual([34n, 33n, 33n]);
  });

  test('what rounding a total to a larger unit makes is its own line', () => {
    const rounding = { unit: fraction(100), direction: 'up' } as const;
    const settled = owed(priced([12345, 1], { roundingOf: 'total', rounding }), facts, end);
    expect(linesOf(settled)).toEqual([
      'Settled rounding on 2027-06-01: £0.55',
      'Settled 1 on 2027-06-01: £123.45',
    ]);
    expect(settled.lines[0]?.line).toBe('Outcomes/Settled||Bright Futures|rounding');
  });

  test('running sums round the running total and pay the difference', () => {
    const daily = anOutcome({
      condition: { is: 'each day', kinds: ['settled'], less: [] },
      times: 'any',
      price: { rows: [{ with: [], price: fraction(335, 10) }], perUnit: true },
    });
    const stay = [
      attached('2027-05-01'),
      spell('settled', { from: '2027-05-29', to: '2027-06-03' }),
    ];
    const settled = owed(aPlan([daily]), stay, end);
    expect(linesOf(settled)).toEqual([
      'Settled 2027-05 on 2027-05-31: £1.01',
      'Settled 2027-06 on 2027-06-03: £1',
    ]);
  });

  test('the shares of one line add up to the line', () => {
    const shares = [{ payee: 'College', share: fraction(1, 3), clause: 'Prices/Share' }];
    const plan = aPlan([
      anOutcome({ price: { rows: [{ with: [], price: fraction(100) }], shares } }),
    ]);
    const settled = owed(plan, facts, end);
    expect(settled.lines.map(({ line, payee, amount }) => [line, payee, amount])).toEqual([
      ['Outcomes/Settled|A1|Bright Futures|1', 'Bright Futures', 67n],
      ['Outcomes/Settled|A1|Bright Futures|1|College', 'College', 33n],
    ]);
  });
});
