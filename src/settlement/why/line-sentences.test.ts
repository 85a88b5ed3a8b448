// What is said of a line: what happened, whose it is, its price, what is not paid and why.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { erasing } from '../../../test/support/makers/many.ts';
import { aMeasure, percent } from '../../../test/support/makers/measures.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { AsAtRequest } from '../as-at.ts';
import { owed } from '../owed.ts';
import type { OutcomePlan, Plan, WholePlan } from '../plan/plan.ts';
import { whyLine } from './why-line.ts';

const end = asAt('2028-03-01');
const a1 = attached('2027-05-01', { with: ['care=yes'] });
const f1 = happened('level 2', '2027-06-01', { id: 'F1' });
const first = 'Settled|A1|Bright Futures|1';

type Asked = Readonly<{ line?: string; facts?: readonly Fact[]; at?: AsAtRequest }>;

function told(plan: Plan, { line = first, facts = [a1, f1], at = end }: Asked = {}) {
  const why = whyLine({ plan, facts, asAt: at }, `Outcomes/${line}`);
  return why?.sentences ?? [];
}

/** What is said from the price on. */
function price(plan: Plan, asked: Asked = {}) {
  const said = told(plan, asked);
  return said.slice(said.findIndex((each) => / list price |^It is number /.test(each)));
}

/** What is said after what the price comes to. */
function notPaid(plan: Plan, asked: Asked = {}) {
  const said = told(plan, asked);
  return said.slice(said.findIndex((each) => each.startsWith('That comes to')) + 1);
}

const owedIt = (money: string, to = 'Bright Futures') =>
  `${money} is owed by Northshire Council to ${to}.`;
const priced = (words: Partial<OutcomePlan['price']>) => aPlan([anOutcome({ price: words })]);
const saying = (words: Partial<WholePlan>, outcomes = [anOutcome()]) =>
  aPlan(outcomes, { whole: aWhole(words) });

describe('What happened, and whose it is', () => {
  test('with the facts, the group, and the day by which enough was known', () => {
    const late = { ...f1, known: end.knownBy };
    expect(told(aPlan([anOutcome()]), { facts: [a1, late] })).toEqual([
      'Settled was achieved on 1 June 2027: level 2, once per attachment.',
      'It rests on A1 and F1.',
      'It belongs to Bright Futures, attached on 1 May 2027 in leaving (A1).',
      'By 1 March 2028 enough was known for it: that is its place in line.',
      'The list price of Settled in year 1 is £220.',
      'That comes to £220.',
      owedIt('£220'),
    ]);
  });

  test('without a group where the page has none', () => {
    const plan = aPlan([anOutcome()]);
    const [version] = plan.versions;
    const groups = new Map([['', { group: '', outcomes: [anOutcome()], limits: [] }]]);
    const plain = { ...plan, versions: version ? [{ ...version, groups }] : [] };
    const facts = [{ ...a1, group: '' }, f1];
    expect(told(plain, { facts })[2]).toBe(
      'It belongs to Bright Futures, attached on 1 May 2027 (A1).',
    );
  });

  test('with a contributor and its part, and the provider’s own', () => {
    const shares = [
      { payee: 'Harbour', share: fraction(1, 4), clause: 'Prices/share' },
      { payee: 'Anchor', share: fraction(1, 6), clause: 'Prices/share 2' },
    ];
    const plan = priced({ shares });
    expect(told(plan).slice(2, 4)).toEqual([
      'It belongs to Bright Futures, attached on 1 May 2027 in leaving (A1).',
      "7/12 of it is the provider's own: 25% goes to Harbour (Prices/share) and 1/6 goes to " +
        'Anchor (Prices/share 2).',
    ]);
    const contributed = told(plan, { line: `${first}|Harbour` });
    expect(contributed[3]).toBe('25% of it is paid to Harbour (Prices/share).');
    expect(contributed.at(-1)).toBe(owedIt('£55', 'Harbour'));
  });

  test('for a month, and in parts where what was known of it grew', () => {
    // 20 days known on 31 May and 11 on 9 July, at £10 a day.
    const rows = [{ with: [], price: pounds(10) }];
    const housed = anOutcome({
      condition: { is: 'each day', kinds: ['housed'], less: [] },
      times: 'any',
      price: { rows, perUnit: true },
    });
    const facts = [
      a1,
      spell('housed', { from: '2027-05-01', to: '2027-05-20', known: '2027-05-31' }, { id: 'H1' }),
      spell('housed', { from: '2027-05-21', to: '2027-05-31', known: '2027-07-09' }, { id: 'H2' }),
    ];
    expect(told(aPlan([housed]), { line: 'Settled|A1|Bright Futures|2027-05', facts })).toEqual([
      'Settled, for 2027-05, was achieved on 31 May 2027: level 2, once per attachment.',
      'It rests on A1, H1 and H2.',
      'It belongs to Bright Futures, attached on 1 May 2027 in leaving (A1).',
      '£200 of it had been earned by 31 May 2027.',
      'By 9 July 2027 enough was known for it: that is its place in line.',
      'The list price of Settled in year 1 is £10.',
      'It counts 31 days in 2027-05.',
      'That comes to £310.',
      owedIt('£310'),
    ]);
  });

  test('in part, where it ended early', () => {
    // 26 of 91 days are 2/7 of £220.
    const part = anOutcome({
      condition: settledFor('13 weeks'),
      window: within('6 months'),
      partialFrom: length('2 weeks'),
    });
    const home = spell('settled', { from: '2027-05-10', to: '2027-06-04' }, { id: 'S1' });
    const said = told(aPlan([part]), { facts: [a1, home] });
    expect(said[0]).toBe(
      'Settled was achieved in part, as it ended early on 4 June 2027: level 2, once per ' +
        'attachment.',
    );
    expect(said.slice(-3)).toEqual([
      'It counts for 2/7 of the whole.',
      'That comes to £440/7, about £62.86: £62.86, rounded.',
      owedIt('£62.86'),
    ]);
  });

  test('once it is verified, while it waits', () => {
    const claim = { ...f1, state: 'claimed' } as const;
    expect(told(aPlan([anOutcome()]), { facts: [a1, claim] })).toEqual([
      'Settled would be achieved, once it is verified, on 1 June 2027: level 2, once per ' +
        'attachment.',
      'It rests on A1 and F1.',
      'It belongs to Bright Futures, attached on 1 May 2027 in leaving (A1).',
      'It waits for verification and has no place in line yet.',
      'The list price of Settled in year 1 is £220.',
      'That comes to £220.',
      '£220 is not paid until the facts it rests on are verified.',
      owedIt('£0'),
    ]);
  });

  test('as it was settled, of somebody whose facts have been erased', () => {
    const plan = aPlan([anOutcome()]);
    const at = erasing('Sam', owed(plan, [a1, f1], asAt('2027-06-30')));
    expect(told(plan, { facts: [], at })).toEqual([
      'Settled on 1 June 2027 was settled before.',
      'The facts it rests on have been erased since: it stays as it was settled.',
      owedIt('£220'),
    ]);
  });
});

describe('The price', () => {
  const all = { years: { first: 1, last: 9 } };

  test('with the characteristics that its row is for', () => {
    const with2 = ['care=yes', 'age=young'];
    const plan = priced({ rows: [{ with: with2, price: pounds(240) }] });
    const facts = [{ ...a1, with: with2 }, f1];
    expect(price(plan, { facts })[0]).toBe(
      'The list price of Settled in year 1 with care=yes and age=young is £240.',
    );
  });

  test('of the year of its day, and of a tier of score', () => {
    const rows = [
      { with: [], tier: { least: fraction(15), under: fraction(20) }, price: pounds(100) },
      { with: [], tier: { least: fraction(20) }, price: pounds(150) },
    ];
    const condition = {
      is: 'scores',
      kind: 'hope',
      least: fraction(15),
      better: 'higher',
    } as const;
    const plan = aPlan([anOutcome({ condition, price: { rows } })]);
    const facts = [a1, happened('hope', '2028-04-01', { value: '21', id: 'S1' })];
    expect(price(plan, { facts, at: asAt('2028-05-01') })).toEqual([
      'The list price of Settled in year 2 with its tier of score is £150.',
      'That comes to £150.',
      owedIt('£150'),
    ]);
  });

  test('of a band, as the how-manieth of those counted', () => {
    const rows = [100, 50].map((sum, band) => ({ with: [], band, price: pounds(sum) }));
    const over = { per: 'contract', over: 'contract', how: 'own' } as const;
    const bands = { clause: 'Prices/bands', sizes: [1, undefined], ...over };
    const plan = aPlan([anOutcome({ times: 9, price: { rows, bands } })]);
    const facts = [a1, f1, happened('level 2', '2027-06-02', { id: 'F2' })];
    expect(price(plan, { facts, line: 'Settled|A1|Bright Futures|2' })).toEqual([
      'It is number 2 of 2 that are counted together, in line (Prices/bands).',
      'The list price of Settled in year 1 with its band, the 2nd is £50.',
      'That comes to £50.',
      owedIt('£50'),
    ]);
  });

  test('that no row fits is nothing', () => {
    const rows = [{ with: ['age=young'], price: pounds(240) }];
    expect(told(priced({ rows })).slice(4)).toEqual([
      'No row of the rate card fits it in year 1: it is worth nothing.',
      owedIt('£0'),
    ]);
  });

  test('by each factor in its order with what gives it, what is added, and one rounding', () => {
    const plan = priced({
      taper: [{ ...all, clause: 'Prices/taper', factor: fraction(1, 2) }],
      index: [{ ...all, clause: 'Prices/index', factor: fraction(11, 10) }],
      deadweight: fraction(1, 6),
      discountFromYear: 1,
      uplifts: [{ clause: 'Prices/uplift', with: ['care=yes'], rate: fraction(1, 5) }],
      additions: [{ clause: 'Prices/addition', with: ['care=yes'], amount: pounds(7) }],
    });
    const words = { provider: 'Bright Futures', value: fraction(1, 7), id: 'D1' };
    const discount = ofProvider('discount', '2027-04-01', words);
    // 220 x 1/2 x 11/10 x 5/6 x 6/7 x 6/5 = 726/7, and 7 more are 775/7.
    expect(price(plan, { facts: [a1, f1, discount] })).toEqual([
      'The list price of Settled in year 1 is £220.',
      '50% of it is paid in this year (Prices/taper).',
      'Prices stand at 110% of the rate card in this year (Prices/index).',
      '5/6 of it is paid: the rest would have happened anyway.',
      "6/7 of it is left after the provider's discount (D1).",
      'It is raised to 120% (Prices/uplift).',
      '£7 is added to it (Prices/addition).',
      'That comes to £775/7, about £110.71: £110.71, rounded.',
      owedIt('£110.71'),
    ]);
  });

  test('of what comes after a sum has been earned', () => {
    const laterRates = [
      {
        clause: 'Prices/later',
        sum: pounds(220),
        per: 'contract',
        outcomes: ['Settled'],
        share: fraction(1, 4),
      },
    ] as const;
    const plan = saying({ laterRates }, [anOutcome({ times: 9 })]);
    const facts = [a1, f1, happened('level 2', '2027-06-02', { id: 'F2' })];
    expect(price(plan, { facts, line: 'Settled|A1|Bright Futures|2' })[1]).toBe(
      '25% of it is paid, as so much had been earned before it (Prices/later).',
    );
  });

  test('is taken, where the provider pays it', () => {
    expect(price(priced({ reverse: { clause: 'Prices/reverse' } }))).toEqual([
      'The list price of Settled in year 1 is £220.',
      'The provider pays it: it is taken, not given (Prices/reverse).',
      'That comes to -£220.',
      owedIt('-£220'),
    ]);
  });

  test.each([
    ['£123.45: £123, rounded', 12_345n, 1n, 100],
    ['£0.005: £0.01, rounded', 1n, 2n, 1],
    ['£0.005: £0, rounded', 1n, 2n, 100],
  ])('is rounded once, to the unit of the page: %s', (comes, numerator, denominator, unit) => {
    const rows = [{ with: [], price: fraction(numerator, denominator) }];
    const rounding = { unit: fraction(unit), direction: 'nearest' } as const;
    const plan = aPlan([anOutcome({ price: { rows } })], { rounding });
    expect(price(plan)[1]).toBe(`That comes to ${comes}.`);
  });

  test('of units is that of each', () => {
    const units = anOutcome({
      condition: { is: 'each unit', kinds: ['tutoring'] },
      times: 'any',
      price: { rows: [{ with: [], price: pounds(30) }], perUnit: true },
    });
    const facts = [a1, happened('tutoring', '2027-06-01', { value: '1.5', id: 'T1' })];
    expect(price(aPlan([units]), { facts })).toEqual([
      'The list price of Settled in year 1 is £30.',
      'It counts 1.5 units.',
      'That comes to £45.',
      owedIt('£45'),
    ]);
  });

  test('of days is what the rounded running total grew by: £1.005 is £1.01, then £1.00', () => {
    const rows = [{ with: [], price: fraction(67n, 2n) }];
    const days = anOutcome({
      condition: { is: 'each day', kinds: ['housed'], less: [] },
      times: 'any',
      price: { rows, perUnit: true },
    });
    const facts = [a1, spell('housed', { from: '2027-05-29', to: '2027-06-03' })];
    const line = (month: string) => `Settled|A1|Bright Futures|${month}`;
    expect(price(aPlan([days]), { facts, line: line('2027-05') }).slice(1, 3)).toEqual([
      'It counts 3 days in 2027-05.',
      'That comes to £1.005: £1.01, as the rounded running total grew by so much.',
    ]);
    expect(price(aPlan([days]), { facts, line: line('2027-06') })[2]).toBe(
      'That comes to £1.005: £1, as the rounded running total grew by so much.',
    );
  });

  test('is a share of a total that is rounded once: a third of £1 three times is 34p and 33p', () => {
    const third = { rows: [{ with: [], price: fraction(100n, 3n) }] };
    const plan = aPlan([anOutcome({ times: 3, price: third })], { roundingOf: 'total' });
    const more = ['2027-06-02', '2027-06-03'] as const;
    const facts = [a1, f1, ...more.map((day) => happened('level 2', day))];
    const comes = (number: number) =>
      price(plan, { facts, line: `Settled|A1|Bright Futures|${number}` })[1];
    expect([1, 2].map(comes)).toEqual([
      'That comes to £1/3, about £0.33: £0.34, as its share of the rounded total.',
      'That comes to £1/3, about £0.33: £0.33, as its share of the rounded total.',
    ]);
  });
});

describe('What is not paid', () => {
  const nothing = { rows: [{ with: [], price: pounds(0) }] };
  const free = anOutcome({ price: nothing });
  const qualified = (words: Parameters<typeof anOutcome>[0] = {}) =>
    anOutcome({
      name: 'Qualified',
      condition: { is: 'happens', kinds: ['level 3'] },
      ...words,
      price: { rows: [{ with: [], price: pounds(100) }], ...words.price },
    });
  const f3 = happened('level 3', '2027-07-01', { id: 'F3' });
  const other = 'Qualified|A1|Bright Futures|1';

  test('because another outcome had earned it', () => {
    const plan = aPlan([anOutcome(), qualified({ takesThePlaceOf: ['Settled'] })]);
    expect(notPaid(plan, { facts: [a1, f1, f3], line: other })).toEqual([
      '£100 is not paid: Settled had earned it.',
      owedIt('£0'),
    ]);
  });

  test('because another route is worth more', () => {
    const routes = [{ clause: 'Outcomes/routes', sets: [['Settled'], ['Qualified']] }];
    const asked = { facts: [a1, f1, f3], line: other };
    expect(notPaid(aPlan([anOutcome(), qualified()], { routes }), asked)).toEqual([
      '£100 is not paid: another route is worth more, and only one pays (Outcomes/routes).',
      owedIt('£0'),
    ]);
    expect(notPaid(aPlan([anOutcome(), qualified({ price: nothing })], { routes }), asked)).toEqual(
      [
        'It does not count: another route is worth more, and only one pays (Outcomes/routes).',
        owedIt('£0'),
      ],
    );
  });

  test.each([
    ['£220 is not paid', anOutcome()],
    ['It does not count', free],
  ])('because the provider had left too long before: %s', (not, outcome) => {
    const afterLeaving = { clause: 'Ending/leaving', length: length('1 week') };
    const plan = saying({ ending: { afterLeaving } }, [outcome]);
    const left = ofProvider('left', '2027-05-20', { provider: 'Bright Futures' });
    expect(notPaid(plan, { facts: [a1, f1, left] })).toEqual([
      `${not}: it falls too long after the ending (Ending/leaving).`,
      owedIt('£0'),
    ]);
  });

  test.each([
    ['£220 is not paid', anOutcome()],
    ['It does not count', free],
  ])('because it was another provider’s: %s', (not, outcome) => {
    const a2 = attached('2027-05-10', { id: 'A2', provider: 'Harbour' });
    const asked = { facts: [a1, a2, f1], line: 'Settled|A2|Harbour|1' };
    expect(notPaid(aPlan([outcome]), asked)).toEqual([
      `${not}: on that day the outcome belonged to another provider.`,
      owedIt('£0', 'Harbour'),
    ]);
  });

  test.each([
    ['£220 of it is not paid', anOutcome()],
    ['It does not count', free],
  ])('because it became known too late: %s', (not, outcome) => {
    const timeliness = { within: { clause: 'Payment/in time', length: length('1 month') } };
    const late = happened('level 2', '2027-06-01', { id: 'F1', known: '2027-08-01' });
    const said = told(saying({ timeliness }, [outcome]), { facts: [a1, late] });
    expect(said.slice(1, 4)).toEqual([
      'It rests on A1 and F1.',
      'It belongs to Bright Futures, attached on 1 May 2027 in leaving (A1).',
      'By 1 August 2027 enough was known for it: that is its place in line.',
    ]);
    expect(said.slice(-2)).toEqual([
      `${not}: what it rests on became known too late (Payment/in time).`,
      owedIt('£0'),
    ]);
  });

  test('in part, as that part became known too late', () => {
    const rows = [{ with: [], price: pounds(10) }];
    const days = anOutcome({
      condition: { is: 'each day', kinds: ['housed'], less: [] },
      times: 'any',
      knownWithin: length('2 weeks'),
      price: { rows, perUnit: true },
    });
    const facts = [
      a1,
      spell('housed', { from: '2027-05-01', to: '2027-05-20', known: '2027-05-31' }, { id: 'H1' }),
      spell('housed', { from: '2027-05-21', to: '2027-05-31', known: '2027-07-09' }, { id: 'H2' }),
    ];
    expect(notPaid(aPlan([days]), { line: 'Settled|A1|Bright Futures|2027-05', facts })).toEqual([
      '£110 of it is not paid: what it rests on became known too late (Outcomes/Settled).',
      owedIt('£200'),
    ]);
  });

  test.each([
    ['£220 is not paid', anOutcome()],
    ['It does not count', free],
  ])('while there are not people enough: %s', (not, outcome) => {
    const count = { clause: 'Limits/count', outcomes: ['Settled'], share: fraction(1, 2) } as const;
    const plan = saying({ counts: [{ ...count, of: 'attached', per: 'contract' }] }, [outcome]);
    const said = told(plan);
    expect(said[3]).toBe(
      'It is number 1, and 50% of those attached are paid for: there are not people enough for ' +
        'it yet (Limits/count).',
    );
    expect(said[4]).toBe('It has no place in line.');
    expect(notPaid(plan)).toEqual([
      `${not} until there are people enough (Limits/count).`,
      owedIt('£0'),
    ]);
  });

  test.each([
    ['£220 is not paid', anOutcome()],
    ['It does not count', free],
  ])('while a gate over it is shut: %s', (not, outcome) => {
    const poor = aMeasure({ name: 'Mix', core: { is: 'share having', with: ['area=poor'] } });
    const gate = {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: [],
      measure: 'Mix',
      least: percent('65%'),
      strictly: false,
    };
    const plan = saying({ measures: [poor], gates: [gate] }, [outcome]);
    expect(told(plan)).toContain('It has no place in line.');
    expect(notPaid(plan)).toEqual([
      `${not}: the gate over it has not been passed (Measures/gate).`,
      owedIt('£0'),
    ]);
  });

  test('so long as a gate was shut: it could be paid from the day on which it opened', () => {
    const mix = aMeasure({ name: 'Mix', core: { is: 'share having', with: ['care=yes'] } });
    const gate = {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: [],
      measure: 'Mix',
      least: percent('65%'),
      strictly: false,
    };
    const said = told(saying({ measures: [mix], gates: [gate] }), { at: asAt('2028-03-31') });
    expect(said).toContain('So it could be paid from 31 March 2028.');
    expect(said).toContain('By 31 March 2028 enough was known for it: that is its place in line.');
  });

  test('while it waits, less what a limit would leave out of it now', () => {
    const plan = aPlan([anOutcome()], { limits: [aLimit(100)] });
    const claim = { ...f1, state: 'claimed' } as const;
    expect(notPaid(plan, { facts: [a1, claim] })).toEqual([
      '£100 is not paid until the facts it rests on are verified.',
      '£120 is what Limits/Person would leave out now, if it were verified.',
      owedIt('£0'),
    ]);
  });

  test('by a limit, which is told where the line met it and not before', () => {
    const plan = aPlan([anOutcome()], { limits: [aLimit(100)] });
    expect(notPaid(plan)).toEqual([
      'Limits/Person, no more than £100 for each participant, had £100 left when this line came: ' +
        '£120 is not paid.',
      owedIt('£100'),
    ]);
  });
});
