import { expect, test } from 'vitest';
import { checkPassword } from './check-password.ts';

const codesOf = (password: string, email = 'nia@example.org') =>
  checkPassword(password, email).map(({ code }) => code);

test('twelve characters are enough, whatever they are made of', () => {
  expect(codesOf('lamp orchard')).toEqual([]);
  expect(codesOf('eleven long')).toEqual(['password.too_short']);
  expect(codesOf('ééééé élan 漢字 fünf')).toEqual([]);
  expect(codesOf('x'.repeat(201))).toEqual(['password.too_long']);
});

test('what others would try first is refused, however it is dressed up', () => {
  const common = [
    'Password123456!',
    'P4$$w0rd2027',
    'qwertyuiop12',
    'administrator1',
    '123456789012',
    'aaaaaaaaaaaa',
    'Summer2027!!!',
    'letmeinletmein',
    'Council-Outturn',
  ];
  expect(common.filter((password) => codesOf(password)[0] !== 'password.too_common')).toEqual([]);
  const fine = ['lamp orchard seven tin', 'harbour velvet nineteen', 'Summer of the tall ships'];
  expect(fine.flatMap((password) => codesOf(password))).toEqual([]);
});

test('an e-mail address is no password', () => {
  expect(codesOf('nia@example.org')).toEqual(['password.like_email']);
  expect(codesOf('nia-2027-abcde')).toEqual(['password.like_email']);
});

test('a name that happens to stand in a word, or beside enough else, is no reason', () => {
  const codes = (password: string, email: string) =>
    checkPassword(password, email).map(({ code }) => code);
  expect(codes('mojo 4471 drab', 'jo@example.org')).toEqual([]);
  expect(codes('nia kettle nineteen', 'nia@example.org')).toEqual([]);
  expect(codes('margaret kettle moss', 'margaret@example.org')).toEqual([]);
  expect(codes('Margaret-2027', 'margaret@example.org')).toEqual(['password.like_email']);
  expect(codes('2027xmargarety', 'margaret@example.org')).toEqual(['password.like_email']);
  expect(codes('jo 447129 !!!', 'jo@example.org')).toEqual(['password.like_email']);
});
