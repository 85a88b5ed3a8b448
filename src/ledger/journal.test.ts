import { expect, test } from 'vitest';
import type { Account } from './account.ts';
import type { Entry } from './entry.ts';
import { journal } from './journal.ts';
import { append, emptyLedger } from './ledger.ts';

const due: Account = ['due', 'Northshire Council'];
const owed: Account = ['owed', 'Bright'];

function entry(day: Entry['day'], description: string, amount: bigint): Entry {
  const postings = [
    { account: due, amount },
    { account: owed, amount: -amount },
  ];
  return { day, description, postings };
}

function printed(currency: string, entries: readonly Entry[], heading: readonly string[] = []) {
  return [...journal(append(emptyLedger(currency), entries), heading)].join('');
}

test('a journal declares its currency and accounts, and asserts each balance as it goes', () => {
  const entries = [entry('2027-09-30', 'Settled', 22_000n), entry('2027-10-31', 'Back', -5n)];
  expect(printed('GBP', entries, ['A journal of Outturn.'])).toBe(
    [
      '; A journal of Outturn.',
      '',
      'decimal-mark .',
      'commodity GBP 1000.00',
      '',
      'account due:Northshire Council',
      'account owed:Bright',
      '',
      '2027-09-30 Settled',
      '    due:Northshire Council  GBP 220.00 = GBP 220.00',
      '    owed:Bright             GBP -220.00 = GBP -220.00',
      '',
      '2027-10-31 Back',
      '    due:Northshire Council  GBP -0.05 = GBP 219.95',
      '    owed:Bright             GBP 0.05 = GBP -219.95',
      '',
    ].join('\n'),
  );
});

test.each([
  ['JPY', 'commodity JPY 1000.\n', 'JPY 1234 = JPY 1234'],
  ['KWD', 'commodity KWD 1000.000\n', 'KWD 1.234 = KWD 1.234'],
])('amounts in %s have its places', (currency, declared, amount) => {
  const text = printed(currency, [entry('2027-09-30', 'Settled', 1234n)]);
  expect(text).toContain(declared);
  expect(text).toContain(amount);
});

test('what would begin a comment or another line in a description or heading does not', () => {
  const text = printed('GBP', [entry('2027-09-30', 'A;B\nC\u2028D', 1n)], [' E\nF; G ']);
  expect(text).toContain('\n2027-09-30 A,B C D\n');
  expect(text).toMatch(/^; E F, G\n/);
});

test('a ledger without entries is a journal that declares no account', () => {
  expect(printed('GBP', [])).toBe('\ndecimal-mark .\ncommodity GBP 1000.00\n\n');
});
