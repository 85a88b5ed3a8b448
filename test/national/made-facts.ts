import { type Chance, chance } from '../../src/chance/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { terms } from './terms.ts';

const factsEach = 15;
const otherKinds = ['benefit', 'training', 'contact', 'waiting'] as const;

/** The last possible day of an attachment, and of the beginning of what follows it. */
const attachedDays = 2130;
const beginsWithin = 900;

/**
 * The facts of a programme of so many participants in the order in which they arrived. Each has
 * one attachment and fifteen others: three in five are spells in work, of which some overlap or
 * touch and one in twelve is long. One in twenty waits for its verifier, one in fifty has not
 * ended, and one in 33 takes the place of the same participant's one before.
 */
export function madeFacts(participants: number, seed: number): readonly Fact[] {
  const drawn = chance(seed);
  const facts = Array.from({ length: participants }, (_, index) =>
    factsOfOne(index, drawn.fork(index)),
  );
  return facts.flat().sort((a, b) => a.known - b.known);
}

function factsOfOne(index: number, drawn: Chance): readonly Fact[] {
  const participant = `P-${index}`;
  const attachedOn = terms.startsOn + drawn.whole(0, attachedDays - 1);
  const attached: Fact = {
    id: `A${index}`,
    kind: 'attached',
    participant,
    provider: `Provider ${drawn.whole(0, 15)}`,
    group: `group ${drawn.whole(1, 9)}`,
    day: attachedOn,
    known: attachedOn + drawn.whole(0, 19),
    state: 'verified',
  };
  const facts = [attached];
  for (let number = 1; number <= factsEach; number += 1) {
    const before = number > 1 && drawn.happens(1 / 33) ? facts[number - 1] : undefined;
    const replaces = before === undefined ? {} : { replaces: before.id };
    facts.push({
      ...spell(attachedOn, drawn),
      id: `F${index}-${number}`,
      participant,
      ...replaces,
    });
  }
  return facts;
}

function spell(attachedOn: number, drawn: Chance): Omit<Fact, 'id'> {
  const from = attachedOn + drawn.whole(0, beginsWithin - 1);
  const to = from + drawn.whole(0, 89) + (drawn.happens(1 / 12) ? 400 : 0);
  return {
    kind: drawn.happens(0.6) ? 'in work' : drawn.pick(otherKinds),
    from,
    ...(drawn.happens(0.02) ? {} : { to }),
    known: to + drawn.whole(0, 89),
    state: drawn.happens(0.05) ? 'waiting' : 'verified',
  };
}
