// What is told while settling, and of whom.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../test/support/makers/facts.ts';
import { anOutcome, aPlan } from '../../test/support/makers/plan.ts';
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
});
