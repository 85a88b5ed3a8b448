import { expect, test } from 'vitest';

// A module that stops while it loads takes its tests with it: here it is a test that fails.
test.each(['money', 'ledger', 'settlement'])('src/%s loads', async (folder) => {
  expect(await import(`../../src/${folder}/index.ts`)).toBeDefined();
});
