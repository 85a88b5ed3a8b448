import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencies } from './currencies.ts';
import { formatMajor } from './format-money.ts';
import { parseMajor } from './parse-major.ts';

test('what is written for programs is read back, in every currency', () => {
  const codes = currencies.map(({ code }) => code);
  fc.assert(
    fc.property(fc.bigInt(), fc.constantFrom(...codes), (units, code) => {
      expect(parseMajor(formatMajor(units, code), code)).toBe(units);
    }),
  );
});

test.each(['1', '1.5', '1.234', '1,000.00', '', '.50', '1e2', ' 1.00'])(
  'an amount with other places or signs, such as "%s", is a fault',
  (text) => {
    expect(() => parseMajor(text, 'GBP')).toThrow('an amount for programs');
  },
);
