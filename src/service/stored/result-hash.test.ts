import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { resultHash } from './result-hash.ts';

test('the hash of a result is that of its canonical JSON as a whole', () => {
  const results = [
    {},
    { total: '1.00', lines: [], statuses: { achieved: 1, notYetDue: 0 } },
    { z: [{ b: 'é', a: 1 }, { a: [1, { d: null, c: '2' }] }], a: undefined, total: '5' },
  ];
  for (const result of results) {
    const whole = createHash('sha256')
      .update(String(canonicalize(result)))
      .digest('hex');
    expect(resultHash(result)).toBe(`sha256:${whole}`);
  }
});

test('a result has one hash whatever the order of its keys', () => {
  expect(resultHash({ a: '1', b: [{ c: 1, d: 2 }] })).toBe(
    resultHash({ b: [{ d: 2, c: 1 }], a: '1' }),
  );
});
