// Step 8 of docs/settlement.md: which price a line has, and what it is multiplied by.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { achieved, attachedAtFirst, paidInLine } from '../../../test/support/makers/many.ts';
import { anOutcome, aPlan, aPrice, aVersion, pounds } from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed, type Plan, type PriceRow } from '../index.ts';

const end = asAt('2032-03-31');

function priced(price: Partial<OutcomePlan['price']>): Plan {
  return aPlan([anOutcome({ times: 9, price })]);
}

function paid(plan: Plan, facts: readonly Fact[]): readonly string[] {
  return paidInLine(owed(plan, facts, end));
}

/** What somebody with these characteristics is paid for one on each of these days. */
function paidOn(plan: Plan, days: readonly Day[], has: readonly string[] = []): readonly string[] {
  const came = attached('2027-04-01', { id: 'A-A', participant: 'A', with: has });
  return paid(plan, [came, ...days.map((day) => achieved('A', day))]);
}

function costing(amount: number, words: Partial<PriceRow> = {}): PriceRow {
  return { with: [], price: pounds(amount), ...words };
}

describe('the first row that fits', () => {
  test('by the years of the contract, both ends included; where none fits, £0', () => {
    const rows = [
      costing(100, { years: { first: 1, last: 2 } }),
      costing(50, { years: { first: 3, last: 3 } }),
    ];
    const days = ['2027-04-01', '2029-03-31', '2029-04-01', '2030-03-31', '2030-04-01'] as const;
    expect(paidOn(priced({ rows }), days)).toEqual(['A £100', 'A £100', 'A £50', 'A £50', 'A £0']);
  });

  test('by all the characteristics of the row', () => {
    const rows = [
      costing(300, { with: ['area=Leeds', 'care=yes'] }),
      costing(200, { with: ['care=yes'] }),
      costing(100),
    ];
    const pay = (has: readonly string[]) => paidOn(priced({ rows }), ['2027-06-01'], has);
    expect(pay(['care=yes', 'area=Leeds'])).toEqual(['A £300']);
    expect(pay(['care=yes'])).toEqual(['A £200']);
    expect(pay(['area=Leeds'])).toEqual(['A £100']);
    expect(pay([])).toEqual(['A £100']);
  });

  test('everybody by their own characteristics, group and score', () => {
    const rows = [costing(200, { with: ['care=yes'] }), costing(100)];
    const outcome = anOutcome({ price: { rows } });
    const dearer = anOutcome({ price: { rows: [costing(500)] } });
    const groups = new Map([
      ['leaving', { group: 'leaving', outcomes: [outcome], limits: [] }],
      ['hard', { group: 'hard', outcomes: [dearer], limits: [] }],
    ]);
    const facts = [
      attached('2027-04-01', { id: 'A1', participant: 'A', with: ['care=yes'] }),
      attached('2027-04-01', { id: 'A2', participant: 'B' }),
      attached('2027-04-01', { id: 'A3', participant: 'C', group: 'hard' }),
      ...['A', 'B', 'C'].map((name) => achieved(name, '2027-06-01')),
    ];
    expect(paid(aPlan([], { groups }), facts)).toEqual(['A £200', 'B £100', 'C £500']);
  });

  test('by the tier of a score, its lower end included', () => {
    const rows = [
      costing(100, { tier: { least: fraction(10), under: fraction(20) } }),
      costing(300, { tier: { least: fraction(20) } }),
    ];
    const condition = {
      is: 'scores',
      kind: 'goals',
      least: fraction(10),
      better: 'higher',
    } as const;
    const plan = aPlan([anOutcome({ condition, price: { rows } })]);
    const scored = (participant: string, value: string) =>
      happened('goals', '2027-06-01', { participant, id: `G ${participant}`, value });
    const facts = [
      ...attachedAtFirst('A', 'B', 'C'),
      scored('A', '10'),
      scored('B', '19.9'),
      scored('C', '20'),
    ];
    expect(paid(plan, facts)).toEqual(['A £100', 'B £100', 'C £300']);
  });

  test('a row of a tier fits nothing that has no score', () => {
    const rows = [costing(300, { tier: { least: fraction(20) } }), costing(100)];
    expect(paidOn(priced({ rows }), ['2027-06-01'])).toEqual(['A £100']);
  });

  test('the year is that of the outcome, or of the attachment where the page says so', () => {
    const rows = [
      costing(100, { years: { first: 1, last: 1 } }),
      costing(50, { years: { first: 2, last: 9 } }),
    ];
    const days = ['2028-03-31', '2028-04-01'] as const;
    expect(paidOn(priced({ rows }), days)).toEqual(['A £100', 'A £50']);
    expect(paidOn(priced({ rows, yearOf: 'attachment' }), days)).toEqual(['A £100', 'A £100']);
  });
});

describe('the factors', () => {
  const third = { clause: 'Prices/x', years: { first: 2, last: 3 }, factor: fraction(1, 4) };

  test.each(['taper', 'index'] as const)(
    'a %s of years 2 to 3, a year without one is 100%%',
    (name) => {
      const days = ['2028-03-31', '2028-04-01', '2030-03-31', '2030-04-01'] as const;
      const plan = priced({ [name]: [third] });
      expect(paidOn(plan, days)).toEqual(['A £220', 'A £55', 'A £55', 'A £220']);
    },
  );

  test('£240 x 1/2 x 3/4 x (1 - 1/3) x (1 - 1/5) x (1 + 1/2) is £72', () => {
    const all = { years: { first: 1, last: 9 } };
    const plan = priced({
      rows: [costing(240)],
      taper: [{ ...all, clause: 'Prices/taper', factor: fraction(1, 2) }],
      index: [{ ...all, clause: 'Prices/index', factor: fraction(3, 4) }],
      deadweight: fraction(1, 3),
      discountFromYear: 1,
      uplifts: [{ clause: 'Prices/uplift', with: [], rate: fraction(1, 2) }],
    });
    const discount = ofProvider('discount', '2027-04-01', {
      provider: 'Bright Futures',
      value: fraction(1, 5),
    });
    const facts = [...attachedAtFirst('A'), discount, achieved('A', '2027-06-01')];
    expect(paid(plan, facts)).toEqual(['A £72']);
  });

  test('of uplifts that fit the largest applies, once, wherever it stands', () => {
    const uplift = (part: number, has: readonly string[]) => ({
      clause: 'Prices/uplift',
      with: has,
      rate: fraction(part, 10),
    });
    const uplifts = [
      uplift(1, ['care=yes']),
      uplift(3, ['area=Leeds', 'care=yes']),
      uplift(2, ['area=Leeds']),
    ];
    const pay = (has: readonly string[]) =>
      paidOn(priced({ rows: [costing(100)], uplifts }), ['2027-06-01'], has);
    expect(pay([])).toEqual(['A £100']);
    expect(pay(['care=yes'])).toEqual(['A £110']);
    expect(pay(['area=Leeds'])).toEqual(['A £120']);
    expect(pay(['area=Leeds', 'care=yes'])).toEqual(['A £130']);
  });

  test('every fixed sum that fits is added after the factors', () => {
    const sum = (amount: number, has: readonly string[]) => ({
      clause: 'Prices/addition',
      with: has,
      amount: pounds(amount),
    });
    const plan = priced({
      rows: [costing(100)],
      deadweight: fraction(1, 2),
      additions: [sum(30, ['care=yes']), sum(7, []), sum(5, ['area=Leeds'])],
    });
    expect(paidOn(plan, ['2027-06-01'], ['care=yes'])).toEqual(['A £87']);
    expect(paidOn(plan, ['2027-06-01'])).toEqual(['A £57']);
  });

  test('what the provider pays is the price with all its factors and sums, below nothing', () => {
    const plan = priced({
      rows: [costing(100)],
      deadweight: fraction(1, 2),
      additions: [{ clause: 'Prices/addition', with: [], amount: pounds(30) }],
      reverse: { clause: 'Prices/reverse' },
    });
    expect(paidOn(plan, ['2027-06-01'])).toEqual(['A -£80']);
  });
});

describe('discounts', () => {
  const plan = priced({ rows: [costing(100)], discountFromYear: 1 });

  function discount(day: Day, percent: number, words: Partial<Fact> = {}): Fact {
    const value = fraction(percent, 100);
    return ofProvider('discount', day, { provider: 'Bright Futures', value, ...words });
  }

  function discounted(discounts: readonly Fact[], day: Day = '2027-06-01', on: Plan = plan) {
    return paid(on, [...attachedAtFirst('A'), ...discounts, achieved('A', day)]);
  }

  test('from its day on, and the latest before the outcome’s day', () => {
    const ten = discount('2027-06-01', 10);
    const twenty = discount('2027-07-01', 20);
    expect(discounted([ten], '2027-05-31')).toEqual(['A £100']);
    expect(discounted([ten])).toEqual(['A £90']);
    expect(discounted([ten, twenty], '2027-06-30')).toEqual(['A £90']);
    expect(discounted([twenty, ten], '2027-07-01')).toEqual(['A £80']);
  });

  test('one about the outcome before one about all, and none about another', () => {
    const own = discount('2027-04-01', 10, { about: 'Settled', id: 'D1' });
    const all = discount('2027-05-01', 20, { id: 'D2' });
    const other = discount('2027-05-01', 50, { about: 'Qualified', id: 'D3' });
    expect(discounted([own, all])).toEqual(['A £90']);
    expect(discounted([other, all])).toEqual(['A £80']);
    expect(discounted([other])).toEqual(['A £100']);
  });

  test('only the provider’s own, and only once it is verified', () => {
    expect(discounted([discount('2027-04-01', 10, { provider: 'Harbour' })])).toEqual(['A £100']);
    expect(discounted([discount('2027-04-01', 10, { state: 'claimed' })])).toEqual(['A £100']);
    const gone = ofProvider('withdrawn', '2027-08-01', { replaces: 'D1', id: 'W' });
    expect(discounted([discount('2027-04-01', 10, { id: 'D1' }), gone])).toEqual(['A £100']);
  });

  test('the day of one that was corrected is that which stands', () => {
    const ten = discount('2027-06-01', 10, { id: 'D1' });
    const twenty = discount('2027-07-01', 20, { id: 'D2' });
    const moved = discount('2027-08-01', 10, { id: 'D3', replaces: 'D1' });
    expect(discounted([ten, twenty, moved], '2027-07-15')).toEqual(['A £80']);
    expect(discounted([ten, twenty, moved], '2027-08-15')).toEqual(['A £90']);
  });

  test('nothing else that is recorded of the provider is one', () => {
    const joined = ofProvider('joined', '2027-04-01', { provider: 'Bright Futures' });
    expect(discounted([joined])).toEqual(['A £100']);
  });

  test('from the year that the page names, and not where it names none', () => {
    const own = [discount('2027-04-01', 10)];
    const second = priced({ rows: [costing(100)], discountFromYear: 2 });
    expect(discounted(own, '2028-03-31', second)).toEqual(['A £100']);
    expect(discounted(own, '2028-04-01', second)).toEqual(['A £90']);
    expect(discounted(own, '2027-06-01', priced({ rows: [costing(100)] }))).toEqual(['A £100']);
  });

  test('each line has that of its own day and provider', () => {
    const facts = [
      ...attachedAtFirst('A', 'B of Harbour'),
      discount('2027-06-02', 10),
      discount('2027-06-04', 30),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
      achieved('B', '2027-06-03'),
      achieved('A', '2027-06-04'),
    ];
    expect(paid(plan, facts)).toEqual(['A £100', 'A £90', 'B £100', 'A £70']);
  });
});

test('each version and each outcome has its own prices', () => {
  const qualified = anOutcome({
    name: 'Qualified',
    condition: { is: 'happens', kinds: ['qualified'] },
    price: aPrice({ rows: [costing(70)] }),
  });
  const first = aVersion([anOutcome({ times: 9 }), qualified]);
  const second = aVersion([anOutcome({ times: 9, price: { rows: [costing(300)] } })], {
    version: 2,
    hash: 'second',
    countsFrom: dayNumber('2027-07-01'),
  });
  const facts = [
    ...attachedAtFirst('A'),
    achieved('A', '2027-06-01'),
    achieved('A', '2027-06-02', { kind: 'qualified' }),
    achieved('A', '2027-07-01'),
  ];
  const plan = { ...aPlan([]), versions: [first, second] };
  expect(paid(plan, facts)).toEqual(['A £220', 'A £70', 'A £300']);
});
