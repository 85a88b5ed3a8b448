import { expect, test } from 'vitest';
import { runKills } from './run-kills.ts';

// `npm run proof -- kills` makes 400, at every step with every victim: docs/kills.md.
const count = 20;

test('killed at any step, nothing answered is lost, nothing is done twice or half', async () => {
  const { kills, broken } = await runKills(count);
  expect(broken).toEqual([]);
  expect(kills).toHaveLength(count);
});
