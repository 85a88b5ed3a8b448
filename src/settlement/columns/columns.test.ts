import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import { referenceAt } from '../../facts/index.ts';
import { fraction, one } from '../../money/index.ts';
import { lineChunks, owedByColumn } from '../index.ts';
import { amountColumn, amountIn, putAmount } from './amount-column.ts';
import { attachedColumns, rowOfAttachment } from './attached-columns.ts';
import { worthNumber, worthPool } from './worth-pool.ts';

describe('amounts', () => {
  test('come out of their rows as they went in, and are nothing elsewhere', () => {
    const column = amountColumn();
    putAmount(column, 3, 9_007_199_254_740_991n);
    putAmount(column, 1000, -22_000n);
    expect([0, 3, 1000, 5000].map((row) => amountIn(column, row))).toEqual([
      0, 9_007_199_254_740_991, -22_000, 0,
    ]);
  });

  test('that no plain number holds exactly are a fault', () => {
    expect(() => putAmount(amountColumn(), 0, 2n ** 53n)).toThrow('safe whole number');
  });
});

test('an attachment has one row, and a participant who follows another has others', () => {
  const columns = attachedColumns();
  const add = (participant: string, id: string, provider = 'Bright Futures') =>
    rowOfAttachment(columns, participant, { id, provider });
  expect([add('A', 'A1'), add('A', 'A2'), add('A', 'A1'), add('A', 'A1', 'Harbour')]).toEqual([
    0, 1, 0, 2,
  ]);
  expect([add('B', 'B1'), add('B', 'B1')]).toEqual([3, 3]);
  expect([0, 1].map((row) => referenceAt(columns.participants, row))).toEqual(['A', 'B']);
  expect([0, 1, 2, 3].map((row) => referenceAt(columns.ids, row))).toEqual([
    'A1',
    'A2',
    'A1',
    'B1',
  ]);
});

test('what is worth the same has one number', () => {
  const pool = worthPool();
  const [low, high] = [fraction(22_000), fraction(33_000)];
  const of = (price: typeof one, quantity: typeof one, gross: bigint) =>
    worthNumber(pool, { price, quantity, gross });
  expect(of(low, one, 22_000n)).toBe(1);
  expect(of(high, one, 33_000n)).toBe(2);
  expect(of(low, fraction(1), 22_000n)).toBe(1);
  expect(of(low, one, 22_001n)).toBe(3);
  expect(of(low, one, 22_000n)).toBe(1);
  expect(of(low, fraction(1, 2), 11_000n)).toBe(4);
  expect(of(low, fraction(1, 2), 11_000n)).toBe(4);
});

test('lines may be worth any number of things', () => {
  const facts = [attached('2027-05-01'), happened('level 2', '2027-06-01')];
  const owed = owedByColumn(aPlan([anOutcome()]), facts, asAt('2027-12-31'));
  for (let gross = 1; gross <= 200_000; gross += 1) {
    const price = fraction(gross);
    worthNumber(owed.columns.worths, { price, quantity: one, gross: BigInt(gross) });
  }
  const [chunk] = lineChunks(owed).chunks;
  expect(chunk?.gross).toEqual(Float64Array.of(22_000));
});
