import { deriveKey } from './derive-key.ts';
import type { Key } from './seal.ts';
import { shortHmac } from './short-hmac.ts';

/**
 * The salt for the fingerprints of a participant's facts. It comes from the participant's key and
 * is kept nowhere: once the key is destroyed, the fingerprints can be matched with nothing.
 */
export function fingerprintSalt(key: Key): Buffer {
  return deriveKey(key, 'salt of fingerprints');
}

/** Thirty-two bytes that stand for this text to whoever has the salt, and for nothing without. */
export function fingerprint(salt: Uint8Array, text: string): Buffer {
  return shortHmac(salt, text);
}
