// A line's amount can be worked out again from the data of its why alone: docs/settlement.md, Why.
import { describe, expect, test } from 'vitest';
import { recomputeFromWhy } from './recompute.ts';
import type { Why, WhyFactor } from './why.ts';

const unit = { unit: '1', direction: 'nearest' } as const;

/** £220, and what is said besides. */
function aWhy(words: Partial<Why> & Readonly<{ list?: string }> = {}): Why {
  const { list = '220', ...rest } = words;
  return {
    line: 'Outcomes/Settled|A1|Bright Futures|1',
    clause: 'Outcomes/Settled',
    outcome: 'Settled',
    number: 1,
    provider: 'Bright Futures',
    payer: 'Northshire Council',
    payee: 'Bright Futures',
    day: '2027-06-01',
    payableOn: '2027-06-01',
    version: 1,
    currency: 'GBP',
    sentences: [],
    facts: [],
    price: { list, year: 1, row: null },
    factors: [],
    rounding: { how: 'line', ...unit },
    gross: 'not read',
    notPaid: [],
    parts: [],
    amount: 'not read',
    ...rest,
  };
}

const factor = (name: WhyFactor['name'], value: string): WhyFactor => ({ name, value });
const clause = 'Limits/limit';

describe('The price', () => {
  test('is in smallest units of its currency', () => {
    expect(recomputeFromWhy(aWhy({ list: '0.5' }))).toBe(50n);
    expect(recomputeFromWhy(aWhy({ list: '500', currency: 'JPY' }))).toBe(500n);
    expect(recomputeFromWhy(aWhy({ list: '10000/3' }))).toBe(333_333n);
  });

  test.each(['taper', 'index', 'deadweight', 'discount', 'uplift', 'later rate'] as const)(
    'is multiplied by its %s before what is fixed is added: £200 / 2 + £10 is £110',
    (name) => {
      const additions = [{ amount: '10', clause: 'Prices/added' }];
      const why = aWhy({ list: '200', factors: [factor(name, '1/2')], additions });
      expect(recomputeFromWhy(why)).toBe(11_000n);
    },
  );

  test.each(['quantity', 'share', 'part'] as const)(
    'is multiplied by its %s after that: (£200 + £10) / 2 is £105',
    (name) => {
      const additions = [{ amount: '10', clause: 'Prices/added' }];
      const why = aWhy({ list: '200', factors: [factor(name, '0.5')], additions });
      expect(recomputeFromWhy(why)).toBe(10_500n);
    },
  );

  test('goes the other way with what is added to it: -(£200 + £10)', () => {
    const additions = [{ amount: '10', clause: 'Prices/added' }];
    const why = aWhy({ list: '200', factors: [factor('reverse', '-1')], additions });
    expect(recomputeFromWhy(why)).toBe(-21_000n);
  });
});

describe('Rounding', () => {
  const odd = { list: '1000/3' };

  test('of the line by itself, to the unit and in the direction of the page', () => {
    expect(recomputeFromWhy(aWhy(odd))).toBe(33_333n);
    const up = { how: 'line', unit: '100', direction: 'up' } as const;
    expect(recomputeFromWhy(aWhy({ ...odd, rounding: up }))).toBe(33_400n);
  });

  test('of a running total: what it grew by. £1.005 is £1.01, and £2.01 leave £1.00', () => {
    const running = (before: string) =>
      recomputeFromWhy(
        aWhy({ list: '1.005', rounding: { how: 'running', before, ...unit } as Why['rounding'] }),
      );
    expect(running('0')).toBe(101n);
    expect(running('1.005')).toBe(100n);
  });

  test('as a share of a total: rounded down, and a unit more for one that takes an odd one', () => {
    const share = (takesOddUnit: boolean) =>
      recomputeFromWhy(aWhy({ ...odd, rounding: { how: 'total', takesOddUnit, ...unit } }));
    expect(share(false)).toBe(33_333n);
    expect(share(true)).toBe(33_334n);
  });

  test('of what a larger unit adds to a total or takes: £1,234.56 to £10 is £4.56 less', () => {
    const rounding = {
      how: 'difference',
      sum: '1234.56',
      unit: '1000',
      direction: 'down',
    } as const;
    expect(recomputeFromWhy(aWhy({ list: '1234.56', rounding }))).toBe(-456n);
    // £1,234.565 is £1,234.57 in pence, so £1,240 are £5.43 more.
    const nearest = { ...rounding, sum: '1236.565', direction: 'nearest' } as const;
    expect(recomputeFromWhy(aWhy({ list: '1236.565', rounding: nearest }))).toBe(343n);
  });
});

describe('What is not paid', () => {
  test('is taken off, and what a payer’s own limit cut after that', () => {
    const notPaid = [{ reason: 'replaced', amount: '20.00', clause }] as const;
    expect(recomputeFromWhy(aWhy({ notPaid }))).toBe(20_000n);
    const payerCuts = [
      { amount: '50.00', clause },
      { amount: '0.01', clause },
    ];
    expect(recomputeFromWhy(aWhy({ notPaid, payerCuts }))).toBe(14_999n);
  });

  test('of each part of a line is what the limit that had least cut of it', () => {
    const limits = (...lefts: readonly string[]) => lefts.map((left) => ({ clause, left }));
    const parts = [
      { amount: '100.00', limits: limits('300.00', '80.00') },
      { amount: '120.00', limits: [] },
    ];
    expect(recomputeFromWhy(aWhy({ parts }))).toBe(20_000n);
    const all = [{ amount: '220.00', limits: limits('0.00') }];
    expect(recomputeFromWhy(aWhy({ parts: all }))).toBe(0n);
  });

  test('of a line below nothing is nothing, whatever a limit has left', () => {
    const parts = [{ amount: '-5.00', limits: [{ clause, left: '0.00' }] }];
    expect(recomputeFromWhy(aWhy({ list: '-5', parts }))).toBe(-500n);
  });
});

test('an amount that is no whole number of the smallest unit is a fault', () => {
  const notPaid = [{ reason: 'replaced', amount: '0.005', clause }] as const;
  expect(() => recomputeFromWhy(aWhy({ notPaid }))).toThrow('whole number of the smallest unit');
  expect(() => recomputeFromWhy(aWhy({ list: 'much' }))).toThrow('a decimal or a fraction');
});
