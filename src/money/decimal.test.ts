import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal, parseDecimal, parseFraction } from './decimal.ts';
import { fraction } from './fraction.ts';
import { formatPercent, parsePercent } from './percent.ts';

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.bigInt(1n, 10n ** 12n))
  .map(([n, d]) => fraction(n, d));

test.each([
  ['-12.50', fraction(-25, 2)],
  ['0', fraction(0)],
  ['-0', fraction(0)],
  ['007', fraction(7)],
  ['0.1', fraction(1, 10)],
  [
    '12345678901234567890.000000000000000001',
    fraction(12345678901234567890000000000000000001n, 10n ** 18n),
  ],
])('%s is read exactly', (text, value) => {
  expect(parseDecimal(text)).toEqual(value);
});

test.each([
  '',
  '-',
  '.5',
  '5.',
  '1,5',
  '1,000',
  '+1',
  '1e3',
  ' 1',
  '1 ',
  '1\n',
  '0x10',
  '1_000',
  '١',
  '--1',
  '1.2.3',
  'NaN',
  'Infinity',
  '1/2',
  '£1',
])('%j is no plain decimal', (text) => {
  expect(parseDecimal(text)).toBeUndefined();
});

test('a text of more than a thousand characters is no decimal', () => {
  expect(parseDecimal('9'.repeat(1000))).toBeDefined();
  expect(parseDecimal('9'.repeat(1001))).toBeUndefined();
});

test('a value is written in the fewest digits, or as a ratio where the decimal would not end', () => {
  expect(formatDecimal(fraction(-1250, 100))).toBe('-12.5');
  expect(formatDecimal(fraction(3, 8))).toBe('0.375');
  expect(formatDecimal(fraction(-1, 1000))).toBe('-0.001');
  expect(formatDecimal(fraction(1, 3))).toBe('1/3');
});

test('a text of more than a thousand characters is no ratio', () => {
  expect(parseFraction(`1/${'3'.repeat(998)}`)).toBeDefined();
  expect(parseFraction(`1/${'3'.repeat(999)}`)).toBeUndefined();
});

test('a ratio is read, except over zero', () => {
  expect(parseFraction('-2/6')).toEqual(fraction(-1, 3));
  for (const text of ['1/0', '1/-2', '1/2/3', '1.5/2', '/2', '1/']) {
    expect(parseFraction(text)).toBeUndefined();
  }
});

test('whatever is written is read back as the same value', () => {
  fc.assert(
    fc.property(fractions, (value) => {
      expect(parseFraction(formatDecimal(value))).toEqual(value);
      expect(parsePercent(formatPercent(value))).toEqual(value);
    }),
  );
});

test('any text is read or refused, and never faults', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const value = parseDecimal(text);
      if (value !== undefined) expect(parseDecimal(formatDecimal(value))).toEqual(value);
    }),
  );
});

test('a percentage is read exactly and needs its sign', () => {
  expect(parsePercent('12.5%')).toEqual(fraction(1, 8));
  expect(parsePercent('110%')).toEqual(fraction(11, 10));
  for (const text of ['12', '12.5', '12.5 %', '%', 'ten%'])
    expect(parsePercent(text)).toBeUndefined();
});

test('a percentage is written exactly', () => {
  expect(formatPercent(fraction(1, 8))).toBe('12.5%');
  expect(formatPercent(fraction(1, 3))).toBe('100/3%');
});
