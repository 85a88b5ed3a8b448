// "Statuses" of docs/settlement.md: what is not known while something may still decide it.
import { expect, test } from 'vitest';
import { asAt, attached, spell } from '../../test/support/makers/facts.ts';
import { anOutcome, aPlan, length, settledFor, within } from '../../test/support/makers/plan.ts';
import type { Fact } from '../facts/index.ts';
import { owed } from './owed.ts';
import type { OutcomePlan } from './plan/plan.ts';

const inFourWeeks = anOutcome({ condition: settledFor('4 weeks'), window: within('6 weeks') });

/** Attached on 1 May, so that the window ends on 11 June. */
function statusOf(
  outcome: OutcomePlan,
  own: readonly Fact[],
  ...days: Parameters<typeof asAt>
): string {
  const { statuses } = owed(aPlan([outcome]), [attached('2027-05-01'), ...own], asAt(...days));
  return Object.entries(statuses)
    .filter(([, count]) => count > 0)
    .map(([status]) => status)
    .join(' ');
}

test('a spell that is still open may have gone on; one that has ended has not', () => {
  const open = spell('settled', { from: '2027-05-10', known: '2027-05-20' });
  expect(statusOf(inFourWeeks, [open], '2027-07-31')).toBe('notKnown');
  const ended = spell('settled', { from: '2027-05-10', to: '2027-05-20' });
  expect(statusOf(inFourWeeks, [ended], '2027-07-31')).toBe('notAchieved');
  expect(statusOf(inFourWeeks, [ended, { ...open, id: 'open' }], '2027-07-31')).toBe('notKnown');
});

test('what is claimed may be verified; what is rejected is decided', () => {
  const days = { from: '2027-05-05', to: '2027-06-10' } as const;
  const state = (is: Fact['state']) =>
    statusOf(inFourWeeks, [spell('settled', days, { state: is })], '2027-07-31');
  expect(state('claimed')).toBe('notKnown');
  expect(state('rejected')).toBe('notAchieved');
  expect(state('verified')).toBe('achieved');
});

test('what the close of a window decides is not known while it was not known to have closed', () => {
  const partly = anOutcome({
    condition: settledFor('10 days'),
    window: within('30 days'),
    partialFrom: length('4 days'),
  });
  const stay = spell('settled', { from: '2027-05-03', to: '2027-05-08' });
  // The 30th day is 30 May.
  expect(statusOf(partly, [stay], '2027-05-29', '2027-05-20')).toBe('notYetDue');
  expect(statusOf(partly, [stay], '2027-05-30', '2027-05-20')).toBe('notKnown');
  expect(statusOf(partly, [stay], '2027-05-30')).toBe('achieved');
});

test('what is absent by presumption is not known before the days of its window were', () => {
  const out = anOutcome({
    condition: { is: 'absent', kinds: ['in jail'], presumed: true },
    window: within('6 weeks'),
  });
  expect(statusOf(out, [], '2027-06-10')).toBe('notYetDue');
  expect(statusOf(out, [], '2027-06-11', '2027-06-10')).toBe('notKnown');
  expect(statusOf(out, [], '2027-06-11')).toBe('achieved');
});
