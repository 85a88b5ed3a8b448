// Whose attachments count on the page of a subcontract (steps 1 and 13 of docs/settlement.md).
import { expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';

const under = `This is a subcontract under Trial, sha256:${'0'.repeat(64)}.`;
const attachedHere = (...Market: readonly string[]) =>
  aVersionOf({ said: { Market: [under, ...Market] } }).whole?.attachedHere;

test('all those of a provider, or those with the marks that the page names', () => {
  const all = 'Those attached to Prime Works are attached here to Leeds Skills.';
  expect(attachedHere(all)).toStrictEqual([
    { provider: 'Prime Works', with: [], to: 'Leeds Skills' },
  ]);
  const some =
    'Those attached to Prime Works with area=Leeds and care=yes are attached here to Leeds Skills.';
  expect(attachedHere(some)).toStrictEqual([
    { provider: 'Prime Works', with: ['area=Leeds', 'care=yes'], to: 'Leeds Skills' },
  ]);
});
