import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const bytes = (length?: number) =>
  fc.uint8Array(length === undefined ? {} : { minLength: length, maxLength: length });
const place = fc.oneof(fc.string(), bytes());

test('what was sealed opens with its key and what it is bound to', () => {
  fc.assert(
    fc.property(bytes(32), bytes(), place, (key, plain, bound) => {
      const opened = unseal(key, seal(key, plain, bound), bound);
      expect(opened.ok && Uint8Array.from(opened.value)).toEqual(plain);
    }),
  );
});

test('another key, another place or a changed byte opens nothing', () => {
  fc.assert(
    fc.property(
      bytes(32),
      bytes(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (key, plain, at, by) => {
        const sealed = seal(key, plain, 'fact 12');
        const changed = Uint8Array.from(sealed, (byte, index) =>
          index === at % sealed.length ? byte ^ by : byte,
        );
        const otherKey = key.map((byte, index) => (index === at % 32 ? byte ^ by : byte));
        const shorter = sealed.subarray(0, at % sealed.length);
        expect(unseal(key, changed, 'fact 12').ok).toBe(false);
        expect(unseal(key, shorter, 'fact 12').ok).toBe(false);
        expect(unseal(otherKey, sealed, 'fact 12').ok).toBe(false);
        expect(unseal(key, sealed, 'fact 13').ok).toBe(false);
      },
    ),
  );
});

test('no two seals are alike, and none uses the nonce of another', () => {
  const key = new Uint8Array(32);
  const seals = Array.from({ length: 10_000 }, () => seal(key, Buffer.from('same'), ''));
  expect(new Set(seals.map((one) => one.toString('hex', 0, 12))).size).toBe(10_000);
});

test('a problem says where what did not open belongs, and nothing of what it holds', () => {
  const sealed = seal(new Uint8Array(32), Buffer.from('Ada Lovelace'), 'contact 7');
  expect(unseal(new Uint8Array(32).fill(1), sealed, 'contact 7')).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'sealed.not_opened',
        message: 'What is sealed and bound to contact 7 does not open with its key.',
      },
    ],
  });
});
