import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../calendar/index.ts';
import { byParticipant } from './by-participant.ts';
import type { Fact } from './fact.ts';
import { chainsOf, standingAt } from './standing.ts';

const may = dayNumber('2027-05-01');
const june = dayNumber('2027-06-01');
const july = dayNumber('2027-07-01');
const august = dayNumber('2027-08-01');

function aFact(fact: Partial<Fact> & Pick<Fact, 'id'>): Fact {
  const day = fact.day ?? may;
  return { kind: 'referred', participant: 'P1', day, known: day, state: 'verified', ...fact };
}

const first = aFact({ id: 'r1' });
const second = aFact({ id: 'r2', day: june, known: july, replaces: 'r1' });

function standing(facts: readonly Fact[], trueBy: number, knownBy: number): string[] {
  return standingAt(facts, { trueBy, knownBy }).map(
    ({ fact, identity }) => `${identity}:${fact.id}`,
  );
}

test('a fact stands from the day it is known, as at days on or after its own', () => {
  expect(standing([first], may, may)).toEqual(['r1:r1']);
  expect(standing([first], may - 1, may)).toEqual([]);
  expect(standing([aFact({ id: 'r1', known: june })], may, may)).toEqual([]);
});

test('a replacement sets the named fact aside from the day it is known, and keeps its identity', () => {
  expect(standing([first, second], august, june)).toEqual(['r1:r1']);
  expect(standing([second, first], august, july)).toEqual(['r1:r2']);
});

test('a replacement that has not happened yet leaves nothing standing', () => {
  expect(standing([first, second], may, july)).toEqual([]);
});

test('a fact that becomes known after its replacement never stands', () => {
  const late = aFact({ id: 'r1', known: august });
  expect(standing([late, second], august, july)).toEqual(['r1:r2']);
  expect(standing([late, second], august, august)).toEqual(['r1:r2']);
});

test('a fact stands until what replaces it is known, also where what replaces that is known', () => {
  const middle = { ...second, known: august };
  const last = aFact({ id: 'r3', known: june, replaces: 'r2' });
  expect(standing([first, middle, last], august, july)).toEqual(['r1:r1', 'r3:r3']);
  expect(standing([first, middle, last], august, august)).toEqual(['r1:r3']);
});

test('what replaces a fact that is not known yet stands alone, under the id of the first', () => {
  const unknown = [
    { ...first, known: august },
    { ...second, known: august },
  ];
  const last = aFact({ id: 'r3', known: june, replaces: 'r2' });
  expect(standing([...unknown, last], august, july)).toEqual(['r1:r3']);
});

test('a withdrawal of a fact that is not known yet leaves what that one replaces standing', () => {
  const middle = { ...second, known: august };
  const gone = aFact({ id: 'w1', kind: 'withdrawn', day: june, known: june, replaces: 'r2' });
  expect(standing([first, middle, gone], august, july)).toEqual(['r1:r1']);
  expect(standing([first, middle, gone], august, august)).toEqual([]);
});

test('a withdrawal replaces a fact by nothing, until that is itself replaced', () => {
  const withdrawn = aFact({ id: 'w1', kind: 'withdrawn', day: june, known: june, replaces: 'r1' });
  const back = aFact({ id: 'r2', known: july, replaces: 'w1' });
  expect(standing([first, withdrawn], august, june)).toEqual([]);
  expect(standing([first, withdrawn, back], august, july)).toEqual(['r1:r2']);
});

test('a standing fact comes with the links of its chain that are known', () => {
  const [found] = standingAt([first, second], { trueBy: august, knownBy: july });
  expect(found?.chain.map(({ id }) => id)).toEqual(['r1', 'r2']);
});

test('facts are in chains, the first recorded first', () => {
  expect(chainsOf([second, first]).map((chain) => chain.map(({ id }) => id))).toEqual([
    ['r1', 'r2'],
  ]);
});

test('participants come in the order of their references, their facts by day and id', () => {
  const facts = [
    aFact({ id: 'b', participant: 'P2' }),
    aFact({ id: 'z', participant: 'P10', day: june, known: june }),
    aFact({ id: 'a', participant: 'P10', day: july, known: july }),
    { ...aFact({ id: 'd', kind: 'discount' }), participant: undefined } as unknown as Fact,
  ];
  const expected = [
    ['P10', 'z', 'a'],
    ['P2', 'b'],
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: 4 }), (shuffled) => {
      const { participants, others } = byParticipant(shuffled);
      expect(participants.map((p) => [p.participant, ...p.facts.map(({ id }) => id)])).toEqual(
        expected,
      );
      expect(others.map(({ id }) => id)).toEqual(['d']);
    }),
  );
});
