// When a provider left the programme, by the facts that name no participant.
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, length } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { Day } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { owed } from '../index.ts';

const provider = 'Bright Futures';
const afterLeaving = { clause: 'Market/after', length: length('4 weeks') };
const plan = aPlan([anOutcome()], { whole: aWhole({ ending: { afterLeaving } }) });
const facts = [attached('2027-05-01'), happened('level 2', '2027-07-01')];
const left = (day: Day, words: Partial<Fact> = {}) =>
  ofProvider('left', day, { provider, ...words });

function isPaid(...more: readonly Fact[]): boolean {
  return owed(plan, [...facts, ...more], asAt('2030-01-01')).total > 0n;
}

test('what falls later than so long after its provider left is not paid', () => {
  // Four weeks from 4 June end on 1 July.
  expect([isPaid(left('2027-06-03')), isPaid(left('2027-06-02'))]).toEqual([true, false]);
  expect(isPaid(left('2027-06-02', { provider: 'Harbour' }))).toBe(true);
});

test('of several leavings of one provider the first counts', () => {
  expect(isPaid(left('2027-06-02'), left('2027-06-20'))).toBe(false);
});

test('one that is withdrawn, or not verified, is none', () => {
  const gone = ofProvider('withdrawn', '2027-09-01', { replaces: left('2027-06-02').id });
  expect(isPaid(left('2027-06-02'), gone)).toBe(true);
  expect(isPaid(left('2027-06-02', { state: 'claimed' }))).toBe(true);
});
