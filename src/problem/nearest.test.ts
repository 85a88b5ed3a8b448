import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const kinds = ['employment', 'settled', 'in prison', 'level 2', 'level 3'];

test.each([
  ['employmnet', 'employment'],
  ['Setled', 'settled'],
  ['in prision', 'in prison'],
  ['level 4', 'level 2'],
  ['EMPLOYMENT', 'employment'],
])('%s is nearest to %s', (word, expected) => {
  expect(nearest(word, kinds)).toBe(expected);
});

test.each(['', 'wages', 'x', 'employment and training'])('nothing is near to "%s"', (word) => {
  expect(nearest(word, kinds)).toBeUndefined();
});

test('of two equally near the one named first is taken', () => {
  expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
});

test('neighbours that changed places are one slip', () => {
  expect(nearest('ab', ['xy', 'ba'])).toBe('ba');
});

test('a word is nearest to itself, whatever else is offered', () => {
  const word = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => each.trim() === each);
  fc.assert(
    fc.property(word, fc.array(fc.string()), (each, others) => {
      const found = nearest(each, [...others, each]);
      expect(found?.toLowerCase()).toBe(each.toLowerCase());
    }),
  );
});
