// Who pays (step 12 of docs/settlement.md).
import { expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';
import { pounds } from '../../../test/support/makers/plan.ts';
import { fraction } from '../../money/index.ts';
import type { PayerLimitPlan, PayerPlan } from './money-plan.ts';

const wholeOf = (...Payment: readonly string[]) => aVersionOf({ said: { Payment } }).whole;

test.each<[string, PayerPlan]>([
  [
    'The National Fund pays the first £400,000 of what is owed, and Northshire Council the rest.',
    {
      clause: 'Payment/payer of the first',
      pays: {
        is: 'first',
        payer: 'The National Fund',
        sum: pounds(400_000),
        eachYear: false,
        rest: 'Northshire Council',
      },
    },
  ],
  [
    'The National Fund pays the first £400,000 of what is owed in each year for Settled, and the ' +
      'commissioner the rest.',
    {
      clause: 'Payment/payer of the first',
      outcomes: ['Settled'],
      pays: {
        is: 'first',
        payer: 'The National Fund',
        sum: pounds(400_000),
        eachYear: true,
        rest: 'Northshire Council',
      },
    },
  ],
  [
    'The National Fund pays £100 of each Settled, and the commissioner the rest.',
    {
      clause: 'Payment/payer of a fixed amount',
      outcomes: ['Settled'],
      pays: {
        is: 'fixed',
        payer: 'The National Fund',
        amount: pounds(100),
        rest: 'Northshire Council',
      },
    },
  ],
  [
    'The commissioner pays 1/3 of what is owed.',
    {
      clause: 'Payment/payer share',
      pays: {
        is: 'shares',
        shares: [{ payer: 'Northshire Council', share: fraction(1n, 3n) }],
      },
    },
  ],
])('%s', (sentence, plan) => {
  expect(wholeOf(sentence)?.payers).toStrictEqual([plan]);
});

test.each<[string, PayerLimitPlan]>([
  [
    'The National Fund pays no more than £500; the commissioner pays what is beyond.',
    {
      clause: 'Payment/payer limit',
      payer: 'The National Fund',
      most: pounds(500),
      eachYear: false,
      beyond: 'Northshire Council',
    },
  ],
  [
    'The National Fund pays no more than £500 in each year; what is beyond is not paid.',
    {
      clause: 'Payment/payer limit',
      payer: 'The National Fund',
      most: pounds(500),
      eachYear: true,
    },
  ],
])('%s', (sentence, plan) => {
  const pays = 'The National Fund pays 50% of what is owed.';
  expect(wholeOf(pays, sentence)?.payerLimits).toStrictEqual([plan]);
});
