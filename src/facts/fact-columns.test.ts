import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earliestDay, latestDay } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { byParticipant } from './by-participant.ts';
import { factSource } from './column-source.ts';
import type { Fact } from './fact.ts';
import { factAt } from './fact-at.ts';
import { addFactRow, factColumns } from './fact-columns.ts';
import { cutShard, shardPools, shardSource } from './fact-shard.ts';
import type { ParticipantFacts } from './fact-source.ts';
import { factStates } from './fact-states.ts';
import { type JoinedPart, joinNumbers } from './join-numbers.ts';
import { isBare, numberColumn, numberIn, putNumber } from './number-column.ts';
import {
  addReference,
  joinReferences,
  type ReferenceColumn,
  referenceAt,
  referenceColumn,
} from './reference-column.ts';

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

  test('shards of participants, handed over as plain data, hold the facts of all of them', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 4 }), (rows, size) => {
        const whoOf = (id: string | undefined) => rows.find((row) => row.id === id)?.participant;
        const own = rows.map(({ replaces, ...row }): Fact => {
          return replaces && whoOf(replaces) === row.participant ? { ...row, replaces } : row;
        });
        const source = factSource(columnsOf(own));
        const pools = structuredClone(shardPools(source));
        const shards: ParticipantFacts[] = [];
        for (let from = 0; from < source.participantCount; from += size) {
          const to = Math.min(from + size, source.participantCount);
          const shard = shardSource(structuredClone(cutShard(source, { from, to })), pools);
          expect(shard.others).toEqual([]);
          for (let at = 0; at < to - from; at += 1) shards.push(shard.participantAt(at));
        }
        expect(shards).toStrictEqual(byParticipant(own).participants);
      }),
    );
  });
});

test('columns joined are one after the other, whatever their numbers become', () => {
  const numbers = fc.array(fc.oneof(fc.nat(3), fc.nat(70_000)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 4 }), fc.nat(1000), (lists, plus) => {
      const columnOf = (list: readonly number[]) => {
        const column = numberColumn();
        for (const [row, value] of list.entries()) putNumber(column, row, value);
        return column;
      };
      const join = (part: Partial<JoinedPart>) => {
        const parts = lists.map((list) => {
          return { column: columnOf(list), rows: list.length, ...part };
        });
        const joined = joinNumbers(parts);
        expect(parts.every(({ column }) => isBare(column))).toBe(true);
        return lists.flat().map((_, row) => numberIn(joined, row));
      };
      expect(join({})).toEqual(lists.flat());
      expect(join({ plus })).toEqual(lists.flat().map((each) => each && each + plus));
      const as = Int32Array.from({ length: 70_001 }, (_, each) => each && 70_001 - each);
      expect(join({ as })).toEqual(lists.flat().map((each) => as[each]));
    }),
  );
});

test('references joined are one after the other, however many stems they have', () => {
  fc.assert(
    fc.property(fc.array(fc.array(reference, { maxLength: 9 }), { maxLength: 4 }), (lists) => {
      const columns = lists.map((list, at) => {
        const column = referenceColumn();
        for (let stem = 0; stem < 254; stem += 1) addReference(column, `${at}/${stem}-x`);
        for (const each of list) addReference(column, each);
        return structuredClone(column);
      });
      const before = columns.flatMap((column) => textsOf(column));
      const joined = joinReferences(columns);
      expect(textsOf(joined)).toEqual(before);
      addReference(joined, 'one more');
      addReference(joined, 'ﬀ');
      expect(textsOf(joined)).toEqual([...before, 'one more', 'ﬀ']);
    }),
  );
});

function textsOf(column: ReferenceColumn): readonly string[] {
  return Array.from({ length: column.rows }, (_, row) => referenceAt(column, row));
}

test('references come back as they were, beyond any number of stems', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 20 }), (references) => {
      const column = referenceColumn();
      const first = Array.from({ length: 300 }, (_, at) => `${'x'.repeat(at % 190)}/${at}-${at}`);
      for (const each of [...first, ...references]) addReference(column, each);
      expect(textsOf(column)).toEqual([...first, ...references]);
    }),
  );
});
