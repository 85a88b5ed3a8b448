// What of an outcome's facts is not sure, or was turned down: docs/settlement.md, Statuses.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, settledFor, within } from '../../../test/support/makers/plan.ts';
import type { Fact } from '../../facts/index.ts';
import type { Unread } from '../as-at.ts';
import type { OutcomePlan } from '../plan/plan.ts';
import { whyParticipant } from './why-participant.ts';

const a1 = attached('2027-05-01');
const lasting = anOutcome({ condition: settledFor('13 weeks'), window: within('2 years') });

/** How the only outcome stands, and what is said before how far it has come. */
function standing(
  outcome: OutcomePlan,
  facts: readonly Fact[],
  unread: readonly Unread[] = [],
): readonly string[] {
  const day = { ...asAt('2027-12-31'), unread };
  const basis = { plan: aPlan([outcome]), facts: [a1, ...facts], asAt: day };
  const [status] = whyParticipant(basis, 'Sam').statuses;
  return [status?.status ?? 'none', ...(status?.sentences.slice(1, -2) ?? [])];
}

describe('What waits', () => {
  test('is each fact that is claimed, waiting or not selected, with its first day', () => {
    const claimed = happened('level 2', '2027-06-01', { state: 'claimed', id: 'F1' });
    const waiting = happened('level 2', '2027-06-02', { state: 'waiting', id: 'F2' });
    expect(standing(anOutcome(), [claimed, waiting])).toEqual([
      'notKnown',
      'Waiting for verification of F1: level 2 on 1 June 2027 is claimed.',
      'Waiting for verification of F2: level 2 on 2 June 2027 is waiting.',
    ]);
  });

  test('is none that was rejected, which is told by itself', () => {
    const claimed = happened('level 2', '2027-06-01', { state: 'claimed', id: 'F1' });
    const rejected = happened('level 2', '2027-06-02', { state: 'rejected', id: 'F2' });
    const turnedDown = 'F2, level 2 on 2 June 2027, was rejected: it does not count.';
    expect(standing(anOutcome(), [claimed, rejected])).toEqual([
      'notKnown',
      'Waiting for verification of F1: level 2 on 1 June 2027 is claimed.',
      turnedDown,
    ]);
    expect(standing(anOutcome(), [rejected])).toEqual(['notYetDue', turnedDown]);
  });

  test('is none that counts already, in a state that the page names', () => {
    const home = { from: '2027-10-01', known: '2027-12-01' } as const;
    const claimed = spell('settled', home, { id: 'S1', state: 'claimed' });
    const outcome = { ...lasting, states: ['verified', 'claimed'] as const };
    expect(standing(outcome, [claimed])).toEqual([
      'notKnown',
      'S1 has no end yet: it is evidence up to 1 December 2027, when it became known, and of no ' +
        'day after.',
    ]);
  });
});

describe('What has no end', () => {
  test('is evidence up to the day on which it became known', () => {
    const open = spell('settled', { from: '2027-10-01', known: '2027-12-01' }, { id: 'S1' });
    const ended = spell('settled', { from: '2027-05-10', to: '2027-05-20' }, { id: 'S0' });
    expect(standing(lasting, [ended, open])).toEqual([
      'notKnown',
      'S1 has no end yet: it is evidence up to 1 December 2027, when it became known, and of no ' +
        'day after.',
    ]);
  });
});

describe('A row that could not be read', () => {
  const could = '1 row of facts could not be read.';

  test.each<readonly [string, Unread]>([
    ['of nobody who could be read', {}],
    ['of the participant', { participant: 'Sam' }],
    ['of a kind on which the outcome rests', { kind: 'level 2' }],
    ['of both', { participant: 'Sam', kind: 'level 2' }],
  ])('%s may decide it', (_, row) => {
    expect(standing(anOutcome(), [], [row])).toEqual(['notKnown', could]);
  });

  test.each<readonly [string, Unread]>([
    ['of somebody else', { participant: 'Ada' }],
    ['of another kind', { participant: 'Sam', kind: 'settled' }],
    ['of somebody else, of this kind', { participant: 'Ada', kind: 'level 2' }],
  ])('%s does not', (_, row) => {
    const claimed = happened('level 2', '2027-06-01', { state: 'claimed', id: 'F1' });
    expect(standing(anOutcome(), [], [row])).toEqual(['notYetDue']);
    expect(standing(anOutcome(), [claimed], [row])).toEqual([
      'notKnown',
      'Waiting for verification of F1: level 2 on 1 June 2027 is claimed.',
    ]);
  });

  test('is counted with others like it', () => {
    expect(standing(anOutcome(), [], [{}, { kind: 'level 2' }, { kind: 'settled' }])[1]).toBe(
      '2 rows of facts could not be read.',
    );
  });
});
