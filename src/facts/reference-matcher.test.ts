import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addReference, referenceColumn } from './reference-column.ts';
import {
  findReference,
  isReferenceAt,
  referenceMatcher,
  takeReference,
} from './reference-matcher.ts';
import type { TextPieces } from './reference-reader.ts';

/** Texts as a store of columns hands them over: a length, and up to twelve bytes. */
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

function foundIn(there: readonly string[], asked: readonly string[]): readonly number[] {
  const column = referenceColumn();
  for (const text of there) addReference(column, text);
  const matcher = referenceMatcher(column);
  const pieces = piecesOf(asked, 3);
  return asked.map((_, row) => {
    if (!takeReference(matcher, pieces, row)) return -2;
    const found = findReference(matcher);
    if (found >= 0) expect(isReferenceAt(matcher, found)).toBe(true);
    return found;
  });
}

const numbered = fc.nat({ max: 60 }).map((number) => `WP-${String(number).padStart(8, '0')}`);
const text = fc.oneof(
  numbered,
  fc.nat({ max: 300 }).map((number) => `F${number}`),
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.constantFrom('Zoë', 'Zoe', 'P', '7', '07', 'A very long name of thirty-six of it'),
);

test('a reference is found where it stands, and nowhere where it does not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text), fc.array(text), (there, asked) => {
      expect(foundIn(there, asked)).toEqual(asked.map((each) => there.indexOf(each)));
    }),
  );
});

test('so are references of more stems than have a number', () => {
  const stemOf = (at: number) => String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26));
  const many = Array.from({ length: 600 }, (_, at) => `${stemOf(at)}-${at % 7}`);
  expect(foundIn(many, [...many].reverse())).toEqual(many.map((_, at) => many.length - 1 - at));
});
