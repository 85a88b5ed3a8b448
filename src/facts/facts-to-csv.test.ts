import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageRules } from '../../test/support/page-rules.ts';
import { dayNumber } from '../calendar/index.ts';
import { fraction } from '../money/index.ts';
import { unseenCharacter } from '../problem/index.ts';
import type { Fact } from './fact.ts';
import { factStates } from './fact-states.ts';
import { factsToCsv } from './facts-to-csv.ts';
import { readFactTexts } from './read-fact-text.ts';

const start = dayNumber('2027-04-01');

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((each) => each.normalize('NFC'))
  .filter(
    (each) =>
      /^[\p{L}\d]/u.test(each) && !unseenCharacter.test(each) && !/[\p{C}\p{Z}\ufffd|]/u.test(each),
  );

const scored: fc.Arbitrary<Fact> = fc
  .record({
    id: fc.uuid(),
    participant: text,
    day: fc.nat(500),
    later: fc.nat(10),
    value: fc.nat(10_000),
    state: fc.constantFrom(...factStates),
    provider: text,
  })
  .map(({ day, later, value, ...rest }) => ({
    ...rest,
    kind: 'goals',
    day: start + day,
    value: fraction(value, 100),
    known: start + day + later,
  }));

const housed: fc.Arbitrary<Fact> = fc
  .record({ id: fc.uuid(), participant: text, from: fc.nat(500), length: fc.nat(100) })
  .map(({ id, participant, from, length }) => ({
    id,
    kind: 'in settled housing',
    participant,
    with: ['area=Leeds, north', 'stage=2'],
    from: start + from,
    known: start + from + length,
    state: 'verified',
    ...(length % 2 === 0 && { to: start + from + length }),
  }));

test('what is written is read back as the same facts', () => {
  const facts = fc.uniqueArray(fc.oneof(scored, housed), {
    minLength: 1,
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(facts, (written) => {
      const csv = factsToCsv(written);
      const read = readFactTexts([{ source: '', format: 'csv', text: csv }], pageRules);
      expect(read.problems).toEqual([]);
      expect(read.facts).toEqual(written);
    }),
  );
});

test('columns that no fact uses are left out, and so are known and state where they say nothing', () => {
  const fact: Fact = {
    id: 'r1',
    kind: 'referred',
    participant: 'P,1',
    day: start,
    known: start,
    state: 'verified',
  };
  expect(factsToCsv([fact])).toBe('id,kind,participant,day\nr1,referred,"P,1",2027-04-01\n');
});

test('no facts are a header', () => {
  expect(factsToCsv([])).toBe('id,kind\n');
});

test('a cell that would run as a formula is never written', () => {
  const fact: Fact = { id: '=1', kind: 'referred', known: start, state: 'verified' };
  expect(() => factsToCsv([fact])).toThrow('formula');
});
