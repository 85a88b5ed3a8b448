// A program of accounts that nobody here wrote reads our journals, and finds what we find.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Account,
  append,
  type Entry,
  emptyLedger,
  journal,
  type Ledger,
} from '../../src/ledger/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { balancesByHledger, hasHledger, strictCheck } from '../support/hledger.ts';

const awkward = [
  'Bright Futures',
  '(Bright)',
  '[Bright] Futures',
  '* Bright',
  '! Bright',
  'Bright; Futures',
  'Bright  Futures ',
  'Bright: Futures',
  'Bright = GBP 5 @ 2',
  '"Bright" | \'Futures\'',
  '; a comment',
  '100%',
  '%20',
  '',
  ' ',
  'Zoë & Łukasz 東京 🌱',
  'e\u0301\u202e\u00a0\u2003x',
  '2027-09-30',
  '~ #tag: value',
];

function moved(amount: bigint, [from, to]: readonly [Account, Account]): Entry {
  const postings = [
    { account: to, amount },
    { account: from, amount: -amount },
  ];
  return { day: '2027-09-30', description: `${from[1]}; to "${to[1]}" (1)`, postings };
}

function textOf(ledger: Ledger): string {
  return [...journal(ledger, ['A ledger; of\nnames.'])].join('');
}

/** Our balances as hledger writes them. */
function balancesByUs({ balances, currency }: Ledger): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...balances].map(([name, { amount }]) => [
      name,
      amount === 0n ? '0' : `${currency} ${formatMajor(amount, currency)}`,
    ]),
  );
}

test.skipIf(!hasHledger)(
  'every name of a party is read as we wrote it, and none as another',
  () => {
    const council: Account = ['due', 'Northshire Council'];
    const entries = awkward.map((name, at) => moved(BigInt(at + 1), [['owed', name], council]));
    const ledger = append(emptyLedger('GBP'), entries);
    const text = textOf(ledger);
    expect(balancesByHledger(text)).toEqual(balancesByUs(ledger));
    expect(Object.keys(balancesByHledger(text))).toHaveLength(awkward.length + 1);
  },
);

test.skipIf(!hasHledger)('names of any characters are read as we wrote them', () => {
  const names = fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(names, (parties) => {
      const entries = parties.map((name) =>
        moved(100n, [
          ['owed', name],
          ['due', `of ${name}`],
        ]),
      );
      const ledger = append(emptyLedger('GBP'), entries);
      const text = textOf(ledger);
      expect(balancesByHledger(text)).toEqual(balancesByUs(ledger));
    }),
    { numRuns: 5 },
  );
});

test.skipIf(!hasHledger).each(['GBP', 'JPY', 'KWD', 'INR'])(
  'amounts in %s are read to the smallest unit, however large',
  (currency) => {
    const pair = [
      ['owed', 'A'],
      ['due', 'B'],
    ] as const;
    const amounts = [1n, -1n, 1000n, 1_234_567n, 10n ** 24n + 1n, -999n];
    const ledger = append(
      emptyLedger(currency),
      amounts.map((each) => moved(each, pair)),
    );
    const text = textOf(ledger);
    expect(balancesByHledger(text)).toEqual(balancesByUs(ledger));
  },
);

test.skipIf(!hasHledger)(
  'an account that is not declared, and an amount that is a penny off, are found',
  () => {
    const ledger = append(emptyLedger('GBP'), [
      moved(500n, [
        ['owed', 'A'],
        ['due', 'B'],
      ]),
    ]);
    const text = textOf(ledger);
    expect(strictCheck(text)).toBe('');
    expect(strictCheck(text.replace('account owed:A\n', ''))).toContain('owed:A');
    expect(strictCheck(text.replace('GBP 5.00 =', 'GBP 5.01 ='))).not.toBe('');
    expect(strictCheck(text.replace('= GBP 5.00', '= GBP 5.01'))).not.toBe('');
    expect(strictCheck(text.replace('commodity GBP 1000.00\n', ''))).not.toBe('');
  },
);

test.skipIf(!hasHledger)('a ledger without entries is a journal too', () => {
  expect(strictCheck(textOf(emptyLedger('GBP')))).toBe('');
});
