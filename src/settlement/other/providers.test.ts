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
  return { id: `A ${provider} ${day}`, provider, with: [], ...days };
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

describe('Leaving', () => {
  const joined = about('joined', '2027-05-01', { id: 'J1' });

  test('the first after joining counts, that day included, and none before it or of another', () => {
    const facts = [
      joined,
      about('left', '2027-04-30', { id: 'L1' }),
      about('left', '2027-09-09', { id: 'L2' }),
      about('left', '2028-01-01', { id: 'L3' }),
      about('left', '2027-06-06', { id: 'L4', provider: 'Anchor' }),
    ];
    const line = 'Harbour: joined 2027-05-01, known 2027-05-01, left 2027-09-09';
    expect(shown(facts)).toEqual([line]);
    expect(shown(facts.toReversed())).toEqual([line]);
    expect(shown([joined, about('left', '2027-05-01')])).toEqual([
      'Harbour: joined 2027-05-01, known 2027-05-01, left 2027-05-01',
    ]);
  });

  test('counts once verified; what says so and since when it is known is kept', () => {
    const claimed = about('left', '2027-09-09', { id: 'L1', state: 'claimed' });
    const decided = { ...claimed, id: 'L2', replaces: 'L1', state: 'verified' } as const;
    const left = { ...decided, known: dayNumber('2027-10-01') };
    expect(shown([joined, claimed])).toEqual(['Harbour: joined 2027-05-01, known 2027-05-01']);
    const sighting = { plan, asAt: end, timely: undefined };
    expect(providersOf([joined, claimed, left], nobody, sighting)).toEqual([
      {
        provider: 'Harbour',
        joinedOn: dayNumber('2027-05-01'),
        knownOn: dayNumber('2027-05-01'),
        leftOn: dayNumber('2027-09-09'),
        leftKnownOn: dayNumber('2027-10-01'),
        facts: ['J1', 'L1'],
      },
    ]);
  });

  test('whoever joins again is not seen a second time', () => {
    const again = about('joined', '2028-03-03', { id: 'J2' });
    expect(shown([again, about('left', '2027-09-09'), joined])).toEqual([
      'Harbour: joined 2027-05-01, known 2027-05-01, left 2027-09-09',
    ]);
  });
});

test('of two attachments of one day the one that was known first says since when', () => {
  const attached = [came('Harbour', '2027-07-02', '2027-07-09'), came('Harbour', '2027-07-02')];
  const seen = { attached, referred: [] };
  expect(shown([], seen)).toEqual(['Harbour: joined 2027-07-02, known 2027-07-02']);
  const turned = { attached: attached.toReversed(), referred: [] };
  expect(shown([], turned)).toEqual(shown([], seen));
  const [only] = providersOf([], seen, { plan, asAt: end, timely: undefined });
  expect(only?.facts).toEqual(['A Harbour 2027-07-02']);
});

test('a joining, or a leaving, that is corrected to a later day is not the first any more', () => {
  const twice = (kind: 'joined' | 'left', ...days: readonly [Day, Day, Day]) => [
    about(kind, days[0], { id: `${kind} 1` }),
    about(kind, days[2], { id: `${kind} 3`, replaces: `${kind} 1` }),
    about(kind, days[1], { id: `${kind} 2` }),
  ];
  const joined = twice('joined', '2027-05-01', '2027-06-01', '2027-07-01');
  const left = twice('left', '2027-08-01', '2027-09-01', '2027-10-01');
  const line = 'Harbour: joined 2027-06-01, known 2027-06-01, left 2027-09-01';
  expect(shown([...joined, ...left])).toEqual([line]);
});

test('of two facts of one day the first by id says that a provider joined', () => {
  const facts = ['J2', 'J1'].map((id) => about('joined', '2027-05-01', { id }));
  const found = (others: readonly Fact[]) =>
    providersOf(others, nobody, { plan, asAt: end, timely: undefined }).flatMap(
      (each) => each.facts,
    );
  expect(found(facts)).toEqual(['J1']);
  expect(found(facts.toReversed())).toEqual(['J1']);
});

test('whoever is attached to nobody brings no provider', () => {
  const { provider: _, ...comer } = came('Harbour', '2027-07-02');
  expect(shown([], { attached: [comer], referred: [] })).toEqual([]);
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
