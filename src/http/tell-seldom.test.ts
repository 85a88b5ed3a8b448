import { expect, test } from 'vitest';
import { tellSeldom } from './tell-seldom.ts';

test('of what befalls every request the first is told, and one a minute with how many more', () => {
  let now = 0;
  const tell = tellSeldom(() => now);
  expect([tell('away'), tell('away'), tell('busy'), tell('away')]).toEqual([
    0,
    undefined,
    0,
    undefined,
  ]);
  now = 59_999;
  expect(tell('away')).toBeUndefined();
  now = 60_000;
  expect([tell('away'), tell('away')]).toEqual([3, undefined]);
});
