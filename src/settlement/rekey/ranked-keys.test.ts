import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addReference, referenceColumn } from '../../facts/index.ts';
import { keysFor } from './keys-for.ts';
import { openRanking } from './ranked-keys.ts';
import { sortedRows } from './sorted-rows.ts';

const character = fc.constantFrom('a', 'A', '1', '0', '-', '~', '}', 'é', '.', ' ');
const text = fc.string({ unit: character, minLength: 1, maxLength: 4 });
const texts = fc.array(text, { maxLength: 40 });

function columnOf(references: Iterable<string>) {
  const column = referenceColumn();
  for (const each of references) addReference(column, each);
  return column;
}

test('keys found by rank are those that are found by name, of rows and of others', () => {
  fc.assert(
    fc.property(texts, texts, (own, others) => {
      const rows = [...new Set(own)];
      const ranking = openRanking(columnOf(rows), 'F');
      for (const each of others) ranking.add(each);
      const ranked = ranking.close();
      const keys = keysFor([...rows, ...others], 'F');
      for (const [old, key] of keys) expect(ranked.get(old)).toBe(key);
      expect(rows.map((_, row) => ranked.keyAt(row))).toEqual(rows.map((old) => keys.get(old)));
      expect(ranked.get('none of them')).toBe(undefined);
    }),
  );
});

test('rows are put in order in parts of any length', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 9 }), (references, atOnce) => {
      const sorted = Array.from(sortedRows(columnOf(references), atOnce), (row) => references[row]);
      expect(sorted).toEqual(references.toSorted((one, other) => (one < other ? -1 : 1)));
    }),
  );
});
