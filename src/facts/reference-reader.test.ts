import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumbered, referenceAt, referenceColumn } from './reference-column.ts';
import { nothing, referenceList, stemOfSort, takeList, whole } from './reference-list.ts';
import { readText, referenceReader, type TextPieces, textOfBytes } from './reference-reader.ts';

/** Texts in so many pieces each, as a store of columns would hold them. */
function piecesOf(texts: readonly string[], count: number): TextPieces {
  return Array.from({ length: count }, (_, piece) => {
    const words = new Int32Array(4 * texts.length);
    const bytes = new Uint8Array(words.buffer);
    for (const [row, text] of texts.entries()) {
      const own = new TextEncoder().encode(text).slice(12 * piece, 12 * piece + 12);
      words[4 * row] = own.length;
      bytes.set(own, 16 * row + 4);
    }
    return words;
  });
}

const digit = fc.constantFrom(...'0123456789/:');
const number = fc.array(digit, { minLength: 7, maxLength: 10 }).map((each) => each.join(''));
const reference = fc
  .tuple(fc.constantFrom('', 'F', 'WP-', '9', 'é', 'a9b'), number)
  .map(([stem, digits]) => stem + digits);

test('references are read as they stand, whatever their stems and lengths', () => {
  fc.assert(
    fc.property(fc.array(reference, { maxLength: 30 }), fc.boolean(), (texts, isShort) => {
      const wanted = isShort
        ? texts.filter((text) => new TextEncoder().encode(text).length <= 12)
        : texts;
      const column = referenceColumn();
      const reader = referenceReader(column);
      const pieces = piecesOf(wanted, isShort ? 1 : 2);
      for (const [row, text] of wanted.entries()) {
        expect(readText(reader, pieces, row)).toBe(true);
        expect(referenceAt(column, addNumbered(column, reader.stem, reader.number))).toBe(text);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a list of references is taken up as each of them is read', () => {
  fc.assert(
    fc.property(fc.array(fc.option(reference, { nil: '' }), { maxLength: 40 }), (texts) => {
      const isShort = texts.every((text) => new TextEncoder().encode(text).length <= 12);
      const [column, other] = [referenceColumn(), referenceColumn()];
      const list = referenceList(referenceReader(column));
      const reader = referenceReader(other);
      const pieces = piecesOf(texts, isShort ? 1 : 2);
      expect(takeList(list, pieces, texts.length)).toBe(true);
      for (const [row, text] of texts.entries()) {
        const sort = list.sorts[row] as number;
        expect(sort === nothing).toBe(text === '');
        if (sort === nothing || sort === whole) continue;
        readText(reader, pieces, row);
        expect([stemOfSort(sort), list.numbers[row]]).toEqual([reader.stem, reader.number]);
        const added = addNumbered(column, stemOfSort(sort), list.numbers[row] as number);
        expect(referenceAt(column, added)).toBe(text);
      }
      const areAllNumbered = texts.every((_, row) => (list.sorts[row] as number) > whole);
      expect(list.areNumbered && !areAllNumbered).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a text that does not fit its pieces is not read', () => {
  const [first] = piecesOf(['abc'], 1);
  const reader = referenceReader(referenceColumn());
  expect(readText(reader, [first as Int32Array], 0)).toBe(true);
  expect(textOfBytes(reader)).toBe('abc');
  (first as Int32Array)[0] = 13;
  expect(readText(reader, [first as Int32Array], 0)).toBe(false);
});
