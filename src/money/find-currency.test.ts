import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencies } from './currencies.ts';
import { findCurrency, getCurrency } from './find-currency.ts';
import { formatAmount, formatMajor, formatMoney } from './format-money.ts';
import { fraction } from './fraction.ts';
import { parseMoneyText } from './parse-money-text.ts';
import { unitsOfMajor } from './units-of-major.ts';

const codes = fc.constantFrom(...currencies.map(({ code }) => code));
const amounts = fc.bigInt(-(10n ** 15n), 10n ** 15n);

test('a currency is found by its code or its name, capitals or not', () => {
  expect(findCurrency('GBP')?.name).toBe('pounds sterling');
  expect(findCurrency('Pounds Sterling')?.code).toBe('GBP');
  expect(findCurrency('gbp')?.code).toBe('GBP');
  expect(findCurrency(' GBP ')?.code).toBe('GBP');
  expect(findCurrency('pounds')).toBeUndefined();
  expect(() => getCurrency('QQQ')).toThrow('currency');
});

test('no two currencies share a code, a name or a symbol', () => {
  for (const key of ['code', 'name', 'symbol'] as const) {
    expect(new Set(currencies.map((each) => each[key])).size).toBe(currencies.length);
  }
});

test('the smallest unit has as many places as ISO 4217 says', () => {
  const places = Object.fromEntries(currencies.map(({ code, exponent }) => [code, exponent]));
  expect(places).toMatchObject({ GBP: 2, USD: 2, JPY: 0, KRW: 0, CLP: 0, KWD: 3, TND: 3, HUF: 2 });
});

test.each([
  [123_450n, 'GBP', '£1,234.50'],
  [22_000n, 'GBP', '£220'],
  [-500n, 'GBP', '-£5'],
  [1n, 'GBP', '£0.01'],
  [0n, 'EUR', '€0'],
  [225_000_000n, 'USD', '$2,250,000'],
  [123_450n, 'SEK', 'SEK 1,234.50'],
  [1_234_567n, 'JPY', '¥1,234,567'],
  [1_234_567_850n, 'INR', '₹1,23,45,678.50'],
  [1_234_500n, 'KWD', 'KWD 1,234.500'],
])('%s of the smallest unit in %s is shown as %s', (units, currency, text) => {
  expect(formatMoney({ units, currency })).toBe(text);
});

test('a price may have more places than its currency', () => {
  expect(formatAmount(fraction(51, 4), 'GBP')).toBe('£0.1275');
  expect(formatAmount(fraction(22_000), 'GBP')).toBe('£220');
  expect(formatAmount(fraction(12_350), 'GBP')).toBe('£123.50');
  expect(formatAmount(fraction(1_235_000_000n, 119n), 'GBP')).toBe('£12,350,000/119');
  expect(parseMoneyText('£0.1275', 'GBP')).toEqual(fraction(51, 4));
});

test('for programs an amount has all its places and no grouping', () => {
  expect(formatMajor(187_154_000n, 'GBP')).toBe('1871540.00');
  expect(formatMajor(-5n, 'GBP')).toBe('-0.05');
  expect(formatMajor(5n, 'JPY')).toBe('5');
  expect(formatMajor(5n, 'KWD')).toBe('0.005');
});

test('what programs read is as many of the smallest unit as was written', () => {
  expect(unitsOfMajor('1871540.00')).toBe(187_154_000n);
  expect(unitsOfMajor('-0.05')).toBe(-5n);
  expect(unitsOfMajor('5')).toBe(5n);
});

test.each([
  ['£1,234.50', 'GBP', 123_450],
  ['£1234.5', 'GBP', 123_450],
  ['£2,250,000', 'GBP', 225_000_000],
  ['-£5', 'GBP', -500],
  ['GBP 12', 'GBP', 1200],
  ['12 GBP', 'GBP', 1200],
  ['12.50 €', 'EUR', 1250],
  ['€\u00a012.50', 'EUR', 1250],
  ['$10', 'CAD', 1000],
  ['CA$10', 'CAD', 1000],
  ['Fr. 10', 'CHF', 1000],
  ['220 kr', 'SEK', 22_000],
  ['¥500', 'JPY', 500],
  ['₹1,00,000', 'INR', 10_000_000],
  ['R$5', 'BRL', 500],
])('%s in %s is read', (text, currency, units) => {
  expect(parseMoneyText(text, currency)).toEqual(fraction(units));
});

test.each([
  ['1234', 'GBP'],
  ['£', 'GBP'],
  ['£1,23', 'GBP'],
  ['£1,2345', 'GBP'],
  ['£1234,567', 'GBP'],
  ['£,123', 'GBP'],
  ['£1.', 'GBP'],
  ['£-5', 'GBP'],
  ['--£5', 'GBP'],
  ['£5£', 'GBP'],
  ['€5', 'GBP'],
  ['R$5', 'ZAR'],
  ['£1,00,000', 'GBP'],
  ['£5m', 'GBP'],
  ['£  5', 'GBP'],
  ['£1e3', 'GBP'],
  ['£1 000', 'GBP'],
  ['1 000£', 'GBP'],
  ['£1/2,3', 'GBP'],
  ['₹1,1,00,000', 'INR'],
  ['₹1,00,000,0', 'INR'],
])('%s is no amount of %s', (text, currency) => {
  expect(parseMoneyText(text, currency)).toBeUndefined();
});

test('whatever amount is shown is read back as the same, in every currency', () => {
  fc.assert(
    fc.property(amounts, fc.bigInt(1n, 10_000n), codes, (units, parts, currency) => {
      expect(parseMoneyText(formatMoney({ units, currency }), currency)).toEqual(fraction(units));
      const price = fraction(units, parts);
      expect(parseMoneyText(formatAmount(price, currency), currency)).toEqual(price);
    }),
  );
});

test('any text is read as money or refused, and never faults', () => {
  fc.assert(fc.property(fc.string(), codes, (text, code) => void parseMoneyText(`£${text}`, code)));
});
