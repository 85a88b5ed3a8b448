import { beforeAll, expect, test } from 'vitest';
import { formatDecimal, formatMajor } from '../../src/money/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample, type WorkedPage } from '../support/settle-example.ts';

const name = 'alliance';
let page: WorkedPage;
let owed: Owed;

beforeAll(async () => {
  page = readWorkedPage(name);
  owed = await settleExample(page, readExample(name));
});

test('what a measure of the programme pays is shared equally, the odd penny to the earliest name', () => {
  const lines = owed.lines.filter(({ outcome }) => outcome === 'Fewer crises');
  const sums = lines.map(({ cohort, provider, amount }) => [cohort, provider, pounds(amount)]);
  expect(sums.toSorted()).toEqual([
    ['2027-04-01', 'Harbour House', '24833.34'],
    ['2027-04-01', 'Northshire Minds', '24833.33'],
    ['2027-04-01', 'Open Door', '24833.33'],
    ['2028-04-01', 'Harbour House', '26800.00'],
    ['2028-04-01', 'Northshire Minds', '26800.00'],
    ['2028-04-01', 'Open Door', '26800.00'],
  ]);
});

test('two cohorts are taken, and the third is not known', () => {
  const values = owed.measures.map(({ value }) => value && formatDecimal(value));
  expect(values).toEqual(['59/300', '0.236', undefined]);
});

test('what each provider achieves and what of the pots it has is its own', () => {
  expect(sumsBy(owed.lines, ({ provider }) => provider)).toEqual({
    'Open Door': '130733.33',
    'Harbour House': '147033.34',
    'Northshire Minds': '141733.33',
  });
});

test('three payers share it all, and beyond its limit the council pays for the police', () => {
  expect(paidBy(owed)).toEqual({
    'Northshire Health': '150160.00',
    'Northshire Police': '80000.00',
    'Northshire Council': '189340.00',
  });
});

test('without the limit the police would pay its shares whole, and the providers no less', async () => {
  const free = readWorkedPage(name, (text) => text.replace(/^- .* pays no more than .*\n/m, ''));
  const settled = await settleExample(free, readExample(name));
  expect(settled.total).toBe(owed.total);
  expect(paidBy(settled)).toEqual({
    'Northshire Health': '150160.00',
    'Northshire Police': '90570.00',
    'Northshire Council': '178770.00',
  });
});

function paidBy({ lines }: Owed): Readonly<Record<string, string>> {
  return sumsBy(
    lines.flatMap(({ payers = [] }) => payers),
    ({ payer }) => payer,
  );
}

function sumsBy<T extends Readonly<{ amount: bigint }>>(
  items: readonly T[],
  nameOf: (item: T) => string,
): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const item of items) {
    sums.set(nameOf(item), (sums.get(nameOf(item)) ?? 0n) + item.amount);
  }
  return Object.fromEntries([...sums].map(([each, sum]) => [each, pounds(sum)]));
}

function pounds(amount: bigint): string {
  return formatMajor(amount, 'GBP');
}
