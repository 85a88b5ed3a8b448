import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan } from '../../../test/support/makers/plan.ts';
import type { Day } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatMajor, fraction, unitsOfMajor } from '../../money/index.ts';
import { difference } from '../difference/difference.ts';
import type { PaymentPlan } from '../plan/payment-plan.ts';
import type { ResultLine, ResultNotPaid, SettlementResult } from '../result.ts';
import { type Payable, payable } from './payable.ts';
import { signs } from './statement.ts';

const plan = aPlan([anOutcome()]);

/** What is owed for each line of Bright Futures, in pounds; a claim waits with its gross. */
type Sums = Readonly<
  Record<string, number | Readonly<{ claimed: number }> | Readonly<{ cut: number }>>
>;

function grossOf(sum: Exclude<Sums[string], number>): number {
  return 'claimed' in sum ? sum.claimed : sum.cut;
}

function resultOf(day: Day, sums: Sums): SettlementResult {
  const lines = Object.entries(sums).map(([name, sum]): ResultLine => {
    const [amount, gross] = typeof sum === 'number' ? [sum, sum] : [0, grossOf(sum)];
    return {
      line: name,
      clause: 'Outcomes/Settled',
      participant: name,
      provider: 'Bright Futures',
      payer: 'Northshire Council',
      payee: 'Bright Futures',
      outcome: 'Settled',
      number: 1,
      day,
      payableOn: day,
      quantity: '1',
      price: String(gross),
      gross: gross.toFixed(2),
      amount: amount.toFixed(2),
      version: 1,
    };
  });
  const notPaid = Object.entries(sums).flatMap(([line, sum]): ResultNotPaid[] => {
    if (typeof sum === 'number') return [];
    const amount = grossOf(sum).toFixed(2);
    const reason = 'claimed' in sum ? 'not_verified' : 'limit';
    return [{ line, reason, amount, clause: 'Outcomes/Settled' }];
  });
  const total = lines.reduce((units, { amount }) => units + unitsOfMajor(amount), 0n);
  return {
    contract: 'first',
    language: 1,
    engine: '1',
    currency: 'GBP',
    asAt: day,
    knownAt: day,
    total: formatMajor(total, 'GBP'),
    lines,
    notPaid,
    statuses: { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 },
  };
}

/** Settles one day after another, under the same terms or new ones; the first follows nothing. */
function pay(
  terms: PaymentPlan,
  story: readonly Readonly<{ day: Day; sums: Sums; terms?: PaymentPlan }>[],
  facts: readonly Fact[] = [],
): readonly Payable[] {
  let previous: (SettlementResult & Pick<Payable, 'outstanding'>) | undefined;
  return story.map(({ day, sums, terms: own }) => {
    const now = resultOf(day, sums);
    const rest = { now, ...(previous && { previous }), plan, facts };
    const paid = payable({ ...rest, payment: own ?? terms, changes: difference(rest) });
    previous = { ...now, outstanding: paid.outstanding };
    return paid;
  });
}

/** The pounds paid by each settlement. */
function paidBy(settlements: readonly Payable[]): readonly number[] {
  return settlements.map(({ statements }) =>
    statements.reduce((sum, { paid }) => sum + Number(paid) / 100, 0),
  );
}

function itemsOf({ statements }: Payable | { statements: Payable['statements'] }): string[] {
  return statements.flatMap(({ items }) =>
    items.map(({ is, line, amount }) => `${is} ${line} ${Number(amount) / 100}`),
  );
}

/** What a participant achieved on a day, and that it was withdrawn later for fraud. */
function fraudBy(participant: string, day: Day, withdrawn: Day): readonly Fact[] {
  return [
    happened('level 2', day, { id: 'f1', participant }),
    happened('withdrawn', withdrawn, { id: 'f2', participant, replaces: 'f1', method: 'fraud' }),
  ];
}

const held: PaymentPlan = { held: { clause: 'Payment/held', most: { count: 60, unit: 'day' } } };
const tenth: PaymentPlan = {
  recovery: {
    clause: 'Payment/recovery',
    after: { count: 18, unit: 'month' },
    most: fraction(1, 10),
    except: ['fraud'],
  },
};

test('without terms of payment everything due is paid, and who owes carries it forward', () => {
  const settlements = pay({}, [
    { day: '2028-01-31', sums: { a: 100, b: 50 } },
    { day: '2028-02-29', sums: { b: 50 } },
    { day: '2028-03-31', sums: { b: 50, c: 130 } },
  ]);
  expect(paidBy(settlements)).toEqual([150, 0, 30]);
  expect(settlements[1]?.outstanding.debts).toMatchObject([{ line: 'a', amount: '100.00' }]);
  expect(settlements[2]?.outstanding.debts).toEqual([]);
});

test('only what is disputed is held, until it is released', () => {
  const facts = [
    happened('disputed', '2028-01-10', { participant: 'a', provider: 'Bright Futures' }),
    happened('released', '2028-02-10', { participant: 'a', provider: 'Bright Futures' }),
  ];
  const sums = { a: 100, b: 50 };
  const days = ['2028-01-31', '2028-02-29'] as const;
  const settlements = pay(
    held,
    days.map((day) => ({ day, sums })),
    facts,
  );
  expect(paidBy(settlements)).toEqual([50, 100]);
  expect(settlements.map(itemsOf)).toEqual([['held a 100'], ['released a 100']]);
});

test('a hold of 60 days from 10 January is over after 10 March', () => {
  const facts = [happened('disputed', '2028-01-10', { participant: 'a' })];
  const sums = { a: 100 };
  const days = ['2028-01-31', '2028-03-10', '2028-03-11'] as const;
  const settlements = pay(
    held,
    days.map((day) => ({ day, sums })),
    facts,
  );
  expect(paidBy(settlements)).toEqual([0, 0, 100]);
});

test('a line that falls while it is held has never been paid, and nothing is recovered', () => {
  const facts = [happened('disputed', '2028-01-10', { participant: 'a' })];
  const settlements = pay(
    held,
    [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2028-02-29', sums: {} },
    ],
    facts,
  );
  expect(paidBy(settlements)).toEqual([0, 0]);
  expect(settlements[1]?.outstanding).toMatchObject({ held: [], debts: [] });
});

test('what has been paid already is not held', () => {
  const facts = [happened('disputed', '2028-02-10', { participant: 'a' })];
  const sums = { a: 100 };
  const days = ['2028-01-31', '2028-02-29'] as const;
  const settlements = pay(
    held,
    days.map((day) => ({ day, sums })),
    facts,
  );
  expect(paidBy(settlements)).toEqual([100, 0]);
});

test('60% of a claim is paid on account, and set against its verification', () => {
  const payment = { onAccount: { clause: 'Payment/on account', share: fraction(3, 5) } };
  const settlements = pay(payment, [
    { day: '2028-01-31', sums: { a: { claimed: 100 } } },
    { day: '2028-02-29', sums: { a: { claimed: 100 } } },
    { day: '2028-03-31', sums: { a: 100 } },
  ]);
  expect(paidBy(settlements)).toEqual([60, 0, 40]);
  expect(settlements[2]?.outstanding.onAccount).toEqual([]);
});

test('what was paid on a claim that is rejected comes off the next statement, whole', () => {
  const payment = { ...tenth, onAccount: { clause: 'Payment/on account', share: fraction(3, 5) } };
  const settlements = pay(payment, [
    { day: '2028-01-31', sums: { a: { claimed: 100 } } },
    { day: '2028-02-29', sums: { b: 50 } },
    { day: '2028-03-31', sums: { b: 50, c: 50 } },
  ]);
  expect(paidBy(settlements)).toEqual([60, 0, 40]);
});

test('no more than 10% of a statement is recovered: £100 is carried and comes off in parts', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2028-02-29', sums: { b: 300 } },
    { day: '2028-03-31', sums: { b: 300, c: 300 } },
    { day: '2028-04-30', sums: { b: 300, c: 300, d: 1000 } },
  ]);
  expect(paidBy(settlements)).toEqual([100, 270, 270, 960]);
  expect(settlements[2]?.outstanding.debts).toMatchObject([{ line: 'a', amount: '40.00' }]);
});

test('nothing is recovered more than 18 months after payment: it is written off', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100, b: 100 } },
    { day: '2029-07-31', sums: { b: 100 } },
    { day: '2029-08-01', sums: {} },
    { day: '2029-09-30', sums: { c: 100 } },
  ]);
  expect(settlements[1]?.outstanding.debts).toMatchObject([{ line: 'a' }]);
  expect(settlements[2]?.outstanding).toMatchObject({
    debts: [],
    writtenOff: [
      { line: 'a', amount: '100.00' },
      { line: 'b', amount: '100.00' },
    ],
  });
  expect(paidBy(settlements)).toEqual([200, 0, 0, 100]);
});

test('a limit of recovery that the terms gain later counts from the payment before it', () => {
  const settlements = pay({}, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2029-07-31', sums: { a: 100 } },
    { day: '2029-08-31', sums: {}, terms: tenth },
  ]);
  expect(settlements[2]?.outstanding).toMatchObject({
    debts: [],
    writtenOff: [{ line: 'a', amount: '100.00' }],
  });
});

test('what was held counts as paid when it was released, not when it was earned', () => {
  const facts = [
    happened('disputed', '2028-01-10', { participant: 'a' }),
    happened('released', '2029-01-10', { participant: 'a' }),
  ];
  const settlements = pay(
    { held: { clause: 'Payment/held' }, ...tenth },
    [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2029-01-31', sums: { a: 100 } },
      { day: '2029-09-30', sums: {} },
    ],
    facts,
  );
  expect(paidBy(settlements)).toEqual([0, 100, 0]);
  expect(settlements[1]?.outstanding.paid).toEqual([{ on: '2029-01-31', lines: ['a'] }]);
  expect(settlements[2]?.outstanding).toMatchObject({ writtenOff: [], debts: [{ line: 'a' }] });
});

test('a rise that is set against what was written off, or a debt, is no payment', () => {
  const again = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2029-12-31', sums: {} },
    { day: '2030-01-31', sums: { a: 100 } },
    { day: '2030-02-28', sums: {} },
  ]);
  expect(again[3]?.outstanding).toMatchObject({ debts: [], writtenOff: [{ amount: '100.00' }] });
  const setOff = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2029-06-30', sums: { a: 50 } },
    { day: '2029-07-31', sums: { a: 60 } },
    { day: '2029-08-31', sums: {} },
  ]);
  expect(setOff[3]?.outstanding).toMatchObject({ debts: [], writtenOff: [{ amount: '100.00' }] });
});

test('of a claim that is verified while disputed only what is beyond its share is held', () => {
  const payment = { ...held, onAccount: { clause: 'Payment/on account', share: fraction(3, 5) } };
  const facts = [happened('disputed', '2028-02-10', { participant: 'a' })];
  const settlements = pay(
    payment,
    [
      { day: '2028-01-31', sums: { a: { claimed: 100 } } },
      { day: '2028-02-29', sums: { a: 100, b: 500 } },
      { day: '2028-06-30', sums: { a: 100, b: 500 } },
    ],
    facts,
  );
  expect(paidBy(settlements)).toEqual([60, 500, 40]);
  expect(settlements[1]?.outstanding).toMatchObject({ held: [{ amount: '40.00' }], onAccount: [] });
});

test('what was written off and is owed again is not paid twice', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2029-12-31', sums: {} },
    { day: '2030-01-31', sums: { a: 120 } },
  ]);
  expect(paidBy(settlements)).toEqual([100, 0, 20]);
  expect(settlements[2]?.outstanding.writtenOff).toEqual([]);
});

test('what was to be recovered and is owed again is set off whole', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2028-02-29', sums: {} },
    { day: '2028-03-31', sums: { a: 100 } },
  ]);
  expect(paidBy(settlements)).toEqual([100, 0, 0]);
  expect(settlements[2]?.outstanding.debts).toEqual([]);
});

test('after fraud all is recovered at once, however late', () => {
  const facts = fraudBy('a', '2028-01-01', '2029-12-10');
  const settlements = pay(
    tenth,
    [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2029-12-31', sums: { b: 300 } },
    ],
    facts,
  );
  expect(paidBy(settlements)).toEqual([100, 200]);
});

test('a deduction comes off whole, and what a statement cannot bear is carried forward', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100, fine: -250 } },
    { day: '2028-02-29', sums: { a: 100, fine: -250, b: 100 } },
    { day: '2028-03-31', sums: { a: 100, b: 100 } },
  ]);
  expect(paidBy(settlements)).toEqual([0, 0, 200]);
  expect(settlements[1]?.outstanding.debts).toMatchObject([
    { line: 'fine', amount: '50.00', paidOn: null },
  ]);
});

/** The same as itemsOf, with the clause that says so. */
function clausesOf({ statements }: Payable): string[] {
  return statements.flatMap(({ items }) =>
    items.map(({ is, line, amount, clause = 'no clause' }) => {
      return `${is} ${line} ${Number(amount) / 100}: ${clause}`;
    }),
  );
}

describe('Each item names its line, its sum and the clause that says so', () => {
  const payment: PaymentPlan = {
    ...held,
    ...tenth,
    onAccount: { clause: 'Payment/on account', share: fraction(3, 5) },
  };

  test('what falls is recoverable and recovered, up to a tenth of the statement, rounded down', () => {
    const settlements = pay(payment, [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2028-02-29', sums: { b: 9.99 } },
    ]);
    expect(settlements.map(clausesOf)).toEqual([
      [],
      ['recoverable a 100: Payment/recovery', 'recovered a 0.99: no clause'],
    ]);
    expect(settlements[1]?.statements).toMatchObject([{ due: -9001n, paid: 900n }]);
  });

  test('what is too late is written off, and reversed when it is owed again', () => {
    const settlements = pay(payment, [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2029-12-31', sums: {} },
      { day: '2030-01-31', sums: { a: 30 } },
      { day: '2030-02-28', sums: { a: 120 } },
    ]);
    expect(settlements.map(clausesOf)).toEqual([
      [],
      ['recoverable a 100: Payment/recovery', 'written off a 100: Payment/recovery'],
      ['write-off reversed a 30: no clause'],
      ['write-off reversed a 70: no clause'],
    ]);
    expect(settlements[2]?.outstanding.writtenOff).toEqual([
      { line: 'a', payee: 'Bright Futures', amount: '70.00' },
    ]);
    expect(paidBy(settlements)).toEqual([100, 0, 0, 20]);
  });

  test('a rise is set first against what was written off for the line, then against its debt', () => {
    const settlements = pay(payment, [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2029-12-31', sums: { a: 60 } },
      { day: '2030-01-31', sums: { a: 70 } },
      { day: '2030-02-28', sums: { a: 10 } },
    ]);
    // £40 written off; £10 of it reversed. The £60 that fall then were paid as long ago.
    expect(settlements[3]?.outstanding).toMatchObject({
      debts: [],
      writtenOff: [{ line: 'a', amount: '90.00' }],
    });
  });

  test('a share of a claim is paid on account, and set against its decision', () => {
    const settlements = pay(payment, [
      { day: '2028-01-31', sums: { a: { claimed: 33.33 }, b: { claimed: 50 } } },
      { day: '2028-02-29', sums: { a: { claimed: 20 }, b: { claimed: 60 }, c: 100 } },
      { day: '2028-03-31', sums: { a: 0, b: 60, c: 100 } },
    ]);
    // 60% of £33.33 is £19.998, rounded down £19.99; of £20 £12, of £60 £36.
    expect(settlements.map(clausesOf)).toEqual([
      ['on account a 19.99: Payment/on account', 'on account b 30: Payment/on account'],
      [
        'on account settled a 7.99: Payment/on account',
        'recoverable a 7.99: Payment/on account',
        'on account b 6: Payment/on account',
        'recovered a 7.99: no clause',
      ],
      [
        'on account settled a 12: Payment/on account',
        'recoverable a 12: Payment/on account',
        'on account settled b 36: Payment/on account',
        'recoverable b 36: Payment/on account',
        'recovered a 12: no clause',
        'recovered b 36: no clause',
      ],
    ]);
    expect(paidBy(settlements)).toEqual([49.99, 98.01, 12]);
    expect(settlements[0]?.outstanding.onAccount).toEqual([
      { line: 'a', payee: 'Bright Futures', amount: '19.99' },
      { line: 'b', payee: 'Bright Futures', amount: '30.00' },
    ]);
  });

  test('while a claim is disputed nothing more is paid on account, and nothing taken back', () => {
    const facts = [happened('disputed', '2028-02-10', { participant: 'a' })];
    const settlements = pay(
      payment,
      [
        { day: '2028-01-31', sums: { a: { claimed: 100 } } },
        { day: '2028-02-29', sums: { a: { claimed: 200 }, b: { claimed: 50 } } },
        { day: '2028-03-31', sums: { a: { claimed: 50 }, b: { claimed: 50 } } },
        { day: '2028-04-30', sums: { a: { claimed: 200 }, b: { claimed: 50 } } },
      ],
      facts,
    );
    expect(settlements.map(itemsOf)).toEqual([
      ['on account a 60'],
      ['on account b 30'],
      [],
      ['on account a 60'],
    ]);
  });

  test('what is held of a claim that is verified names the clauses of both', () => {
    const facts = [happened('disputed', '2028-02-10', { participant: 'a' })];
    const settlements = pay(
      payment,
      [
        { day: '2028-01-31', sums: { a: { claimed: 100 } } },
        { day: '2028-02-29', sums: { a: 100 } },
        { day: '2028-03-31', sums: { a: 70 } },
        { day: '2028-04-30', sums: { a: 70 } },
      ],
      facts,
    );
    expect(settlements.map(clausesOf)).toEqual([
      ['on account a 60: Payment/on account'],
      ['on account settled a 60: Payment/on account', 'held a 40: Payment/held'],
      ['released a 30: Payment/held'],
      ['released a 10: Payment/held'],
    ]);
    expect(paidBy(settlements)).toEqual([60, 0, 0, 10]);
  });

  test('terms that no longer pay on account take back what was, whole', () => {
    const settlements = pay(payment, [
      { day: '2028-01-31', sums: { a: { claimed: 100 } } },
      { day: '2028-02-29', sums: { a: { claimed: 100 }, b: 80 }, terms: tenth },
      { day: '2028-03-31', sums: { a: 100, b: 80 }, terms: tenth },
    ]);
    expect(paidBy(settlements)).toEqual([60, 80, 40]);
  });
});

describe('What is taken back first', () => {
  test('without limit deductions and claims, then fraud, then the rest, the oldest payment first', () => {
    const facts = fraudBy('f', '2028-01-01', '2028-03-10');
    const settlements = pay(
      tenth,
      [
        { day: '2028-01-31', sums: { z: 100 } },
        { day: '2028-02-29', sums: { a: 100, z: 100, f: 100 } },
        { day: '2028-03-31', sums: { fine: -40, new: 1000 } },
      ],
      facts,
    );
    // 1,000 less 40 is 960; a tenth of that is 96: the older of z and a, after the £100 of fraud.
    expect(itemsOf(settlements[2] ?? { statements: [] }).slice(-3)).toEqual([
      'recovered fine 40',
      'recovered f 100',
      'recovered z 96',
    ]);
    expect(settlements[2]?.outstanding.debts).toEqual([
      {
        line: 'a',
        payee: 'Bright Futures',
        amount: '100.00',
        paidOn: '2028-02-29',
        exempt: false,
      },
      { line: 'z', payee: 'Bright Futures', amount: '4.00', paidOn: '2028-01-31', exempt: false },
    ]);
  });

  test('of payments of one day the first by name; what fraud took is carried without limit', () => {
    const facts = fraudBy('f', '2028-01-01', '2028-02-10');
    const settlements = pay(
      tenth,
      [
        { day: '2028-01-31', sums: { b: 100, a: 100, f: 100 } },
        { day: '2028-02-29', sums: { c: 50 } },
        { day: '2028-03-31', sums: { c: 50, d: 150 } },
        { day: '2030-03-31', sums: { c: 50, d: 150, e: 10 } },
      ],
      facts,
    );
    expect(settlements.map((each) => itemsOf(each).filter((is) => is.startsWith('reco')))).toEqual([
      [],
      ['recoverable b 100', 'recoverable a 100', 'recoverable f 100', 'recovered f 50'],
      ['recovered f 50', 'recovered a 15'],
      [],
    ]);
    expect(settlements[1]?.outstanding.debts).toMatchObject([
      { line: 'a', exempt: false },
      { line: 'b', exempt: false },
      { line: 'f', amount: '50.00', exempt: true },
    ]);
    expect(settlements[3]?.outstanding.writtenOff).toMatchObject([
      { line: 'a', amount: '85.00' },
      { line: 'b', amount: '100.00' },
    ]);
  });

  test('fraud before what was paid earlier, also where no share of a statement is the most', () => {
    const facts = fraudBy('f', '2028-02-01', '2028-03-10');
    const after = { count: 18, unit: 'month' } as const;
    const settlements = pay(
      { recovery: { clause: 'Payment/recovery', after, except: ['fraud'] } },
      [
        { day: '2028-01-31', sums: { a: 100 } },
        { day: '2028-02-29', sums: { a: 100, f: 100 } },
        { day: '2028-03-31', sums: { b: 130 } },
      ],
      facts,
    );
    expect(itemsOf(settlements[2] ?? { statements: [] }).slice(-2)).toEqual([
      'recovered f 100',
      'recovered a 30',
    ]);
  });

  test('of fraud only where the terms except it', () => {
    const facts = [
      happened('level 2', '2028-01-01', { id: 'f1', participant: 'f' }),
      happened('withdrawn', '2028-02-10', {
        id: 'f2',
        participant: 'f',
        replaces: 'f1',
        method: 'false records',
      }),
    ];
    const story = [
      { day: '2028-01-31', sums: { f: 100 } },
      { day: '2028-02-29', sums: { c: 50 } },
    ] as const;
    expect(paidBy(pay(tenth, story, facts))).toEqual([100, 45]);
    const both = { recovery: { ...tenth.recovery, clause: 'x', except: ['false records'] } };
    expect(paidBy(pay(both, story, facts))).toEqual([100, 0]);
  });
});

test('a deduction that is taken back settles what is still owed for it, and the rest is paid', () => {
  const settlements = pay({}, [
    { day: '2028-01-31', sums: { a: 100, fine: -250 } },
    { day: '2028-02-29', sums: { a: 100, fine: -50 } },
    { day: '2028-03-31', sums: { a: 100, fine: -70 } },
    { day: '2028-04-30', sums: { a: 100, fine: 10 } },
  ]);
  // £100 of £250 taken; £200 are given back: £150 of it were never taken, £50 are paid.
  expect(settlements.map(itemsOf)).toEqual([
    ['recoverable fine 250', 'recovered fine 100'],
    ['recovered fine 150'],
    ['recoverable fine 20'],
    ['recovered fine 20'],
  ]);
  expect(paidBy(settlements)).toEqual([0, 50, 0, 60]);
});

test('what is left outstanding is told by payee and line, with the day on which it was paid', () => {
  const settlements = pay({}, [
    { day: '2028-01-31', sums: { b: 100, a: 50, c: 10 } },
    { day: '2028-02-29', sums: { b: 120, a: 50, d: 10 } },
  ]);
  expect(settlements.map(({ outstanding }) => outstanding.paid)).toEqual([
    [{ on: '2028-01-31', lines: ['a', 'b', 'c'] }],
    [
      { on: '2028-01-31', lines: ['a'] },
      { on: '2028-02-29', lines: ['b', 'd'] },
    ],
  ]);
  const none = pay({}, [{ day: '2028-01-31', sums: { a: 0 } }]);
  expect(none[0]).toEqual({
    statements: [],
    outstanding: { held: [], onAccount: [], debts: [], writtenOff: [], paid: [] },
  });
});

test('a result that says nothing of what it left counts as paid in full on its day', () => {
  const previous = resultOf('2028-01-31', { a: 100 });
  const now = resultOf('2029-08-01', { b: 10 });
  const rest = { now, previous, plan, facts: [] };
  const { outstanding } = payable({ ...rest, payment: tenth, changes: difference(rest) });
  expect(outstanding).toMatchObject({ debts: [], writtenOff: [{ line: 'a', amount: '100.00' }] });
});

test('each payee has a statement of its own, in the order of names', () => {
  const result = resultOf('2028-01-31', { a: 100, b: 50, c: 20 });
  const to = ['Cove', 'Anchor', 'Bridge'];
  const lines = result.lines.map((line, at) => ({ ...line, payee: to[at] ?? '' }));
  const now = { ...result, lines };
  const { statements } = payable({
    now,
    plan,
    facts: [],
    payment: {},
    changes: difference({ now, plan, facts: [] }),
  });
  expect(statements).toEqual([
    { payee: 'Anchor', due: 5000n, items: [], paid: 5000n },
    { payee: 'Bridge', due: 2000n, items: [], paid: 2000n },
    { payee: 'Cove', due: 10_000n, items: [], paid: 10_000n },
  ]);
});

test('a dispute holds by the kinds on which the outcome rests', () => {
  const facts = [happened('disputed', '2028-01-10', { participant: 'a', about: 'level 2' })];
  const other = [happened('disputed', '2028-01-10', { participant: 'a', about: 'level 3' })];
  const story = [{ day: '2028-01-31', sums: { a: 100 } }] as const;
  expect(paidBy(pay(held, story, facts))).toEqual([0]);
  expect(paidBy(pay(held, story, other))).toEqual([100]);
});

test('of what was paid on one day the first by name is taken back first', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { b: 100, a: 100 } },
    { day: '2028-02-29', sums: { c: 1500 } },
  ]);
  expect(settlements.slice(1).map(itemsOf)).toEqual([
    ['recoverable b 100', 'recoverable a 100', 'recovered a 100', 'recovered b 50'],
  ]);
});

test('a claim that is decided and cut by a limit is decided: what was paid on it is taken back', () => {
  const payment = { onAccount: { clause: 'Payment/on account', share: fraction(3, 5) } };
  const settlements = pay(payment, [
    { day: '2028-01-31', sums: { a: { claimed: 100 } } },
    { day: '2028-02-29', sums: { a: { cut: 100 }, b: 80 } },
  ]);
  expect(paidBy(settlements)).toEqual([60, 20]);
});

test('a payee that still owes, and of whom nothing is moved, has no statement', () => {
  const settlements = pay({}, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2028-02-29', sums: {} },
    { day: '2028-03-31', sums: {} },
  ]);
  expect(settlements[1]?.statements).toMatchObject([{ due: -10_000n, paid: 0n }]);
  expect(settlements[2]?.statements).toEqual([]);
  expect(settlements[2]?.outstanding.debts).toHaveLength(1);
});

describe('On which day a line was last paid more', () => {
  const paidOf = (settlements: readonly Payable[]) =>
    settlements.map(({ outstanding }) => outstanding.paid);

  test('is kept while it is owed, or what was paid for it is open; not once it is settled', () => {
    const open = pay({}, [
      { day: '2028-01-31', sums: { a: 100 } },
      { day: '2028-02-29', sums: { a: 0 } },
      { day: '2028-03-31', sums: { a: 0, b: 200 } },
    ]);
    expect(paidOf(open)).toEqual([
      [{ on: '2028-01-31', lines: ['a'] }],
      [{ on: '2028-01-31', lines: ['a'] }],
      [{ on: '2028-03-31', lines: ['b'] }],
    ]);
  });

  test('stands by day, the earliest first, whatever the lines are called', () => {
    const settlements = pay({}, [
      { day: '2028-01-31', sums: { b: 100 } },
      { day: '2028-02-29', sums: { a: 50, b: 100 } },
    ]);
    expect(paidOf(settlements)[1]).toEqual([
      { on: '2028-01-31', lines: ['b'] },
      { on: '2028-02-29', lines: ['a'] },
    ]);
  });

  test('is not that of another line that rose beside it', () => {
    const settlements = pay(tenth, [
      { day: '2028-01-31', sums: { a: 100, b: 100 } },
      { day: '2028-02-29', sums: { a: 150, b: 50 } },
    ]);
    expect(paidOf(settlements)[1]).toEqual([
      { on: '2028-01-31', lines: ['b'] },
      { on: '2028-02-29', lines: ['a'] },
    ]);
  });

  test('is none while all of it is held', () => {
    const facts = [happened('disputed', '2028-01-10', { participant: 'a' })];
    const settlements = pay(
      { held: { clause: 'Payment/held' } },
      [
        { day: '2028-01-31', sums: { a: 100 } },
        { day: '2028-02-29', sums: { a: 100 } },
      ],
      facts,
    );
    expect(paidOf(settlements)).toEqual([[], []]);
    const risen = pay(
      { held: { clause: 'Payment/held' } },
      [
        { day: '2028-01-31', sums: { a: 0 } },
        { day: '2028-02-29', sums: { a: 100 } },
      ],
      facts,
    );
    expect(paidOf(risen)).toEqual([[], []]);
  });
});

test('what rises is set against what was written off, and only beyond it against a debt', () => {
  const settlements = pay(tenth, [
    { day: '2028-01-31', sums: { a: 100 } },
    { day: '2029-12-31', sums: { a: 50 } },
    { day: '2030-01-31', sums: { a: 20 }, terms: {} },
    { day: '2030-02-28', sums: { a: 40 }, terms: {} },
    { day: '2030-03-31', sums: { a: 75 }, terms: {} },
  ]);
  // £50 written off, £30 a debt; £20 of the £50 reversed, then the £30 left of it and £5 of the debt.
  expect(settlements.slice(3).map(itemsOf)).toEqual([
    ['write-off reversed a 20'],
    ['write-off reversed a 30', 'recovered a 5'],
  ]);
  expect(settlements[4]?.outstanding).toMatchObject({
    debts: [{ line: 'a', amount: '25.00' }],
    writtenOff: [],
  });
});

describe('A debt after fraud', () => {
  /** What is left outstanding when a line falls by these causes, one settlement after another. */
  function debtsAfter(
    falls: readonly Readonly<{ day: Day; sums: Sums; facts: readonly string[] }>[],
  ) {
    const facts = [happened('withdrawn', '2028-02-10', { id: 'F', method: 'fraud' })];
    let previous: (SettlementResult & Pick<Payable, 'outstanding'>) | undefined;
    return falls.map(({ day, sums, facts: moved }) => {
      const now = resultOf(day, sums);
      const rest = { now, ...(previous && { previous }), plan, facts };
      const changes = difference(rest).map((change) => {
        return { ...change, cause: { is: 'facts', facts: moved } as const };
      });
      const paid = payable({ ...rest, payment: tenth, changes });
      previous = { ...now, outstanding: paid.outstanding };
      return paid.outstanding.debts.map(({ amount, exempt }) => `${amount} ${exempt}`);
    });
  }

  test('has no limit where any fact that moved the line says so', () => {
    expect(
      debtsAfter([
        { day: '2028-01-31', sums: { a: 100 }, facts: [] },
        { day: '2028-02-29', sums: {}, facts: ['other', 'F'] },
      ]),
    ).toEqual([[], ['100.00 true']]);
  });

  test('stays without limit until it is paid; what falls after that is as usual', () => {
    expect(
      debtsAfter([
        { day: '2028-01-31', sums: { a: 200 }, facts: [] },
        { day: '2028-02-29', sums: { a: 100 }, facts: ['F'] },
        { day: '2028-03-31', sums: { a: 50 }, facts: ['other'] },
        { day: '2028-04-30', sums: { a: 50, b: 150 }, facts: [] },
        { day: '2028-05-31', sums: { a: 20, b: 150 }, facts: ['other'] },
      ]),
    ).toEqual([[], ['100.00 true'], ['150.00 true'], [], ['30.00 false']]);
  });
});

test('a deduction that is still owed is told as a debt that was never paid, within the limits', () => {
  const [settlement] = pay(tenth, [{ day: '2028-01-31', sums: { fine: -50 } }]);
  expect(settlement?.outstanding.debts).toEqual([
    { line: 'fine', payee: 'Bright Futures', amount: '50.00', paidOn: null, exempt: false },
  ]);
});

const sums = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.oneof(
    fc.integer({ min: -200, max: 500 }),
    fc.record({ claimed: fc.integer({ min: 1, max: 300 }) }),
  ),
);
const months: readonly Day[] = ['2028-01-31', '2028-07-31', '2029-01-31', '2029-10-31'];
const everything: PaymentPlan = {
  ...held,
  ...tenth,
  onAccount: { clause: 'Payment/on account', share: fraction(1, 3) },
};

test('paid + held + carried + on account, to date, is always what is owed to date', () => {
  const disputes = [
    happened('disputed', '2028-01-10', { id: 'd1', participant: 'a' }),
    happened('released', '2028-03-10', { id: 'd2', participant: 'a' }),
    happened('disputed', '2029-01-10', { id: 'd3', participant: 'b' }),
  ];
  fc.assert(
    fc.property(fc.array(sums, { minLength: 4, maxLength: 4 }), (story) => {
      const days = months.map((day, at) => ({ day, sums: story[at] ?? {} }));
      const settlements = pay(everything, days, disputes);
      let paid = 0n;
      for (const [at, { statements, outstanding }] of settlements.entries()) {
        for (const statement of statements) {
          const moved = statement.items.map(({ is, amount }) => signs[is] * amount);
          expect(moved.reduce((sum, each) => sum + each, statement.due)).toBe(statement.paid);
          expect(statement.paid >= 0n).toBe(true);
          paid += statement.paid;
        }
        const sum = (items: readonly Readonly<{ amount: string }>[]) =>
          items.reduce((units, { amount }) => units + unitsOfMajor(amount), 0n);
        const { held: stopped, debts, writtenOff, onAccount } = outstanding;
        const { total } = resultOf(months[at] as Day, story[at] ?? {});
        expect(paid + sum(stopped) - sum(debts) - sum(writtenOff) - sum(onAccount)).toBe(
          unitsOfMajor(total),
        );
      }
    }),
    { numRuns: 300 },
  );
});
