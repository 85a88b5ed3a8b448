// A settlement that was signed off comes out the same again, asked about mutants.
import { expect, test } from 'vitest';
import { recomputeBundle } from '../../src/service/bundle/recompute-bundle.ts';
import { examplePath } from '../support/example-folders.ts';

test('the bundle of an example recomputes to the same bytes', async () => {
  const recomputed = await recomputeBundle(examplePath('northshire', 'bundle.json'));
  expect(recomputed.ok ? [] : recomputed.problems).toEqual([]);
});
