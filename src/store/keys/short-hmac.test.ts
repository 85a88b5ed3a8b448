import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortHmac } from './short-hmac.ts';

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'binary', minLength: 1300, maxLength: 1400 }),
  fc.nat(5000).map((length) => 'a'.repeat(length)),
);

test('is what createHmac gives, whatever the text, and one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, texts), { minLength: 1, maxLength: 4 }), (all) => {
      for (const [key, text] of all) {
        const known = createHmac('sha256', key).update(text, 'utf8').digest();
        expect(shortHmac(key, text).equals(known)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

// RFC 4231, section 4.2, with a key of 32 bytes: its key of 20 is filled up with zeros all the same.
test('is what RFC 4231 says', () => {
  const key = Buffer.alloc(32);
  key.fill(0x0b, 0, 20);
  expect(shortHmac(key, 'Hi There').toString('hex')).toBe(
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
});
