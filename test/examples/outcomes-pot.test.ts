import { expect, test } from 'vitest';
import { knownTooLate } from '../../examples/generate/outcomes-pot.ts';
import { formatMajor } from '../../src/money/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

const name = 'outcomes-pot';
const page = readWorkedPage(name);

test('the pot of a year is at its floor, then between, then at its ceiling, then a forecast', async () => {
  const { lines, forecast } = await settleExample(page, readExample(name));
  const pots = lines.filter(({ outcome }) => outcome === 'pot');
  expect(sumsOf(pots)).toEqual({
    '2027-04-01': '24000.00',
    '2028-04-01': '57600.00',
    '2029-04-01': '90000.00',
  });
  expect(sumsOf(forecast)).toEqual({ '2030-04-01': '24000.00' });
});

test('a pot is a forecast until the day on which its year closes, and owed from then on', async () => {
  const before = await settleExample(page, { asAt: '2029-06-29', knownAt: '2029-06-29' });
  const after = await settleExample(page, { asAt: '2029-06-30', knownAt: '2029-06-30' });
  const year = '2028-04-01';
  expect(sumsOf(before.forecast)[year]).toBe('57600.00');
  expect(sumsOf(before.lines)[year]).toBeUndefined();
  expect(sumsOf(after.lines)[year]).toBe('57600.00');
  expect(sumsOf(after.forecast)[year]).toBeUndefined();
});

test('who is known to be in work after the year has closed is too late for price and pot', async () => {
  const { notPaid } = await settleExample(page, readExample(name));
  const tooLate = notPaid.filter(({ reason }) => reason === 'too_late');
  expect(tooLate.map(({ amount }) => amount)).toEqual(Array(knownTooLate).fill(40_000n));
});

type Sum = Readonly<{ period?: string; amount: bigint }>;

/** The money of each period, of what has one. */
function sumsOf(items: readonly Sum[]): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const { period, amount } of items) {
    if (period !== undefined) sums.set(period, (sums.get(period) ?? 0n) + amount);
  }
  return Object.fromEntries([...sums].map(([period, sum]) => [period, formatMajor(sum, 'GBP')]));
}
