// Steps 7 and 8 of docs/settlement.md: what an achievement is paid for its place among others.
import { describe, expect, test } from 'vitest';
import { asAt, attached, spell } from '../../../test/support/makers/facts.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import type { Day } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed } from '../index.ts';
import type { BandsPlan, LaterRatePlan } from '../plan/money-plan.ts';

const end = asAt('2032-03-31');
const half = fraction(1, 2);
const quarter = [{ payee: 'College', share: fraction(1, 4), clause: 'Prices/share' }];

function inBands(
  sizes: readonly (number | undefined)[],
  prices: readonly number[],
  words: Partial<BandsPlan> = {},
): OutcomePlan['price'] {
  const bands = { clause: 'Prices/bands', sizes, per: 'contract', over: 'contract', how: 'own' };
  const rows = prices.map((price, band) => ({ with: [], band, price: pounds(price) }));
  return { ...anOutcome().price, rows, bands: { ...bands, ...words } as BandsPlan };
}

function banded(
  sizes: readonly (number | undefined)[],
  prices: readonly number[],
  words: Partial<BandsPlan> = {},
): OutcomePlan {
  return anOutcome({ times: 9, price: inBands(sizes, prices, words) });
}

const qualified = anOutcome({
  name: 'Qualified',
  times: 9,
  condition: { is: 'happens', kinds: ['qualified'] },
});

const days = anOutcome({
  name: 'Days',
  condition: { is: 'each day', kinds: ['settled'], less: [] },
  times: 'any',
  price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
});

describe('7 bands', () => {
  test.each<[BandsPlan['over'], Day, Day, readonly string[]]>([
    ['month', '2027-06-29', '2027-06-30', ['A £100', 'B £50']],
    ['month', '2027-06-30', '2027-07-01', ['A £100', 'B £100']],
    ['quarter', '2027-04-01', '2027-06-30', ['A £100', 'B £50']],
    ['quarter', '2027-06-30', '2027-07-01', ['A £100', 'B £100']],
    ['year', '2027-04-01', '2028-03-31', ['A £100', 'B £50']],
    ['year', '2028-03-31', '2028-04-01', ['A £100', 'B £100']],
    ['contract', '2027-04-01', '2031-03-31', ['A £100', 'B £50']],
  ])('one at £100 in each %s, the others at £50: on %s and %s', (over, one, other, paid) => {
    const plan = aPlan([banded([1, undefined], [100, 50], { over })]);
    const facts = [...attachedAtFirst('A', 'B'), achieved('A', one), achieved('B', other)];
    expect(paidInLine(owed(plan, facts, end))).toEqual(paid);
  });

  test('for all providers together they count together, for each its own', () => {
    const facts = [
      ...attachedAtFirst('A', 'B of Harbour'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
    ];
    const paid = (per: BandsPlan['per']) =>
      paidInLine(owed(aPlan([banded([1, undefined], [100, 50], { per })]), facts, end));
    expect(paid('contract')).toEqual(['A £100', 'B £50']);
    expect(paid('provider')).toEqual(['A £100', 'B £100']);
  });

  test('the achievements of another outcome are counted apart', () => {
    const other = { ...qualified, price: inBands([1, undefined], [80, 40]) };
    const plan = aPlan([banded([1, undefined], [100, 50]), other]);
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02', { kind: 'qualified' }),
    ];
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £100', 'A £80']);
  });

  test('one at £100, the next two at £80, all further at £50, each or all at the band reached', () => {
    const facts = (many: number) => [
      ...attachedAtFirst('A'),
      ...(['2027-06-01', '2027-06-02', '2027-06-03', '2027-06-04'] as const)
        .slice(0, many)
        .map((day) => achieved('A', day)),
    ];
    const paid = (how: BandsPlan['how'], many: number) =>
      owed(aPlan([banded([1, 2, undefined], [100, 80, 50], { how })]), facts(many), end).total;
    expect([1, 2, 3, 4].map((many) => paid('own', many))).toEqual([10000n, 18000n, 26000n, 31000n]);
    expect([1, 2, 3, 4].map((many) => paid('reached', many))).toEqual([
      10000n,
      16000n,
      24000n,
      20000n,
    ]);
  });

  test('what is refused is not counted, and shows the price of the first band', () => {
    const plan = aPlan([banded([1, undefined], [100, 50], { how: 'reached' })]);
    const facts = [
      ...attachedAtFirst('A', 'B'),
      // Of two attachments the one attached first is whose it is; the other shows it.
      attached('2027-05-01', { id: 'A-X', participant: 'A', provider: 'Harbour' }),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02', { state: 'claimed' }),
    ];
    const settled = owed(plan, facts, end);
    expect(settled.total).toBe(10000n);
    expect(unpaidInLine(settled)).toEqual(['A other_provider £100', 'B not_verified £100']);
  });

  test('what was worth nothing in the first band is worth the price of its own', () => {
    const limits = [
      { clause: 'Limits/all', most: pounds(70), per: { is: 'contract' }, eachYear: false } as const,
    ];
    const outcome = banded([1, undefined], [0, 50]);
    const days = ['2027-06-01', '2027-06-02', '2027-06-03'] as const;
    const facts = [...attachedAtFirst('A'), ...days.map((day) => achieved('A', day))];
    const settled = owed(saying({ limits }, [outcome]), facts, end);
    expect(paidInLine(settled)).toEqual(['A £0', 'A £50', 'A £20']);
  });

  test('what a limit cuts is counted', () => {
    const limits = [aLimit(100)];
    const plan = aPlan([banded([2, undefined], [100, 50])], { limits });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
      achieved('B', '2027-06-03'),
    ];
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £100', 'A £0', 'B £50']);
  });

  test('an achievement that is shared with a contributor is counted once', () => {
    const price = { ...inBands([1, undefined], [100, 50]), shares: quarter };
    const plan = aPlan([anOutcome({ times: 9, price })]);
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
    ];
    expect(paidInLine(owed(plan, facts, end))).toEqual([
      'A £75',
      'A to College £25',
      'A £37.50',
      'A to College £12.50',
    ]);
  });

  test('a line of somebody erased keeps its price, and is counted', () => {
    const plan = aPlan([banded([1, undefined], [100, 50], { how: 'reached' })]);
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
    ];
    const before = owed(plan, facts.slice(0, 3), end);
    expect(paidInLine(before)).toEqual(['A £100']);
    const left = facts.filter(({ participant }) => participant !== 'A');
    const after = owed(plan, left, erasing('A', before));
    expect(paidInLine(after)).toEqual(['A £100', 'B £50']);
  });
});

test.each([
  ['other_provider', 'B £100'],
  ['too_late', 'B £100'],
  ['ended', 'B £100'],
  ['route', 'B £100'],
  ['limit', 'B £50'],
  ['replaced', 'B £50'],
] as const)('of somebody erased a line of which nothing was paid for %s: %s', (reason, paid) => {
  const price = inBands([1, undefined], [100, 50], { how: 'reached' });
  const plan = aPlan([anOutcome({ times: 9, price })]);
  const before = owed(plan, [...attachedAtFirst('A'), achieved('A', '2027-06-01')], end);
  const given = before.lines.map((line) => {
    const unpaid = { line: line.line, reason, amount: line.gross, clause: 'Limits/all' };
    return { line: { ...line, amount: 0n }, notPaid: [unpaid] };
  });
  const left = [...attachedAtFirst('B'), achieved('B', '2027-06-02')];
  expect(paidInLine(owed(plan, left, { ...end, given }))).toEqual(['A £0', paid]);
});

test('a claim of somebody erased takes no band, however much of it a limit had cut', () => {
  const price = inBands([1, undefined], [100, 50], { how: 'reached' });
  const limit = (most: number) =>
    ({
      clause: 'Limits/all',
      most: pounds(most),
      per: { is: 'contract' },
      eachYear: false,
    }) as const;
  const claim = achieved('A', '2027-06-01', { state: 'claimed' });
  const left = [...attachedAtFirst('B'), achieved('B', '2027-06-02')];
  for (const most of [100, 130, 200]) {
    const plan = saying({ limits: [limit(most)] }, [anOutcome({ times: 9, price })]);
    const before = owed(plan, [...attachedAtFirst('A'), claim, ...left], end);
    expect(paidInLine(before)).toEqual(['B £100', 'A £0']);
    const after = owed(plan, left, erasing('A', before));
    expect(paidInLine(after)).toEqual(['B £100', 'A £0']);
    expect(after.notPaid).toEqual(before.notPaid);
  }
});

describe('8 later rates', () => {
  const later = (sum: number, words: Partial<LaterRatePlan> = {}): LaterRatePlan => ({
    clause: 'Prices/later',
    sum: pounds(sum),
    per: 'contract',
    outcomes: ['Settled'],
    share: half,
    ...words,
  });
  const first = achieved('A', '2027-06-01');
  const second = achieved('A', '2027-06-02');
  const third = achieved('A', '2027-06-03');
  const three = [...attachedAtFirst('A'), first, second, third];

  test.each([
    [220, ['A £220', 'A £110', 'A £110']],
    [221, ['A £220', 'A £220', 'A £110']],
    [440, ['A £220', 'A £220', 'A £110']],
    [441, ['A £220', 'A £220', 'A £220']],
  ])('once £%d has been reached, by whatever line, those after it pay half', (sum, paid) => {
    expect(paidInLine(owed(saying({ laterRates: [later(sum)] }), three, end))).toEqual(paid);
  });

  test('what was paid at the later rate counts at that rate', () => {
    const rates = [later(220), later(320, { clause: 'Prices/later 2', share: fraction(1, 4) })];
    // £220, then £110 makes £330, then a half and a quarter of £220.
    const settled = owed(saying({ laterRates: rates }), three, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £110', 'A £27.50']);
  });

  test('of each provider its own lines are counted, or those of all together', () => {
    const facts = [...attachedAtFirst('A', 'B of Harbour'), first, achieved('B', '2027-06-02')];
    const paid = (per: LaterRatePlan['per']) =>
      paidInLine(owed(saying({ laterRates: [later(220, { per })] }), facts, end));
    expect(paid('provider')).toEqual(['A £220', 'B £220']);
    expect(paid('contract')).toEqual(['A £220', 'B £110']);
  });

  test('lines of other outcomes neither count nor change', () => {
    const outcomes = [anOutcome({ times: 9 }), qualified];
    const other = achieved('A', '2027-06-02', { kind: 'qualified' });
    const facts = [...attachedAtFirst('A'), first, other, third];
    const settled = owed(saying({ laterRates: [later(221)] }, outcomes), facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £220', 'A £220']);
  });

  test('what is refused counts for nothing', () => {
    const facts = [
      ...attachedAtFirst('A'),
      attached('2027-05-01', { id: 'A-X', participant: 'A', provider: 'Harbour' }),
      first,
      second,
    ];
    const settled = owed(saying({ laterRates: [later(221)] }), facts, end);
    expect(settled.total).toBe(44000n);
    expect(unpaidInLine(settled)).toEqual(['A other_provider £220', 'A other_provider £220']);
  });

  test('what is added to a price neither counts nor is lessened', () => {
    const additions = [{ clause: 'Prices/addition', with: [], amount: pounds(30) }];
    const paid = (sum: number) => {
      const outcome = anOutcome({ times: 9, price: { additions } });
      return paidInLine(owed(saying({ laterRates: [later(sum)] }, [outcome]), three, end));
    };
    expect(paid(440)).toEqual(['A £250', 'A £250', 'A £140']);
    expect(paid(441)).toEqual(['A £250', 'A £250', 'A £250']);
  });

  test('of what is paid for each day all days count', () => {
    const plan = saying({ laterRates: [later(201, { outcomes: ['Days'] })] }, [days]);
    const months = [
      spell('settled', { from: '2027-05-01', to: '2027-05-21' }, { participant: 'A', id: 'S1' }),
      spell('settled', { from: '2027-06-01', to: '2027-06-10' }, { participant: 'A', id: 'S2' }),
    ];
    const settled = owed(plan, [...attachedAtFirst('A'), ...months], end);
    expect(paidInLine(settled)).toEqual(['A £210', 'A £50']);
  });

  test('the parts of contributors are parts of one line, at one rate', () => {
    const outcome = anOutcome({ times: 9, price: { shares: quarter } });
    const settled = owed(saying({ laterRates: [later(300)] }, [outcome]), three, end);
    expect(paidInLine(settled)).toEqual([
      'A £165',
      'A to College £55',
      'A £165',
      'A to College £55',
      'A £82.50',
      'A to College £27.50',
    ]);
  });

  test('what the provider pays comes to its sum in the same way', () => {
    const outcome = anOutcome({ times: 9, price: { reverse: { clause: 'Prices/reverse' } } });
    const plan = saying({ laterRates: [later(400)] }, [outcome]);
    const settled = owed(plan, three, end);
    expect(paidInLine(settled)).toEqual(['A -£220', 'A -£220', 'A -£110']);
    const facts = [...three, ...attachedAtFirst('B'), achieved('B', '2027-06-04')];
    const before = owed(plan, facts, end);
    const left = facts.filter(({ participant }) => participant !== 'A');
    expect(owed(plan, left, erasing('A', before)).lines).toEqual(before.lines);
  });

  test('lines of somebody erased count for what they came to: a part, a share, many days', () => {
    const partial = anOutcome({
      name: 'Half a year',
      condition: settledFor('26 weeks'),
      window: within('1 year'),
      partialFrom: length('13 weeks'),
      price: { rows: [{ with: [], price: pounds(182) }] },
    });
    const shared = { ...qualified, price: { ...qualified.price, shares: quarter } };
    const outcomes = [partial, shared, anOutcome({ times: 9 })];
    const facts = [
      ...attachedAtFirst('A', 'B'),
      spell('settled', { from: '2027-04-01', to: '2027-07-30' }, { participant: 'A' }),
      achieved('A', '2028-04-02', { kind: 'qualified' }),
      achieved('B', '2028-04-03'),
      achieved('B', '2028-04-04'),
    ];
    // £121 for 121 of 182 days, and £220 shared, are £341: £220 more, then half.
    const names = outcomes.map(({ name }) => name);
    const paid = ['A £121', 'A £165', 'A to College £55', 'B £220', 'B £110'];
    for (const sum of [342, 561]) {
      const plan = saying({ laterRates: [later(sum, { outcomes: names })] }, outcomes);
      const before = owed(plan, facts, end);
      expect(paidInLine(before)).toEqual(paid);
      const left = facts.filter(({ participant }) => participant !== 'A');
      expect(owed(plan, left, erasing('A', before)).lines).toEqual(before.lines);
    }
  });

  test('a month that grew is paid at one rate, each part of it in its own place', () => {
    const limits = [
      {
        clause: 'Limits/all',
        most: pounds(300),
        per: { is: 'contract' },
        eachYear: false,
      } as const,
    ];
    const rates = [later(100, { outcomes: ['Days'] })];
    const plan = saying({ laterRates: rates, limits }, [days, anOutcome({ times: 9, price: {} })]);
    const facts = [
      ...attachedAtFirst('A', 'B'),
      spell('settled', { from: '2027-04-01', to: '2027-04-10' }, { participant: 'B', id: 'S1' }),
      spell('settled', { from: '2027-05-01', to: '2027-05-20' }, { participant: 'A', id: 'S2' }),
      spell(
        'settled',
        { from: '2027-05-21', to: '2027-05-31', known: '2027-07-09' },
        { participant: 'A', id: 'S3' },
      ),
      achieved('B', '2027-06-15'),
    ];
    // £100 in April; 20 days at £5 on 31 May; £100 of £220 on 15 June; of 11 days at £5 nothing.
    const settled = owed(plan, facts, end);
    expect(paidInLine(settled)).toEqual(['B £100', 'B £100', 'A £100']);
    expect(unpaidInLine(settled)).toEqual(['B limit £120', 'A limit £55']);
  });
});
