import { createHash, randomBytes } from 'node:crypto';

/** Something that lets its holder in. We keep its hash alone. */
export type Secret = Readonly<{ text: string; hash: Buffer }>;

/** A secret of 32 random bytes; a few letters before it say what it is to who finds one lying. */
export function makeSecret(before = ''): Secret {
  const text = `${before}${randomBytes(32).toString('base64url')}`;
  return { text, hash: hashOf(text) };
}

/** What is kept of a secret. It is random and long: nothing slower than SHA-256 is needed. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
