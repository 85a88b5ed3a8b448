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
  .tuple(
    fc.array(fc.record({ isSpell: fc.boolean(), day, known: day }), { maxLength: 60, size: 'max' }),
    fc.boolean(),
  )
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

test('facts in columns are told by their rows, in the total order of facts', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const columns = factColumns();
      addReference(columns.participants, 'Sam');
      for (const fact of all) {
        const replacesRow = fact.replaces === undefined ? -1 : 0;
        addFactRow(columns, fact, { participantNumber: 0, replacesRow });
      }
      const source = factSource(columns);
      const { whose, facts: made, inRows } = ownFacts(source, 0);
      const { facts: expected } = byParticipant(all).participantAt(0);
      expect([whose(), made()]).toStrictEqual(['Sam', expected]);
      const rows = Array.from(inRows?.rows.subarray(0, inRows.count) ?? []);
      const told = rows.map((row) => inRows?.factOf(row));
      expect(told).toStrictEqual(expected);
      const replacing = inRows?.replacing.map((row) => inRows.factOf(row));
      expect(replacing).toStrictEqual(expected.filter(({ replaces }) => replaces !== undefined));
    }),
  );
});

test('many facts of one participant stand in order soon, in whatever order they come', () => {
  const columns = factColumns();
  addReference(columns.participants, 'Sam');
  const count = 100_000;
  const fact = { kind: 'settled', participant: 'Sam', known: 17_000, day: 17_000 } as const;
  for (let at = count; at > 0; at -= 1) {
    const own = { ...fact, id: `F${at + count}`, state: 'verified' } as const;
    addFactRow(columns, own, { participantNumber: 0, replacesRow: -1 });
  }
  const { inRows } = ownFacts(factSource(columns), 0);
  expect(inRows?.count).toBe(count);
  expect([inRows?.rows[0], inRows?.rows.at(-1)]).toEqual([count - 1, 0]);
});
