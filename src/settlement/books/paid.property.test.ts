// What is paid, held and carried forward, booked month by month.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallPage } from '../../../test/cli/small-page.ts';
import { aFact } from '../../../test/support/makers/facts.ts';
import { aPlan } from '../../../test/support/makers/plan.ts';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { dayNumber } from '../../calendar/index.ts';
import { readContract } from '../../contract/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import { type PaidResult, paidResult } from '../payable/paid-result.ts';
import type { ResultLine, SettlementResult } from '../result.ts';
import { ledgerOf } from './ledger-of.ts';

const payment = `## Payment

- 40% of a claim is paid on account until it is decided.
- Only what is disputed is held, for no more than 60 days; the rest is paid on time.
- Nothing is recovered more than 2 months after payment, nor more than 50% of a statement at a time,
  except for fraud.

## Examples`;

const read = readContract(smallPage.replace('## Examples', payment), 'page.md');
const plan = aPlan([]);

const disputes = [
  aFact({ id: 'D1', kind: 'disputed', participant: 'P1', day: '2027-05-10' }),
  aFact({ id: 'D2', kind: 'disputed', participant: 'P2', day: '2027-06-10' }),
  aFact({ id: 'R1', kind: 'released', participant: 'P1', day: '2027-07-10' }),
];

const line = fc
  .record({
    participant: fc.constantFrom('P1', 'P2', 'P3'),
    provider: fc.constantFrom('Bright Futures', 'Harbour House'),
    outcome: fc.constantFrom('Settled', 'Qualified', 'Deduction'),
    amount: fc.bigInt({ min: 0n, max: 30_000n }),
    waits: fc.bigInt({ min: 0n, max: 30_000n }),
  })
  .map(({ amount, waits, ...words }) => {
    const name = `Outcomes/${words.outcome}|${words.participant}|${words.provider}|1`;
    const isTaken = words.outcome === 'Deduction';
    const major = formatMajor(isTaken ? -amount : amount, 'GBP');
    const made = aResultLine({ ...words, line: name, amount: major });
    return { made, waits: isTaken ? 0n : waits };
  });

const month = fc.uniqueArray(line, { selector: ({ made }) => made.line, maxLength: 10 });
const months = fc.array(month, { minLength: 2, maxLength: 6 });

type Drawn = Readonly<{ made: ResultLine; waits: bigint }>;

/** Settlements month by month, each paid after the one before it. */
function settled(drawn: readonly (readonly Drawn[])[]): readonly PaidResult[] {
  const results: PaidResult[] = [];
  for (const [at, lines] of drawn.entries()) {
    const asAt = `2027-${String(at + 4).padStart(2, '0')}-28` as SettlementResult['asAt'];
    const waiting = lines.filter(({ waits }) => waits > 0n);
    const notPaid = waiting.map(({ made: { line: name, clause }, waits }) => {
      const amount = formatMajor(waits, 'GBP');
      return { line: name, clause, reason: 'not_verified' as const, amount };
    });
    const now = aResult(
      lines.map(({ made }) => made),
      { asAt, notPaid },
    );
    const previous = results.at(-1);
    const following = { now, plan, contracts: [read.contract], facts: disputes };
    results.push(paidResult(previous === undefined ? following : { ...following, previous }));
  }
  return results;
}

function ledgerOfAll([first, ...more]: readonly PaidResult[]): Ledger {
  if (first === undefined) throw new Error('There is no settlement.');
  return ledgerOf([first, ...more], 'clause');
}

function heldFor({ balances }: Ledger, purpose: string): bigint {
  const own = [...balances.values()].filter(({ account }) => account[0] === purpose);
  return own.reduce((sum, { amount }) => sum + amount, 0n);
}

function shown({ balances }: Ledger): Readonly<Record<string, bigint>> {
  const held = [...balances].filter(([, { amount }]) => amount !== 0n);
  return Object.fromEntries(held.map(([name, { amount }]) => [name, amount]).toSorted());
}

function sumOf(items: readonly Readonly<{ amount: string }>[] = []): bigint {
  return items.reduce((sum, { amount }) => sum + unitsOfMajor(amount), 0n);
}

test('the page of these tests has no problem', () => {
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(dayNumber('2027-04-28')).toBeGreaterThan(plan.startsOn);
});

test('after each settlement nothing is owed: it is paid, held, recoverable or written off', () => {
  fc.assert(
    fc.property(months, (drawn) => {
      const results = settled(drawn);
      const ledger = ledgerOfAll(results);
      const { outstanding, lines } = results.at(-1) ?? {};
      expect(heldFor(ledger, 'owed')).toBe(0n);
      expect(heldFor(ledger, 'due')).toBe(sumOf(lines));
      expect(heldFor(ledger, 'held')).toBe(-sumOf(outstanding?.held));
      expect(heldFor(ledger, 'on account')).toBe(sumOf(outstanding?.onAccount));
      expect(heldFor(ledger, 'recoverable')).toBe(sumOf(outstanding?.debts));
      expect(heldFor(ledger, 'written off')).toBe(sumOf(outstanding?.writtenOff));
      const paid = results.reduce((sum, each) => sum + unitsOfMajor(each.payable?.paid ?? ''), 0n);
      expect(heldFor(ledger, 'paid')).toBe(-paid);
    }),
  );
});

test('the last settlement and the one before it come to the same as all of them', () => {
  fc.assert(
    fc.property(months, (drawn) => {
      const results = settled(drawn);
      expect(shown(ledgerOfAll(results.slice(-2)))).toEqual(shown(ledgerOfAll(results)));
      expect(shown(ledgerOfAll(results.slice(-1)))).toEqual(shown(ledgerOfAll(results)));
    }),
  );
});

test('by line, statements come to the same as by clause', () => {
  fc.assert(
    fc.property(months, (drawn) => {
      const [first, ...more] = settled(drawn);
      if (first === undefined) return;
      const byLine = ledgerOf([first, ...more], 'line');
      expect(shown(byLine)).toEqual(shown(ledgerOf([first, ...more], 'clause')));
    }),
  );
});

test('a settlement of which nothing says what was paid counts as paid once another follows it', () => {
  const first = aResult([aResultLine()]);
  const now = aResult([aResultLine({ amount: '200.00' })], { asAt: '2027-10-31' });
  const next = paidResult({ now, previous: first, plan, contracts: [read.contract], facts: [] });
  expect(shown(ledgerOfAll([first]))).toEqual({
    'due:Northshire Council': 22_000n,
    'owed:Bright Futures': -22_000n,
  });
  expect(shown(ledgerOfAll([first, next]))).toEqual({
    'due:Northshire Council': 20_000n,
    'paid:Bright Futures': -22_000n,
    'recoverable:Bright Futures': 2_000n,
  });
});

test('a statement that is a penny off what its lines moved is a fault', () => {
  const now = aResult([aResultLine()]);
  const first = paidResult({ now, plan, contracts: [read.contract], facts: [] });
  const later = aResult([], { asAt: '2027-10-31' });
  const next = paidResult({
    now: later,
    previous: first,
    plan,
    contracts: [read.contract],
    facts: [],
  });
  const [statement] = next.payable?.statements ?? [];
  if (next.payable === undefined || statement === undefined) throw new Error('Nothing is paid.');
  const items = statement.items.map((item) => ({ ...item, amount: '219.99' }));
  const payable = { ...next.payable, statements: [{ ...statement, items }] };
  expect(() => ledgerOfAll([first, { ...next, payable }])).toThrow('all that is owed');
});
