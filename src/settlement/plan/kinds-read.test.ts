import { expect, test } from 'vitest';
import { anOutcome, aPlan, pounds, settledFor, within } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { kindsRead } from './kinds-read.ts';

const outcome = anOutcome({
  name: 'Claimed',
  condition: settledFor('14 days', { less: ['custody'] }),
  pausedBy: ['hospital'],
  window: within('12 weeks', { anchor: { is: 'kind', kind: 'release' } }),
});

test('kinds are read that an outcome counts, leaves out, is paused by and is counted from', () => {
  const kinds = kindsRead(aPlan([outcome], { setAsideBy: ['died'] }));
  for (const kind of ['settled', 'custody', 'hospital', 'release', 'died', 'Claimed']) {
    expect(kinds.has(kind)).toBe(true);
  }
  expect(kinds.has('benefit')).toBe(false);
});

test('kinds are read whose sources are ranked, by the names in the map', () => {
  const kinds = kindsRead(aPlan([outcome], { ranks: new Map([['in work', ['register']]]) }));
  expect(kinds.has('in work')).toBe(true);
});

test('kinds are read for which something is deducted', () => {
  const deduction = { clause: 'Limits/Missed', order: 0, kinds: ['missed'], amount: pounds(5) };
  const kinds = kindsRead(aPlan([outcome], { whole: aWhole({ deductions: [deduction] }) }));
  expect(kinds.has('missed')).toBe(true);
});

test('who takes part is always read, and what says whether people are looked after is not', () => {
  const kinds = kindsRead(aPlan([outcome]));
  const built = ['referred', 'attached', 'left', 'discount', 'complete', 'adjustment', 'withdrawn'];
  for (const kind of built) expect(kinds.has(kind)).toBe(true);
  expect(kinds.has('first contact')).toBe(false);
});
