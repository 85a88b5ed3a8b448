import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earliestDay, latestDay } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { byParticipant } from './by-participant.ts';
import type { Fact } from './fact.ts';
import { factAt } from './fact-at.ts';
import { addFactRow, factColumns } from './fact-columns.ts';
import { factSource } from './fact-source.ts';
import { factStates } from './fact-states.ts';
import { addReference, referenceAt, referenceColumn } from './reference-column.ts';

const reference = fc.oneof(
  fc.nat(400).map((number) => `P-${String(number).padStart(4, '0')}`),
  fc.constantFrom('Zoë 🙂', '7', '0012345678901', 'ﬀ', 'a2', 'a02'),
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 200 }),
);

const name = fc.constantFrom('a', 'b', 'c');
const day = fc.oneof(fc.integer({ min: 14_000, max: 14_100 }), fc.constant(earliestDay));
const number = fc.integer({ min: -5, max: 5 }).map((tenths) => fraction(tenths, 10));

/** Facts of every shape, each with an id of its own. */
const facts = fc
  .uniqueArray(
    fc.record(
      {
        id: reference,
        kind: name,
        known: fc.oneof(day, fc.constant(latestDay)),
        state: fc.constantFrom(...factStates),
        participant: reference,
        cohort: name,
        provider: name,
        group: name,
        with: fc.array(name, { minLength: 1, maxLength: 2 }),
        day,
        from: day,
        to: day,
        value: number,
        low: number,
        high: number,
        about: name,
        source: name,
        method: name,
        signer: name,
      },
      { noNullPrototype: true, requiredKeys: ['id', 'kind', 'known', 'state'] },
    ),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .chain((rows) =>
    fc
      .array(fc.option(fc.nat(Math.max(0, rows.length - 1)), { nil: undefined }), {
        minLength: rows.length,
        maxLength: rows.length,
      })
      .map((targets) =>
        rows.map((row, at): Fact => {
          const target = rows[targets[at] ?? -1];
          return target === undefined ? row : { ...row, replaces: target.id };
        }),
      ),
  );

function columnsOf(rows: readonly Fact[]) {
  const columns = factColumns();
  const numbers = new Map<string, number>();
  const numberOf = (participant: string): number => {
    const known = numbers.get(participant) ?? addReference(columns.participants, participant);
    numbers.set(participant, known);
    return known;
  };
  for (const fact of rows) {
    const { participant, replaces } = fact;
    addFactRow(columns, fact, {
      participantNumber: participant === undefined ? -1 : numberOf(participant),
      replacesRow: rows.findIndex(({ id }) => id === replaces),
    });
  }
  return columns;
}

describe('facts by column', () => {
  test('a fact comes out of its row as it went in', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        const columns = columnsOf(rows);
        expect(rows.map((_, row) => factAt(columns, row))).toStrictEqual(rows);
      }),
    );
  });

  test('rows grouped by participant are the same as facts parted by participant', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        const source = factSource(columnsOf(rows));
        const parted = byParticipant(rows);
        const participants = Array.from({ length: source.participantCount }, (_, index) =>
          source.participantAt(index),
        );
        expect(participants).toStrictEqual(parted.participants);
        expect(source.others).toStrictEqual(parted.others);
      }),
    );
  });
});

test('references come back as they were, beyond any number of stems', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 20 }), (references) => {
      const column = referenceColumn();
      const first = Array.from({ length: 300 }, (_, at) => `${'x'.repeat(at % 190)}/${at}-${at}`);
      for (const each of [...first, ...references]) addReference(column, each);
      const held = Array.from({ length: column.rows }, (_, row) => referenceAt(column, row));
      expect(held).toEqual([...first, ...references]);
    }),
  );
});
