import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Account, accountName } from './account.ts';

test.each<readonly [Account, string]>([
  [['owed', 'Bright Futures'], 'owed:Bright Futures'],
  [['owed', 'Smith & Sons (North), "Ltd" = 5'], 'owed:Smith & Sons (North), "Ltd" = 5'],
  [['owed', 'A:B; C'], 'owed:A%3AB%3B C'],
  [['owed', 'A  B', 'c'], 'owed:A %20B:c'],
  [['owed', ' A '], 'owed:%20A%20'],
  [['owed', ' '], 'owed:%20'],
  [['owed', ''], 'owed:%'],
  [['owed', '100% Ours'], 'owed:100%25 Ours'],
  [['owed', 'A\u00a0B\n\u202e'], 'owed:A%A0B%0A%u202E'],
  [['owed', '\ud800'], 'owed:%uD800'],
])('%j is named %s', (account, name) => {
  expect(accountName(account)).toBe(name);
});

test('what cannot stand in a name is written by its number, in two digits or in four', () => {
  expect(accountName(['owed', 'a\tb'])).toBe('owed:a%09b');
  expect(accountName(['owed', 'a\u200bb'])).toBe('owed:a%u200Bb');
  expect(accountName(['owed', 'a\u061cb'])).toBe('owed:a%u061Cb');
  expect(accountName(['owed', 'a\u{e0001}b'])).toBe('owed:a%uDB40%uDC01b');
});

test('two accounts never have one name', () => {
  const level = fc.string({ unit: fc.constantFrom(...'a :;%2035AB\t\u200b'), maxLength: 6 });
  const account = fc
    .array(level, { minLength: 1, maxLength: 3 })
    .map(([purpose = '', ...parties]): Account => [purpose, ...parties]);
  fc.assert(
    fc.property(account, account, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(accountName(one) === accountName(other)).toBe(isSame);
    }),
  );
});

test('nothing in a name ends it, begins a comment or parts a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (party) => {
      const name = accountName(['owed', party]);
      expect(name).not.toMatch(/[^\S ]| {2}| $|: |;|\p{Cc}|\p{Cs}/u);
      expect(name.split(':')).toHaveLength(2);
    }),
  );
});
