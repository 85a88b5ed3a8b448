import { describe, expect, test } from 'vitest';
import { asAt, happened } from '../../../test/support/makers/facts.ts';
import { aWholePlan } from '../../../test/support/makers/ground.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Comer, Crowd } from '../whose/crowd.ts';
import { providersOf } from './providers.ts';

const nobody: Crowd = { attached: [], referred: [] };
const end = asAt('2030-01-01');

/** What a fact about a provider, not about a participant, says. */
function about(kind: 'joined' | 'left' | 'withdrawn', day: Day, words: Partial<Fact> = {}): Fact {
  const { participant: _, ...fact } = happened(kind, day, { provider: 'Harbour' });
  return { ...fact, ...words };
}

function came(provider: string, day: Day, known: Day = day): Comer {
  const days = { day: dayNumber(day), knownOn: dayNumber(known) };
  return { participant: 'Sam', id: `A ${provider} ${day}`, provider, group: '', with: [], ...days };
}

const plan = aWholePlan({});

function shown(others: readonly Fact[], crowd: Crowd = nobody, at = end): readonly string[] {
  return providersOf(others, crowd, { plan, asAt: at, timely: undefined }).map(
    ({ provider, joinedOn, knownOn, leftOn }) => {
      const left = leftOn === undefined ? '' : `, left ${dayOf(leftOn)}`;
      return `${provider}: joined ${dayOf(joinedOn)}, known ${dayOf(knownOn)}${left}`;
    },
  );
}

describe('Whoever takes part in the programme', () => {
  test('a provider takes part from the day it joined to the day it left', () => {
    const facts = [about('joined', '2027-05-01'), about('left', '2028-02-10')];
    expect(shown(facts)).toEqual(['Harbour: joined 2027-05-01, known 2027-05-01, left 2028-02-10']);
    expect(shown(facts.toReversed())).toEqual(shown(facts));
  });

  test('joining may be announced, and counts from its day', () => {
    const announced = about('joined', '2027-05-01', { known: dayNumber('2027-03-01') });
    expect(shown([announced])).toEqual(['Harbour: joined 2027-05-01, known 2027-03-01']);
    expect(shown([announced], nobody, asAt('2027-04-30'))).toEqual([]);
  });

  test('the first joining counts, and only once verified', () => {
    const claimed = about('joined', '2027-04-10', { id: 'J1', state: 'claimed' });
    const second = about('joined', '2027-06-01', { id: 'J2' });
    expect(shown([second, claimed])).toEqual(['Harbour: joined 2027-06-01, known 2027-06-01']);
    const verified = about('joined', '2027-04-10', {
      id: 'J3',
      replaces: 'J1',
      known: dayNumber('2027-07-01'),
    });
    expect(shown([second, claimed, verified])).toEqual([
      'Harbour: joined 2027-04-10, known 2027-07-01',
    ]);
  });

  test('a correction of the day keeps the day on which joining was known', () => {
    const first = about('joined', '2027-06-01', { id: 'J1' });
    const better = about('joined', '2027-05-20', {
      id: 'J2',
      replaces: 'J1',
      known: dayNumber('2027-08-01'),
    });
    expect(shown([first, better])).toEqual(['Harbour: joined 2027-05-20, known 2027-06-01']);
  });

  test('a joining that was withdrawn is none', () => {
    const joined = about('joined', '2027-05-01', { id: 'J1' });
    const gone = about('withdrawn', '2027-05-09', { id: 'W1', replaces: 'J1' });
    expect(shown([joined, gone])).toEqual([]);
    expect(shown([joined, gone], nobody, asAt('2027-05-08'))).toHaveLength(1);
  });

  test('whoever joined by no fact did so with the first attachment', () => {
    const attached = [came('Harbour', '2027-07-02', '2027-07-09'), came('Harbour', '2027-08-01')];
    const crowd = { attached: [came('Anchor', '2027-09-01'), ...attached], referred: [] };
    expect(shown([], crowd)).toEqual([
      'Anchor: joined 2027-09-01, known 2027-09-01',
      'Harbour: joined 2027-07-02, known 2027-07-09',
    ]);
    const joined = about('joined', '2027-08-01');
    expect(shown([joined], crowd)[1]).toBe('Harbour: joined 2027-08-01, known 2027-08-01');
  });
});

test('on the page of a subcontract only those to whom it attaches people take part', () => {
  const attachedHere = [{ provider: 'Anchor', with: [], to: 'Harbour' }];
  const others = [
    about('joined', '2027-04-01', { id: 'J1' }),
    about('joined', '2027-04-01', { id: 'J2', provider: 'Anchor' }),
  ];
  const sighting = { plan: aWholePlan({ attachedHere }), asAt: end, timely: undefined };
  const here = providersOf(others, nobody, sighting).map(({ provider }) => provider);
  expect(here).toEqual(['Harbour']);
});
