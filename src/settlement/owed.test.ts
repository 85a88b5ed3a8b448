// "Statuses" of docs/settlement.md: a row that could not be read leaves open what it may decide.
import { expect, test } from 'vitest';
import { asAt, attached } from '../../test/support/makers/facts.ts';
import { anOutcome, aPlan, within } from '../../test/support/makers/plan.ts';
import { owed } from './owed.ts';

test('rows that could not be read are told, and leave what they may decide not known', () => {
  const unread = [{ participant: 'Ali', kind: 'level 3' }];
  const outcome = anOutcome({
    condition: { is: 'happens', kinds: ['level 3'] },
    window: within('13 weeks'),
  });
  const plan = aPlan([outcome]);
  const facts = ['Ali', 'Bea', 'Cy'].map((participant) =>
    attached('2027-05-01', { id: participant, participant }),
  );
  const settled = owed(plan, facts, { ...asAt('2027-12-31'), unread });
  expect(settled.unread).toEqual(unread);
  expect(settled.statuses).toMatchObject({ notKnown: 1, notAchieved: 2 });
  expect(owed(plan, facts, asAt('2027-12-31'))).toMatchObject({
    unread: [],
    statuses: { notKnown: 0, notAchieved: 3 },
  });
});
