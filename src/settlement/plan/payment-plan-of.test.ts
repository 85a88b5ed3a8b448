// The terms of payment, and when facts are too late, as the engine runs them.
import { describe, expect, test } from 'vitest';
import { aContract, type PageWords } from '../../../test/support/makers/page.ts';
import { length, pounds } from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { hashesOf } from '../../contract/index.ts';
import { fraction } from '../../money/index.ts';
import type { PaymentPlan } from './payment-plan.ts';
import { paymentPlanOf } from './payment-plan-of.ts';

const start = dayNumber('2027-04-01');

function planOfPayment(Payment: readonly string[], words: PageWords = {}): PaymentPlan {
  return paymentPlanOf([aContract({ said: { Payment }, ...words })], start);
}

test('a page that says nothing of payment has no terms', () => {
  expect(planOfPayment([])).toStrictEqual({});
});

test.each<[string, PaymentPlan]>([
  [
    'Outcomes are settled monthly and paid within 20 days.',
    { settled: { clause: 'Payment/settled', within: length('20 days') } },
  ],
  [
    'What is paid late bears interest at 8% a year over the Bank of England base rate.',
    {
      late: {
        clause: 'Payment/late payment',
        rate: fraction(2n, 25n),
        base: 'the Bank of England base rate',
      },
    },
  ],
  [
    'What is paid late bears interest at 8% a year.',
    { late: { clause: 'Payment/late payment', rate: fraction(2n, 25n) } },
  ],
  [
    '60% of a claim is paid on account until it is decided.',
    { onAccount: { clause: 'Payment/on account', share: fraction(3n, 5n) } },
  ],
  [
    'Only what is disputed is held, for no more than 60 days; the rest is paid on time.',
    { held: { clause: 'Payment/held', most: length('60 days') } },
  ],
  [
    'Only what is disputed is held; the rest is paid on time.',
    { held: { clause: 'Payment/held' } },
  ],
  [
    'A statement may be questioned for 60 days, and is answered within 15 days.',
    { questioned: { clause: 'Payment/questioned', open: length('60 days') } },
  ],
  [
    'Nothing is recovered more than 18 months after payment, nor more than 10% of a statement ' +
      'at a time, except for fraud or false records.',
    {
      recovery: {
        clause: 'Payment/recovery',
        after: length('18 months'),
        most: fraction(1n, 10n),
        except: ['fraud', 'false records'],
      },
    },
  ],
  [
    'Nothing is recovered more than 18 months after payment.',
    { recovery: { clause: 'Payment/recovery', after: length('18 months'), except: [] } },
  ],
  [
    'No more than 10% of a statement is recovered at a time, except for fraud.',
    {
      recovery: {
        clause: 'Payment/recovery share',
        most: fraction(1n, 10n),
        except: ['fraud'],
      },
    },
  ],
])('%s', (sentence, plan) => {
  expect(planOfPayment([sentence])).toStrictEqual(plan);
});

describe('a reserve', () => {
  const reserve = 'Each attachment reserves £2,400; nobody is referred when none is left.';

  test('is of each group, of the sum that may be spent', () => {
    const opening = ['It may spend £2,250,000 in all.'];
    expect(planOfPayment([reserve], { opening }).reserve).toStrictEqual({
      clause: 'Payment/reserve',
      amounts: new Map([['leaving', pounds(2400)]]),
      spend: pounds(2_250_000),
    });
  });

  test('may differ by group', () => {
    const rows = [
      'outcome | young | older',
      '**Settled**: housed, once per person | £1 | £2',
      '*set aside* | £2,400 | £1,200.50',
    ];
    const said = { Payment: [reserve.replace('£2,400', '*set aside*')] };
    const plan = planOfPayment([], { groups: ['young', 'older'], rows, said });
    expect([...(plan.reserve?.amounts ?? [])]).toStrictEqual([
      ['young', pounds(2400)],
      ['older', pounds(1200.5)],
    ]);
    expect(plan.reserve).not.toHaveProperty('spend');
  });
});

test('lengths in working days are those of the place of the page', () => {
  const opening = ['Working days are those of England.'];
  expect(planOfPayment([], { opening }).working).toBeDefined();
});

test('terms are those of the version in force on the day, before all of them the first', () => {
  const inDays = (days: number) => ({
    Payment: [`Outcomes are settled monthly and paid within ${days} days.`],
  });
  const first = aContract({ said: inDays(20) });
  const counts = 'Version 2 counts for outcomes from 1 April 2028';
  const opening = [`${counts} and replaces ${hashesOf(first).contract}.`];
  const second = aContract({ said: inDays(10), opening });
  const within = (day: Day) => paymentPlanOf([first, second], dayNumber(day)).settled?.within.count;
  expect(
    ['2026-01-01', '2028-03-31', '2028-04-01', '2031-01-01'].map((day) => within(day as Day)),
  ).toStrictEqual([20, 20, 10, 10]);
  const early = paymentPlanOf([second], dayNumber('2027-01-01'));
  expect(early.settled?.within.count).toBe(10);
});
