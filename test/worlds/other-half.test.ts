import { test } from 'vitest';
import { runWorlds } from './run-worlds.ts';

// A file of its own, so that two threads share the worlds.
test('and in as many others', () => {
  runWorlds({ first: 2001, count: 2000 });
});
