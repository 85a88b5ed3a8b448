// Erased: "settled lines ... enter a later settlement as given" (docs/settlement.md, Payable).
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { fraction, one } from '../../money/index.ts';
import { type Owed, owed } from '../owed.ts';
import { settlementResult } from '../result.ts';
import { givenLines } from './given-lines.ts';

const end = asAt('2032-03-31');
const came = (participant: string) =>
  attached('2027-04-01', { id: `A-${participant}`, participant });
const passed = (participant: string, day: Day) =>
  happened('level 2', day, { id: `F-${participant}`, participant });

const resultOf = (settled: Owed) => settlementResult(settled, { contract: 'first', language: 1 });

test('only lines of those erased are given, and none that is nobody’s', () => {
  const { participant: _, ...nobodys } = aResultLine({ line: 'Payment/grant|2027-04-01|A|1' });
  const lines = [aResultLine({ line: 'a', participant: 'A' }), aResultLine({ line: 'b' }), nobodys];
  const given = givenLines(aResult(lines), new Set(['A']));
  expect(given.map(({ line }) => line.line)).toEqual(['a']);
});

test('a line is given in numbers as it was settled: days, exact price, pence', () => {
  const line = aResultLine({
    day: '2027-09-01',
    payableOn: '2027-09-30',
    earnedOn: '2027-09-15',
    quantity: '2/3',
    price: '10000/3',
    gross: '2222.22',
    amount: '2000.00',
  });
  const notPaid = [
    { line: line.line, reason: 'limit', amount: '222.22', clause: 'Limits/limit' },
    { line: 'of another', reason: 'limit', amount: '1.00', clause: 'Limits/limit' },
  ] as const;
  const [given] = givenLines(aResult([line], { notPaid }), new Set(['Sam']));
  expect(given).toStrictEqual({
    line: {
      ...line,
      day: dayNumber('2027-09-01'),
      payableOn: dayNumber('2027-09-30'),
      earnedOn: dayNumber('2027-09-15'),
      quantity: fraction(2n, 3n),
      price: fraction(1_000_000n, 3n),
      gross: 222_222n,
      amount: 200_000n,
    },
    notPaid: [{ line: line.line, reason: 'limit', amount: 22_222n, clause: 'Limits/limit' }],
  });
  expect(given?.line).not.toHaveProperty('payers');
});

test('a currency without pence is read in its whole units', () => {
  const line = aResultLine({ price: '5000', gross: '5000', amount: '5000' });
  const [given] = givenLines(aResult([line], { currency: 'JPY' }), new Set(['Sam']));
  expect(given?.line).toMatchObject({ price: fraction(5000n), gross: 5000n, quantity: one });
});

test('a line that waits to be verified is given without a payable day', () => {
  const [given] = givenLines(aResult([aResultLine({ payableOn: null })]), new Set(['Sam']));
  expect(given?.line).not.toHaveProperty('payableOn');
  expect(given?.line).not.toHaveProperty('earnedOn');
});

test('£100 in thirds, three times: who paid which odd penny of a line stays when one is erased', () => {
  const third = fraction(1n, 3n);
  const payers = [
    {
      clause: 'Payment/payer share',
      pays: {
        is: 'shares',
        shares: [
          { payer: 'Health', share: third },
          { payer: 'Police', share: third },
        ],
      },
    },
  ] as const;
  const outcome = anOutcome({ price: { rows: [{ with: [], price: pounds(100) }] } });
  const plan = aPlan([outcome], { whole: aWhole({ payers }) });
  const facts = [
    ...['A', 'B', 'C'].map(came),
    passed('A', '2027-06-01'),
    passed('B', '2027-06-02'),
    passed('C', '2027-06-03'),
  ];
  const settled = owed(plan, facts, end);
  for (const erased of ['A', 'B', 'C']) {
    const given = givenLines(resultOf(settled), new Set([erased]));
    expect(given).toStrictEqual(
      settled.lines
        .filter(({ participant }) => participant === erased)
        .map((line) => ({ line, notPaid: [] })),
    );
    const left = facts.filter(({ participant }) => participant !== erased);
    const later = owed(plan, left, { ...end, given });
    expect(resultOf(later).lines).toEqual(resultOf(settled).lines);
  }
});
