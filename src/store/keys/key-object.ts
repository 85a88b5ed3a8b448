import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Key } from './seal.ts';

const objects = new WeakMap<Key, KeyObject>();

/**
 * A key as Node's ciphers take it soonest: given as bytes, each sealing makes such an object again,
 * which on Node 24 takes three times as long as the sealing. It is let go with the key.
 */
export function keyObject(key: Key): KeyObject {
  const known = objects.get(key);
  if (known !== undefined) return known;
  const made = holdKey(key);
  objects.set(key, made);
  return made;
}

/** The same for whoever holds it as long as it is used: the bytes may be let go. */
export function holdKey(key: Key): KeyObject {
  return createSecretKey(key);
}
