// What a page says of prices, as the engine runs it (docs/language.md, Outcomes and Prices).
import { describe, expect, test } from 'vitest';
import { aVersionOf, getOutcome, type PageWords } from '../../../test/support/makers/page.ts';
import { pounds } from '../../../test/support/makers/plan.ts';
import { fraction, zero } from '../../money/index.ts';
import type { PricePlan } from './plan.ts';

const card = [
  'outcome | leaving | staying',
  '**Settled**: housed, once per person | £220 | £240',
  '**Passed**: level 2, once per person | £100 | £90',
  '**Housed**: each day housed | £0.335 | £1',
];
const groups = ['leaving', 'staying'];

function priceOf(name: string, prices: readonly string[], group = 'leaving'): PricePlan {
  const version = aVersionOf({ groups, rows: card, said: { Prices: prices } });
  return getOutcome(version, name, group).price;
}

const always = Number.POSITIVE_INFINITY;

test('a page that gives a price and says no more adds nothing to it', () => {
  expect(priceOf('Settled', [])).toStrictEqual({
    rows: [{ with: [], price: pounds(220) }],
    yearOf: 'outcome',
    perUnit: false,
    taper: [],
    index: [],
    deadweight: zero,
    uplifts: [],
    shares: [],
  });
});

test('a price may have more places than the currency', () => {
  expect(priceOf('Housed', []).rows).toStrictEqual([{ with: [], price: fraction(67n, 2n) }]);
});

test('what is counted in days or units has a price for each of them', () => {
  const rows = [
    'outcome | leaving',
    '**Day**: each day housed | £1',
    '**Free**: each day without in jail while attached, presumed unless recorded | £1',
    '**Hour**: each hour of tutoring | £1',
    '**Once**: housed, once per person | £1',
  ];
  const version = aVersionOf({ rows });
  const found = ['Day', 'Free', 'Hour', 'Once'].map(
    (name) => getOutcome(version, name).price.perUnit,
  );
  expect(found).toStrictEqual([true, true, true, false]);
});

describe('columns of the rate card', () => {
  const words = (rows: readonly string[]): PageWords => ({ groups, rows });

  test('a column of years is a price of those years', () => {
    const rows = [
      'outcome | year 1 | years 2 to 3 | from year 4',
      '**Settled**: housed, once per person | £1 | £2 | £3',
    ];
    expect(getOutcome(aVersionOf(words(rows)), 'Settled').price.rows).toStrictEqual([
      { with: [], price: pounds(1), years: { first: 1, last: 1 } },
      { with: [], price: pounds(2), years: { first: 2, last: 3 } },
      { with: [], price: pounds(3), years: { first: 4, last: always } },
    ]);
  });

  test('a column of a characteristic is a price of those who have it', () => {
    const rows = [
      'outcome | leaving, area=Leeds | leaving | staying',
      '**Settled**: housed, once per person | £1 | £2 | £3',
    ];
    const version = aVersionOf(words(rows));
    expect(getOutcome(version, 'Settled').price.rows).toStrictEqual([
      { with: ['area=Leeds'], price: pounds(1) },
      { with: [], price: pounds(2) },
    ]);
    expect(getOutcome(version, 'Settled', 'staying').price.rows).toStrictEqual([
      { with: [], price: pounds(3) },
    ]);
  });

  test('a row of a tier is a price of the scores in it', () => {
    const rows = [
      'outcome | leaving | staying',
      '**Better**: hope improves by at least 5, once per person | – | –',
      'at 5 to under 10 | £1 | £3',
      'at 10.5 or more | £2 | £4',
    ];
    const gapless = rows.map((row) => row.replace('under 10 ', 'under 10.5 '));
    expect(getOutcome(aVersionOf(words(gapless)), 'Better').price.rows).toStrictEqual([
      { with: [], price: pounds(1), tier: { least: fraction(5n), under: fraction(21n, 2n) } },
      { with: [], price: pounds(2), tier: { least: fraction(21n, 2n) } },
    ]);
  });

  test.each([
    [
      'each provider achieves over the whole contract, each at its own price',
      'provider',
      'contract',
      'own',
    ],
    [
      'all providers achieve together in each year, each at its own price',
      'contract',
      'year',
      'own',
    ],
    [
      'all providers achieve together in each quarter, all at the price of the band reached',
      'contract',
      'quarter',
      'reached',
    ],
    [
      'each provider achieves in each month, all at the price of the band reached',
      'provider',
      'month',
      'reached',
    ],
  ])('bands that count what %s', (counted, per, over, how) => {
    const rows = [
      'outcome | leaving | staying',
      '**Settled**: housed, once per person | – | –',
      'first 2 | £100 | £90',
      'all further | £50 | £40',
    ];
    const said = { Prices: [`The bands of Settled count what ${counted}.`] };
    const { price } = getOutcome(aVersionOf({ groups, rows, said }), 'Settled');
    expect(price.bands).toStrictEqual({
      clause: 'Prices/bands',
      sizes: [2, undefined],
      per,
      over,
      how,
    });
    expect(price.rows.map(({ band, price: each }) => [band, each])).toStrictEqual([
      [0, pounds(100)],
      [1, pounds(50)],
    ]);
  });
});

describe('shares of a price by years', () => {
  test('a share of its price in a year is of the outcomes named', () => {
    const prices = [
      'Settled pays 75% of its price in year 2.',
      'Settled pays 50% of its price from year 3.',
    ];
    expect(priceOf('Settled', prices).taper).toStrictEqual([
      { years: { first: 2, last: 2 }, factor: fraction(3n, 4n), clause: 'Prices/taper' },
      { years: { first: 3, last: always }, factor: fraction(1n, 2n), clause: 'Prices/taper' },
    ]);
    expect(priceOf('Passed', prices).taper).toStrictEqual([]);
  });

  test('an index is of every outcome', () => {
    const prices = ['Prices stand at 103.2% of the rate card in year 2.'];
    const index = [
      { years: { first: 2, last: 2 }, factor: fraction(129n, 125n), clause: 'Prices/indexation' },
    ];
    expect(priceOf('Settled', prices).index).toStrictEqual(index);
    expect(priceOf('Passed', prices).index).toStrictEqual(index);
  });

  test('the year is that of the attachment for the outcomes named, or for all', () => {
    const one = ['Settled is priced by the year of attachment.'];
    expect([priceOf('Settled', one).yearOf, priceOf('Passed', one).yearOf]).toStrictEqual([
      'attachment',
      'outcome',
    ]);
    const all = ['Every outcome is priced by the year of attachment.'];
    expect(priceOf('Passed', all).yearOf).toBe('attachment');
  });
});

describe('what would have happened anyway', () => {
  const everything = '10% of every outcome would have happened anyway.';
  const group = '20% of every outcome would have happened anyway for leaving.';
  const outcome = '1/3 of Settled would have happened anyway.';
  const both = '40% of Settled would have happened anyway for leaving.';

  test.each([
    ['nothing', [], zero],
    ['every outcome', [everything], fraction(1n, 10n)],
    ['the group before every outcome', [everything, group], fraction(1n, 5n)],
    ['the outcome before the group', [everything, group, outcome], fraction(1n, 3n)],
    ['the outcome in the group first', [everything, group, outcome, both], fraction(2n, 5n)],
  ])('what is said of %s', (_, prices, share) => {
    expect(priceOf('Settled', prices).deadweight).toStrictEqual(share);
    expect(priceOf('Settled', prices.toReversed()).deadweight).toStrictEqual(share);
  });

  test('what is said of another group or another outcome is not of this one', () => {
    const said = [everything, group, outcome, both];
    expect(priceOf('Settled', said, 'staying').deadweight).toStrictEqual(fraction(1n, 3n));
    expect(priceOf('Passed', said, 'leaving').deadweight).toStrictEqual(fraction(1n, 5n));
    expect(priceOf('Passed', said, 'staying').deadweight).toStrictEqual(fraction(1n, 10n));
    expect(priceOf('Passed', [group, outcome, both], 'staying').deadweight).toStrictEqual(zero);
  });
});

test('a discount is taken from the outcomes named or from all, from the first year unless said', () => {
  const own = "Each provider's discount is taken from Settled from year 4.";
  const all = "Each provider's discount is taken from every outcome from year 2.";
  const found = (prices: readonly string[]) =>
    ['Settled', 'Passed'].map((name) => priceOf(name, prices).discountFromYear);
  expect(found([own])).toStrictEqual([4, undefined]);
  expect(found([all])).toStrictEqual([2, 2]);
  expect(found([all, own])).toStrictEqual([4, 2]);
  expect(found(["Each provider's discount is taken from every outcome."])).toStrictEqual([1, 1]);
  expect(priceOf('Settled', [])).not.toHaveProperty('discountFromYear');
});

test('uplifts are of all outcomes, each with its marks and its place among them', () => {
  const prices = [
    '20% more is paid for participants with care=yes.',
    '1/3 more is paid for participants with area=Leeds and care=yes.',
  ];
  expect(priceOf('Passed', prices).uplifts).toStrictEqual([
    { clause: 'Prices/uplift', with: ['care=yes'], rate: fraction(1n, 5n) },
    { clause: 'Prices/uplift 2', with: ['area=Leeds', 'care=yes'], rate: fraction(1n, 3n) },
  ]);
});

test('a fixed sum is added to the outcomes named, under the clause of its own sentence', () => {
  const prices = [
    '£50 is added to the price of Passed for participants with care=yes.',
    '£25.50 is added to the price of Settled for participants with care=yes.',
  ];
  expect(priceOf('Settled', prices).additions).toStrictEqual([
    { clause: 'Prices/addition 2', with: ['care=yes'], amount: pounds(25.5) },
  ]);
  expect(priceOf('Housed', prices)).not.toHaveProperty('additions');
});

test('a price that the provider pays is so by the sentence that names the outcome', () => {
  const prices = [
    'The price of Passed is paid by the provider to the commissioner.',
    'The price of Settled is paid by the provider to the commissioner.',
  ];
  expect(priceOf('Passed', prices).reverse).toStrictEqual({ clause: 'Prices/reverse' });
  expect(priceOf('Settled', prices).reverse).toStrictEqual({ clause: 'Prices/reverse 2' });
  expect(priceOf('Housed', prices)).not.toHaveProperty('reverse');
});

test('a share of an outcome goes to a contributor', () => {
  const prices = ['10% of Passed is paid to Northshire College.'];
  expect(priceOf('Passed', prices).shares).toStrictEqual([
    { payee: 'Northshire College', share: fraction(1n, 10n), clause: 'Prices/share' },
  ]);
  expect(priceOf('Settled', prices).shares).toStrictEqual([]);
});
