import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from '../../facts/index.ts';
import { keysFor } from './keys-for.ts';

const character = fc.constantFrom('a', 'A', '1', '0', '-', '~', '}', 'é', '.', ' ');
const texts = fc.array(fc.string({ unit: character, minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 40,
});

test('new keys sort as the old, by themselves and before a bar', () => {
  fc.assert(
    fc.property(texts, (old) => {
      const keys = keysFor(old, 'F');
      const key = (each: string) => keys.get(each) ?? '';
      for (const one of keys.keys()) {
        for (const other of keys.keys()) {
          const sign = compareTexts(one, other);
          expect(compareTexts(key(one), key(other))).toBe(sign);
          const barred = compareTexts(`${one}|`, `${other}|`);
          expect(compareTexts(`${key(one)}|`, `${key(other)}|`)).toBe(barred);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a new key says nothing of the old one', () => {
  const keys = keysFor(['Sam Smith', 'Kim', 'Kim2', 'Zoe'], 'P');
  expect([...keys]).toEqual([
    ['Kim', 'P1'],
    ['Kim2', 'P1.1'],
    ['Sam Smith', 'P2'],
    ['Zoe', 'P3'],
  ]);
});
