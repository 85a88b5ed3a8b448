// What is told while settling, and of whom.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../test/support/makers/facts.ts';
import { anOutcome, aPlan, length, pounds, within } from '../../test/support/makers/plan.ts';
import { owed } from './owed.ts';
import { settle } from './settle.ts';

describe('While settling', () => {
  const facts = ['Ali', 'Bea', 'Cy'].flatMap((participant) => [
    attached('2027-05-01', { id: `A ${participant}`, participant }),
    happened('level 2', '2027-06-01', { id: `L ${participant}`, participant }),
  ]);
  const plan = aPlan([anOutcome()]);

  test('how many participants have been settled is told after each', () => {
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done} of ${total}`);
    owed(plan, facts, { ...asAt('2027-12-31'), onProgress });
    expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  test('where one participant is asked for, no other is settled', () => {
    const seen: string[] = [];
    const { lines } = settle(
      { plan, facts, asAt: asAt('2027-12-31') },
      { only: 'Bea', onParticipant: ({ participant }) => seen.push(participant) },
    );
    expect(seen).toEqual(['Bea']);
    expect(lines.map(({ due }) => due.participant)).toEqual(['Bea']);
  });

  test('rows that could not be read are told, and leave what they may decide not known', () => {
    const unread = [{ participant: 'Ali', kind: 'level 3' }];
    const other = anOutcome({
      name: 'Other',
      order: 1,
      condition: { is: 'happens', kinds: ['level 3'] },
      window: { ...within('13 weeks'), length: length('13 weeks') },
      price: { rows: [{ with: [], price: pounds(1) }] },
    });
    const settled = owed(aPlan([other]), facts, { ...asAt('2027-12-31'), unread });
    expect(settled.unread).toEqual(unread);
    expect(settled.statuses).toMatchObject({ notKnown: 1, notAchieved: 2 });
    expect(owed(aPlan([other]), facts, asAt('2027-12-31'))).toMatchObject({
      unread: [],
      statuses: { notKnown: 0, notAchieved: 3 },
    });
  });
});
