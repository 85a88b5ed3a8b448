// "Payable" and "The result" of docs/settlement.md: what a result that follows another holds.
import { expect, test } from 'vitest';
import { attached } from '../../../test/support/makers/facts.ts';
import { aContract } from '../../../test/support/makers/page.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import type { SettlementResult } from '../result.ts';
import { type PaidResult, paidResult, withReserved } from './paid-result.ts';

const plan = aPlan([anOutcome()]);
const first = aResult([aResultLine()], { total: '220.00' });
const terms = [
  'Outcomes are settled monthly and paid within 20 days.',
  'A statement may be questioned for 60 days, and is answered within 15 days.',
  'What is paid late bears interest at 8% a year over the Bank of England base rate.',
];

function paid(
  Payment: readonly string[],
  now: SettlementResult = first,
  previous?: PaidResult,
): PaidResult {
  const contracts = [aContract({ said: { Payment } })];
  const all = { now, plan, contracts, facts: [] };
  return paidResult(previous ? { ...all, previous } : all);
}

test('a first settlement pays everything, and says what changed and by when it is paid', () => {
  const { changes, payable } = paid(terms);
  expect(changes).toEqual([
    {
      line: 'Outcomes/Settled|A1|Bright Futures|1',
      clause: 'Outcomes/Settled',
      outcome: 'Settled',
      participant: 'Sam',
      provider: 'Bright Futures',
      payee: 'Bright Futures',
      takenBack: '0.00',
      paid: '220.00',
      payers: [{ payer: 'Northshire Council', takenBack: '0.00', paid: '220.00' }],
      cause: { is: 'first' },
    },
  ]);
  // As at 30 September: 20 days and 60 days from 1 October.
  expect(payable).toEqual({
    paid: '220.00',
    payBy: '2027-10-20',
    questionBy: '2027-11-29',
    interest: { rate: '0.08', over: 'the Bank of England base rate' },
    statements: [{ payee: 'Bright Futures', due: '220.00', items: [], paid: '220.00' }],
  });
});

test('what the page does not say is null; interest may be over nothing', () => {
  expect(paid([]).payable).toMatchObject({ payBy: null, questionBy: null, interest: null });
  const late = ['What is paid late bears interest at 8% a year.'];
  expect(paid(late).payable?.interest).toEqual({ rate: '0.08', over: null });
});

test('the day of a settlement is the later of its two', () => {
  const later = aResult([aResultLine()], { knownAt: '2027-10-10' });
  expect(paid(terms, later).payable).toMatchObject({ payBy: '2027-10-30' });
});

test('what falls shows as an item in whole units; all statements add up to what is paid', () => {
  const before = paid([]);
  const now = aResult(
    [
      aResultLine({ line: 'Outcomes/Settled|A2|Bright Futures|1', participant: 'Ali' }),
      aResultLine({ line: 'Outcomes/Settled|A3|Anchor|1', provider: 'Anchor', amount: '10.50' }),
      aResultLine({ line: 'Outcomes/Settled|A4|Bright Futures|1', amount: '5.00' }),
    ],
    { asAt: '2027-10-31' },
  );
  const { payable, outstanding } = paid([], now, before);
  expect(payable?.statements).toEqual([
    { payee: 'Anchor', due: '10.50', items: [], paid: '10.50' },
    {
      payee: 'Bright Futures',
      due: '5.00',
      items: [
        { is: 'recoverable', line: 'Outcomes/Settled|A1|Bright Futures|1', amount: '220.00' },
        { is: 'recovered', line: 'Outcomes/Settled|A1|Bright Futures|1', amount: '220.00' },
      ],
      paid: '5.00',
    },
  ]);
  expect(payable?.paid).toBe('15.50');
  expect(outstanding?.paid).toEqual([
    {
      on: '2027-10-31',
      lines: [
        'Outcomes/Settled|A2|Bright Futures|1',
        'Outcomes/Settled|A3|Anchor|1',
        'Outcomes/Settled|A4|Bright Futures|1',
      ],
    },
  ]);
});

test('what is reserved stands in the result of a page that reserves, and in no other', () => {
  const facts = [attached('2027-05-01')];
  const reserving = (Payment: readonly string[], spend: string) =>
    withReserved(first, {
      plan,
      facts,
      contracts: [aContract({ said: { Payment }, opening: [spend] })],
    });
  const each = ['Each attachment reserves £2,400; nobody is referred when none is left.'];
  const nothing = [
    'Nothing is reserved; what is earned beyond the sum that may be spent is not paid.',
  ];
  expect(reserving(nothing, 'It may spend £5,000 in all.')).toEqual({
    result: first,
    isUsedUp: false,
  });
  // £5,000 less £220 owed and £2,180 set aside.
  expect(reserving(each, 'It may spend £5,000 in all.')).toEqual({
    result: { ...first, reserved: { attachments: 1, amount: '2180.00', left: '2600.00' } },
    isUsedUp: false,
  });
  expect(reserving(each, 'It may spend £4,000 in all.').isUsedUp).toBe(true);
});
