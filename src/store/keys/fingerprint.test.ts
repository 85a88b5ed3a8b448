import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveKey } from './derive-key.ts';
import { fingerprint, fingerprintSalt } from './fingerprint.ts';
import { mark } from './mark.ts';

const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);

test('a derived key is the first block of HKDF-Expand (RFC 5869, test case 1)', () => {
  const random = Buffer.from(
    '077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5',
    'hex',
  );
  const derived = deriveKey(random, Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'));
  expect(derived.toString('hex')).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf',
  );
});

test('the same text have the same fingerprint under one key and others under another', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const first = fingerprint(fingerprintSalt(key), text);
      expect(first).toHaveLength(32);
      expect(fingerprint(fingerprintSalt(key), text)).toEqual(first);
      expect(fingerprint(fingerprintSalt(otherKey), text)).not.toEqual(first);
    }),
  );
});

test('a reference is known again under its programme’s key and under no other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(mark(key, one)).toHaveLength(16);
      expect(mark(key, one).equals(mark(key, other))).toBe(one === other);
      expect(mark(otherKey, one)).not.toEqual(mark(key, one));
    }),
  );
});
