import fc from 'fast-check';
import { expect, test } from 'vitest';
import { happened } from '../../../test/support/makers/facts.ts';
import { byParticipant } from '../../facts/index.ts';
import { factsInTurn } from './facts-in-turn.ts';

const names = fc.constantFrom('A', 'B', 'C', 'D', 'E');

test('whoever is asked about has all facts of its own, in whatever order it is asked', () => {
  fc.assert(
    fc.property(fc.array(names), fc.array(names), (there, asked) => {
      const facts = there.map((participant, at) =>
        happened('level 2', '2028-01-01', { id: `F${at}`, participant }),
      );
      const factsOf = factsInTurn(byParticipant(facts));
      for (const name of asked) {
        expect(factsOf(name)).toHaveLength(there.filter((each) => each === name).length);
      }
    }),
  );
});
