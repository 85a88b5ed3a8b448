import { test } from 'vitest';
import { from, seldomMet } from './numbers.ts';
import { runWorlds } from './run-worlds.ts';

// A file of its own, so that two threads share the worlds. `npm run proof` holds 8,000.
test('and in others, with those in which happens what seldom does', () => {
  runWorlds([...from(251, 450), ...seldomMet]);
});
