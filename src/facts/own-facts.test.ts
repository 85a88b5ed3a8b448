import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byParticipant } from './by-participant.ts';
import { factSource } from './column-source.ts';
import type { Fact } from './fact.ts';
import { addFactRow, factColumns } from './fact-columns.ts';
import { ownFacts } from './own-facts.ts';
import { addReference } from './reference-column.ts';

const day = fc.integer({ min: 17_000, max: 17_006 });

/** Facts of Sam, few days apart, the last of which may replace the first. */
const facts = fc
  .tuple(fc.array(fc.record({ isSpell: fc.boolean(), day, known: day })), fc.boolean())
  .map(([all, isCorrected]) =>
    all.map(({ isSpell, day: on, known }, at): Fact => {
      const days = isSpell ? { from: on, to: on + 1 } : { day: on };
      const id = `F${(7 * at) % 10}-${at}`;
      const own = { id, kind: 'settled', participant: 'Sam', known, state: 'verified' } as const;
      const replaces = isCorrected && at > 0 && at === all.length - 1 ? { replaces: 'F0-0' } : {};
      return { ...own, ...days, ...replaces };
    }),
  )
  .filter((all) => all.length > 0);

test('facts that stand apart are told by their rows, in the total order of facts', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const columns = factColumns();
      addReference(columns.participants, 'Sam');
      for (const fact of all) {
        const replacesRow = fact.replaces === undefined ? -1 : 0;
        addFactRow(columns, fact, { participantNumber: 0, replacesRow });
      }
      const source = factSource(columns);
      const { participant, facts: made, apart } = ownFacts(source, 0);
      const { facts: expected } = byParticipant(all).participantAt(0);
      expect([participant, made()]).toStrictEqual(['Sam', expected]);
      const isCorrected = all.some(({ replaces }) => replaces !== undefined);
      const told = apart?.rows.map((row) => apart.factOf(row, participant));
      expect(told).toStrictEqual(isCorrected ? undefined : expected);
    }),
  );
});
