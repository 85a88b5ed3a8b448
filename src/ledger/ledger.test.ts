import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Account } from './account.ts';
import { accountTree, balancesInOrder } from './account-tree.ts';
import type { Entry } from './entry.ts';
import { append, assertSound, emptyLedger, type Ledger } from './ledger.ts';

const due: Account = ['due', 'Northshire'];
const bright: Account = ['owed', 'Bright'];
const harbour: Account = ['owed', 'Harbour'];

const first: Entry = {
  day: '2027-09-30',
  description: 'first',
  postings: [
    { account: due, amount: 300n },
    { account: bright, amount: -200n },
    { account: harbour, amount: -100n },
  ],
};

function ledgerWith(...entries: readonly Entry[]): Ledger {
  return append(emptyLedger('GBP'), entries);
}

function amountsOf(ledger: Ledger): readonly (readonly [string, bigint])[] {
  return balancesInOrder(ledger).map(({ account, amount }) => [account.join(':'), amount]);
}

test('a ledger without entries has no balances, and is sound', () => {
  const ledger = emptyLedger('GBP');
  expect([ledger.entries, ledger.balances.size]).toEqual([[], 0]);
  assertSound(ledger);
});

test('balances are what the postings come to, in the order of their names', () => {
  expect(amountsOf(ledgerWith(first))).toEqual([
    ['due:Northshire', 300n],
    ['owed:Bright', -200n],
    ['owed:Harbour', -100n],
  ]);
});

test('whatever was posted first, an account stands before those under it and after those above', () => {
  const names = [['owed', 'Bright', 'fees'], ['owed'], ['due'], ['owed', 'Bright']] as const;
  const postings = names.map((account, at) => ({ account, amount: BigInt(at * 2 - 3) }));
  const inOrder = ['due', 'owed', 'owed:Bright', 'owed:Bright:fees'];
  for (const each of [postings, postings.toReversed()]) {
    const ledger = ledgerWith({ ...first, postings: each });
    expect(amountsOf(ledger).map(([name]) => name)).toEqual(inOrder);
    expect(accountTree(ledger).map(({ account }) => account.join(':'))).toEqual(inOrder);
  }
});

test('entries are added at the end, and what stood before is left as it was', () => {
  const before = ledgerWith(first);
  const after = append(before, [{ ...first, day: '2027-10-31' }]);
  expect(before.entries).toEqual([first]);
  expect(amountsOf(before)[0]).toEqual(['due:Northshire', 300n]);
  expect(after.entries.map(({ day }) => day)).toEqual(['2027-09-30', '2027-10-31']);
  expect(amountsOf(after)[0]).toEqual(['due:Northshire', 600n]);
  expect([before.currency, after.currency]).toEqual(['GBP', 'GBP']);
});

test('an entry of the same day as the last is added; an earlier one is a fault', () => {
  expect(append(ledgerWith(first), [first]).entries).toHaveLength(2);
  const earlier: Entry = { ...first, day: '2027-09-29' };
  expect(() => append(ledgerWith(first), [earlier])).toThrow('no entry is earlier');
  expect(() => ledgerWith(first, earlier)).toThrow('no entry is earlier');
});

test('an entry whose debits are a penny off its credits is a fault', () => {
  const off = first.postings.map((each, at) => (at === 0 ? { ...each, amount: 301n } : each));
  expect(() => ledgerWith({ ...first, postings: off })).toThrow('debits of an entry');
});

test('an entry of fewer than two postings is a fault', () => {
  expect(() => ledgerWith({ ...first, postings: [] })).toThrow('two postings');
  expect(() => ledgerWith({ ...first, postings: [{ account: due, amount: 0n }] })).toThrow(
    'two postings',
  );
});

test('a balance, an account or an entry that was changed afterwards is found', () => {
  const ledger = ledgerWith(first);
  assertSound(ledger);
  const raised = new Map(ledger.balances);
  raised.set('due:Northshire', { account: due, amount: 301n });
  expect(() => assertSound({ ...ledger, balances: raised })).toThrow('debits of a ledger');
  raised.set('owed:Bright', { account: bright, amount: -201n });
  expect(() => assertSound({ ...ledger, balances: raised })).toThrow('what its postings come to');
  const renamed = new Map(ledger.balances).set('owed:Herbour', { account: harbour, amount: -100n });
  renamed.delete('owed:Harbour');
  expect(() => assertSound({ ...ledger, balances: renamed })).toThrow('what its postings come to');
  const more = new Map(ledger.balances).set('x', { account: ['x'], amount: 0n });
  expect(() => assertSound({ ...ledger, balances: more })).toThrow('has postings');
  expect(() => assertSound({ ...ledger, entries: [] })).toThrow('has postings');
});

test('an account is added up with all accounts under it, and stands before them', () => {
  const above: Account = ['owed'];
  const deep: Account = ['owed', 'Bright', 'fees'];
  const more: Entry = {
    ...first,
    postings: [
      { account: deep, amount: -30n },
      { account: above, amount: 30n },
    ],
  };
  const tree = accountTree(ledgerWith(first, more));
  expect(tree.map(({ account, own, all }) => [account.join(':'), own, all])).toEqual([
    ['due', 0n, 300n],
    ['due:Northshire', 300n, 300n],
    ['owed', 30n, -300n],
    ['owed:Bright', -200n, -230n],
    ['owed:Bright:fees', -30n, -30n],
    ['owed:Harbour', -100n, -100n],
  ]);
});

test('whatever is posted, a ledger and every level of its tree add up', () => {
  const account = fc
    .tuple(fc.constantFrom('due', 'owed'), fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }))
    .map(([purpose, parties]): Account => [purpose, ...parties]);
  const move = fc.tuple(account, account, fc.bigInt({ min: -1000n, max: 1000n }));
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const ledger = ledgerWith(
        ...moves.map(([from, to, amount]): Entry => {
          const postings = [
            { account: to, amount },
            { account: from, amount: -amount },
          ];
          return { day: '2027-09-30', description: 'moved', postings };
        }),
      );
      assertSound(ledger);
      const tops = accountTree(ledger).filter(({ account: { length } }) => length === 1);
      expect(tops.reduce((sum, { all }) => sum + all, 0n)).toBe(0n);
      const owns = accountTree(ledger).reduce((sum, { own }) => sum + own, 0n);
      expect(owns).toBe(0n);
    }),
  );
});
