import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

test('pieces are together the text of the whole', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
    }),
  );
  const long = {
    facts: Array.from({ length: 1201 }, (_, at) => ({ at, is: undefined })),
    no: undefined,
  };
  expect([...jsonPieces(long)].join('')).toBe(JSON.stringify(long));
  expect([...jsonPieces(long)].length).toBeGreaterThan(3);
});
